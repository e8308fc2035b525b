package io.github.eicluster.library;

import io.github.eicluster.model.Coordinates;
import io.github.eicluster.model.Libraries;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the place of each artifact: by a rule of the configuration, otherwise by its type. */
final class Places {

    /** Where the server looks for things, by the type of their artifacts. */
    private static final Map<String, String> FOLDERS = Map.of(
            "jar", Layout.LIB,
            "car", Layout.CARBON_APPS,
            "aar", Layout.DEPLOYMENT + "/axis2services",
            "war", Layout.DEPLOYMENT + "/webapps",
            "dbs", Layout.DEPLOYMENT + "/dataservices");

    /** The file name is what clients call: the context of a web application, the name of a service. */
    private static final Set<String> NAMED_BY_FILE = Set.of("aar", "war", "dbs");

    private final Libraries libraries;
    private final List<Problem> problems;
    private final Set<Libraries.Rule> used = new HashSet<>();

    Places(Libraries libraries, List<Problem> problems) {
        this.libraries = libraries;
        this.problems = problems;
    }

    /** The artifacts that are there at their places; what has none is reported. */
    List<Placed> of(List<FoundArtifact> found) {
        List<Placed> placed = new ArrayList<>();
        for (FoundArtifact artifact : found) {
            Optional<Libraries.Rule> rule = rule(artifact.artifact());
            rule.ifPresent(used::add);
            Optional<String> folder = rule.flatMap(Libraries.Rule::folder)
                    .or(() ->
                            Optional.ofNullable(FOLDERS.get(artifact.artifact().type())));
            if (folder.isEmpty()) {
                problems.add(Problem.warning(
                        "dependencies",
                        "'" + artifact.artifact().text() + "' is not packed: the type "
                                + artifact.artifact().type() + " has no usual place. Name a folder for it in libraries,"
                                + " or give it the scope provided."));
            } else if (artifact.file().isPresent()) {
                placed.add(new Placed(
                        artifact.artifact(),
                        artifact.file().get(),
                        folder.get() + "/" + fileName(artifact.artifact()),
                        rule.map(Libraries.Rule::nodes).orElse(Set.of())));
            }
        }
        unused(found);
        return placed;
    }

    /** The place of a JDBC driver: plain jars are in lib. */
    static Placed ofDriver(Coordinates artifact, Path file) {
        return new Placed(artifact, file, Layout.LIB + "/" + artifact.fileName(), Set.of());
    }

    private Optional<Libraries.Rule> rule(Coordinates artifact) {
        return libraries.rules().stream()
                .filter(rule -> rule.pattern().matches(artifact))
                .findFirst();
    }

    /** Most likely a misspelt pattern; in a parent POM it may be meant for other projects, so the build goes on. */
    private void unused(List<FoundArtifact> found) {
        for (Libraries.Rule rule : libraries.rules()) {
            boolean matches = found.stream().anyMatch(one -> rule.pattern().matches(one.artifact()));
            if (!matches) {
                problems.add(Problem.warning(
                        rule.where(),
                        "'" + rule.pattern().text() + "' fits no dependency of the scopes compile and runtime"
                                + (found.isEmpty() ? "" : " (" + names(found) + ")")
                                + ". Correct it, add the dependency, or remove it."));
            } else if (!used.contains(rule)) {
                problems.add(Problem.warning(
                        rule.where(),
                        "'" + rule.pattern().text() + "' changes nothing: earlier entries fit all of its artifacts."
                                + " Move it before them, or remove it."));
            }
        }
    }

    private static String names(List<FoundArtifact> found) {
        return String.join(
                ", ",
                found.stream()
                        .map(one ->
                                one.artifact().groupId() + ":" + one.artifact().artifactId())
                        .limit(10)
                        .toList());
    }

    private static String fileName(Coordinates artifact) {
        return NAMED_BY_FILE.contains(artifact.type())
                ? artifact.artifactId()
                        + artifact.classifier().map(word -> "-" + word).orElse("") + "." + artifact.type()
                : artifact.fileName();
    }
}
