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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The staging tree {@code <output>/nodes/<id>/}: what is laid over the base on each node. Several goals write into it;
 * each keeps a list of its own files, replaces those and removes what it no longer makes.
 */
public final class Staging {

    private static final String STATE = ".state";
    private static final String LIST = ".files";

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
     * Writes the configuration of all nodes, removes files of this goal's earlier runs that are no longer made, and the
     * folders of nodes that the cluster no longer has.
     *
     * @param nodes the nodes
     */
    public void write(List<PlannedNode> nodes) {
        write(nodes, this::writeConfiguration);
    }

    /**
     * Writes the key stores and trust stores of all nodes, readable by their owner only; removes as {@link #write} does.
     *
     * @param nodes the nodes
     */
    public void writeStores(List<PlannedNode> nodes) {
        write(nodes, this::writeStores);
    }

    private void write(List<PlannedNode> nodes, NodeWriter writer) {
        try {
            removeLeftovers();
            removeDroppedNodes(nodes.stream().map(n -> n.node().id()).collect(Collectors.toSet()));
            TreeSet<String> written = new TreeSet<>();
            for (PlannedNode node : nodes) {
                writer.write(node, nodeFolder(output, node.node().id())).stream()
                        .map(path -> node.node().id() + "/" + path)
                        .forEach(written::add);
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

    private Set<String> writeConfiguration(PlannedNode node, Path folder) throws IOException {
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
        }
        return node.paths();
    }

    private Set<String> writeStores(PlannedNode node, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> store : node.stores().entrySet()) {
            SafeFiles.write(folder.resolve(store.getKey()), store.getValue(), true);
        }
        return node.stores().keySet();
    }

    /** What a killed build left would else be taken for a file of the node. */
    private void removeLeftovers() throws IOException {
        Path nodes = output.resolve("nodes");
        if (!Files.isDirectory(nodes)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(nodes)) {
            for (Path leftover : walk.filter(SafeFiles::isLeftover).toList()) {
                Files.delete(leftover);
            }
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
        Path nodes = output.resolve("nodes").normalize();
        Set<String> others = ofOtherGoals();
        for (String earlier : lines(list())) {
            Path file = nodes.resolve(earlier).normalize();
            if (!written.contains(earlier) && !others.contains(earlier) && file.startsWith(nodes)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** What another goal has taken over is no longer this one's to remove. */
    private Set<String> ofOtherGoals() throws IOException {
        Set<String> files = new TreeSet<>();
        Path state = output.resolve(STATE);
        if (!Files.isDirectory(state)) {
            return files;
        }
        try (Stream<Path> lists = Files.list(state)) {
            for (Path list :
                    lists.filter(file -> file.toString().endsWith(LIST)).toList()) {
                if (!list.equals(list())) {
                    files.addAll(lines(list));
                }
            }
        }
        return files;
    }

    private static List<String> lines(Path list) throws IOException {
        return Files.exists(list)
                ? Files.readAllLines(list).stream()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
    }

    private Path list() {
        return output.resolve(STATE).resolve(goal + LIST);
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

    /** Writes one node's files and gives their paths. */
    private interface NodeWriter {
        Set<String> write(PlannedNode node, Path folder) throws IOException;
    }
}
