package io.github.eicluster.mojo;

import io.github.eicluster.maven.OverlayScanner;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The overlay folders of a build; later ones win over earlier ones, a node's own over the common ones. */
final class OverlayFolders {

    private static final String COMMON = "common";

    private final List<Path> roots;
    private final OverlayScanner scanner = new OverlayScanner();

    private OverlayFolders(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** The declared folders, which must exist, or the default one, which need not. */
    static OverlayFolders of(Path base, List<String> declared) {
        if (declared.isEmpty()) {
            return new OverlayFolders(List.of(base.resolve("src/main/ei")));
        }
        List<Path> roots = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            Path root = base.resolve(declared.get(i));
            if (!Files.isDirectory(root)) {
                throw new Mistake(
                        "overlays/overlay[" + (i + 1) + "]",
                        "'" + declared.get(i) + "' is no folder (" + root
                                + "). Create it with a folder common or one per node id.");
            }
            roots.add(root);
        }
        return new OverlayFolders(roots);
    }

    /** Files of one node by their path below the home. */
    SortedMap<String, Path> files(String nodeId) {
        SortedMap<String, Path> files = new TreeMap<>();
        for (String folder : List.of(COMMON, nodeId)) {
            roots.forEach(root -> files.putAll(scanner.scan(root.resolve(folder))));
        }
        return files;
    }

    /** A warning for each folder that no node uses: most likely a misspelt node id. */
    List<Problem> unused(List<Node> nodes) {
        Set<String> known = nodes.stream().map(Node::id).collect(Collectors.toSet());
        List<Problem> warnings = new ArrayList<>();
        for (Path root : roots) {
            for (Path folder : folders(root)) {
                String name = folder.getFileName().toString();
                if (!name.equals(COMMON) && !known.contains(name)) {
                    warnings.add(Problem.warning(
                            folder.toString(),
                            "no node has the id '" + name + "' ("
                                    + String.join(", ", known.stream().sorted().toList())
                                    + "), so this folder is not used. Rename it, or use common for all nodes."));
                }
            }
        }
        return warnings;
    }

    private static List<Path> folders(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
