package io.github.eicluster.library;

import io.github.eicluster.model.Problem;
import io.github.eicluster.product.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Artifacts and overlay of one node, laid over the distribution: what they add, what they replace, what they clash with. */
final class NodeLayer {

    private static final String WHERE = "dependencies";

    private final String nodeId;
    private final Archives archives;
    private final SortedMap<String, Path> overlay;
    private final SortedMap<String, Placed> placed = new TreeMap<>();
    private final SortedMap<String, String> removed = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    NodeLayer(String nodeId, SortedMap<String, Path> overlay, Archives archives) {
        this.nodeId = nodeId;
        this.overlay = overlay;
        this.archives = archives;
    }

    String nodeId() {
        return nodeId;
    }

    /** Adds an artifact, unless it is there already or its place is taken, which is reported. */
    void add(Placed artifact) {
        Placed other = placed.get(artifact.path());
        if (other != null) {
            if (!other.artifact().equals(artifact.artifact())) {
                problems.add(Problem.error(
                        WHERE,
                        "'" + artifact.artifact().text() + "' and '"
                                + other.artifact().text() + "' both become " + artifact.path()
                                + ". Keep one of them, or give one another folder in libraries."));
            }
        } else if (overlay.containsKey(artifact.path())) {
            problems.add(Problem.error(
                    WHERE,
                    "'" + artifact.artifact().text() + "' becomes " + artifact.path()
                            + ", which an overlay brings too (" + overlay.get(artifact.path())
                            + "). Remove one of them."));
        } else {
            placed.put(artifact.path(), artifact);
            replace(artifact);
        }
    }

    /** Older copies in the distribution give way, those in an overlay are a mistake. */
    private void replace(Placed artifact) {
        if (!Archives.isJar(artifact.path())) {
            return;
        }
        if (archives.jar(artifact.file()).isEmpty()) {
            problems.add(Problem.error(
                    WHERE,
                    "'" + artifact.artifact().text() + "' is no zip archive (" + artifact.file()
                            + "). Delete the file, so that Maven fetches or builds it again."));
            return;
        }
        checkBundle(artifact);
        JarIdentity identity = JarIdentity.of(artifact.artifact());
        for (Jar jar : jars()) {
            boolean copy = !jar.path().equals(artifact.path()) && jar.identity().isSameAs(identity);
            if (copy && overlay.containsKey(jar.path())) {
                problems.add(Problem.error(
                        WHERE,
                        "'" + artifact.artifact().text() + "' is a copy of " + jar.path()
                                + ", which an overlay brings (" + overlay.get(jar.path()) + "). Remove one of them."));
            } else if (copy && !jar.added()) {
                removed.put(jar.path(), artifact.path());
            }
        }
    }

    private void checkBundle(Placed artifact) {
        boolean dropin = Archives.folder(artifact.path()).equals(Layout.DROPINS);
        if (dropin && !archives.jar(artifact.file()).orElseThrow().bundle()) {
            problems.add(Problem.error(
                    WHERE,
                    "'" + artifact.artifact().text()
                            + "' is to go to dropins, but is no OSGi bundle: its manifest has no"
                            + " Bundle-SymbolicName, and the server would leave it out. Put it into lib."));
        }
    }

    /** A jar of an overlay replaces copies of the distribution as an artifact does. */
    void replaceByOverlay() {
        for (Jar jar : jars()) {
            if (overlay.containsKey(jar.path())) {
                jars().stream()
                        .filter(other -> !other.added() && !other.path().equals(jar.path()))
                        .filter(other -> other.identity().isSameAs(jar.identity()))
                        .forEach(other -> removed.put(other.path(), jar.path()));
            }
        }
    }

    /** Leaves a file of the distribution out. */
    void remove(String path, String replacement) {
        removed.put(path, replacement);
    }

    void report(Problem problem) {
        problems.add(problem);
    }

    /** The jars that the server of this node will find. */
    List<Jar> jars() {
        Map<String, Jar> jars = new LinkedHashMap<>();
        archives.baseJars().forEach((path, facts) -> jars.put(path, new Jar(path, false, facts)));
        jars.keySet().removeAll(removed.keySet());
        added(Archives::isJar)
                .forEach((path, file) ->
                        jars.put(path, new Jar(path, true, archives.jar(file).orElse(JarFacts.UNKNOWN))));
        return List.copyOf(jars.values());
    }

    /** The files of overlay and artifacts at some places. */
    SortedMap<String, Path> added(Predicate<String> where) {
        SortedMap<String, Path> added = new TreeMap<>(overlay);
        placed.forEach((path, artifact) -> added.put(path, artifact.file()));
        added.keySet().removeIf(where.negate());
        return added;
    }

    /** The words that name a file: its coordinates, or its path. */
    String named(String path) {
        Placed artifact = placed.get(path);
        return artifact == null ? path : artifact.artifact().text();
    }

    Map<String, Placed> placed() {
        return placed;
    }

    SortedMap<String, String> removed() {
        return removed;
    }

    NodeLibraries result() {
        SortedMap<String, Path> files = new TreeMap<>();
        SortedMap<String, String> origins = new TreeMap<>();
        placed.forEach((path, artifact) -> {
            files.put(path, artifact.file());
            origins.put(path, artifact.artifact().text());
        });
        return new NodeLibraries(
                files, origins, removed, problems.stream().distinct().toList());
    }
}
