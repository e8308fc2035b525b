package io.github.eicluster.assembly;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The staging tree {@code <output>/nodes/<id>/}: what is laid over the base on each node. Several goals write into it;
 * each keeps a list of its own files, replaces those and removes what it no longer makes.
 */
public final class Staging {

    private final Path output;
    private final String goal;

    /**
     * The staging tree as one goal sees it.
     *
     * @param output the plugin's output directory
     * @param goal name of the goal that owns the files
     */
    public Staging(Path output, String goal) {
        this.output = output;
        this.goal = goal;
    }

    /**
     * Folder of one node.
     *
     * @param output the plugin's output directory
     * @param nodeId id of the node
     * @return the folder
     */
    public static Path nodeFolder(Path output, String nodeId) {
        return output.resolve("nodes").resolve(nodeId);
    }

    /**
     * Writes this goal's files of all nodes, removes those of earlier runs that are no longer made, and the folders of
     * nodes that the cluster no longer has.
     *
     * @param nodes the nodes
     */
    public void write(List<PlannedNode> nodes) {
        try {
            removeDroppedNodes(nodes.stream().map(n -> n.node().id()).collect(Collectors.toSet()));
            SortedSet<String> written = new TreeSet<>();
            for (PlannedNode node : nodes) {
                write(node, written);
            }
            removeStale(written);
            SafeFiles.write(list(), (String.join("\n", written) + "\n").getBytes(StandardCharsets.UTF_8), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lists what is staged for a node by all goals.
     *
     * @param output the plugin's output directory
     * @param nodeId id of the node
     * @return files by path below the home
     */
    public static SortedMap<String, Path> staged(Path output, String nodeId) {
        Path folder = nodeFolder(output, nodeId);
        SortedMap<String, Path> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile)
                    .forEach(file -> files.put(
                            folder.relativize(file)
                                    .toString()
                                    .replace(file.getFileSystem().getSeparator(), "/"),
                            file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private void write(PlannedNode node, Set<String> written) throws IOException {
        Path folder = nodeFolder(output, node.node().id());
        Map<String, Integer> secrets = node.clearSecrets();
        for (String path : node.paths()) {
            Path target = folder.resolve(path);
            byte[] planned = node.plan().files().get(path);
            byte[] rendered = node.overlay().rendered().get(path);
            if (planned != null || rendered != null) {
                SafeFiles.write(target, planned != null ? planned : rendered, secrets.containsKey(path));
            } else {
                SafeFiles.copy(node.overlay().copied().get(path), target);
            }
            written.add(node.node().id() + "/" + path);
        }
    }

    private void removeDroppedNodes(Set<String> ids) throws IOException {
        Path nodes = output.resolve("nodes");
        if (!Files.isDirectory(nodes)) {
            return;
        }
        try (Stream<Path> folders = Files.list(nodes)) {
            for (Path folder : folders.toList()) {
                if (!ids.contains(folder.getFileName().toString())) {
                    deleteTree(folder);
                }
            }
        }
    }

    private void removeStale(Set<String> written) throws IOException {
        if (!Files.exists(list())) {
            return;
        }
        Path nodes = output.resolve("nodes").normalize();
        for (String earlier : Files.readAllLines(list())) {
            Path file = nodes.resolve(earlier).normalize();
            if (!earlier.isBlank() && !written.contains(earlier) && file.startsWith(nodes)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path list() {
        return output.resolve(".state").resolve(goal + ".files");
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new ClusterException(
                    folder + " belongs to a node that the cluster no longer has and cannot be deleted ("
                            + e.getMessage() + "). Delete it, or run mvn clean.",
                    e);
        }
    }
}
