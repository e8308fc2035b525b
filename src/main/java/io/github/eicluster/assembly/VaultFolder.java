package io.github.eicluster.assembly;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The folder {@code <output>/vault} with the start-up password of each node, as the file that goes to its machine. It is
 * in no archive and not in the bundle.
 */
public final class VaultFolder {

    private final Path folder;

    /**
     * The folder of one build.
     *
     * @param output the plugin's output directory
     */
    public VaultFolder(Path output) {
        this.folder = output.resolve("vault");
    }

    /**
     * The file of a node.
     *
     * @param planned the cluster
     * @param node the node
     * @return its path; empty if the server asks for the password, or has no vault
     */
    public Optional<Path> file(PlannedCluster planned, PlannedNode node) {
        return name(planned, node).map(folder::resolve);
    }

    /**
     * Writes the files, readable by their owner only, and removes what is no longer made.
     *
     * @param planned the cluster
     */
    public void write(PlannedCluster planned) {
        SortedMap<String, String> files = new TreeMap<>();
        for (PlannedNode node : planned.nodes()) {
            node.plan()
                    .vault()
                    .ifPresent(vault -> name(planned, node)
                            .ifPresent(name -> files.put(name, vault.password().reveal() + "\n")));
        }
        new OwnedFolder(folder, true).write(files);
    }

    private static Optional<String> name(PlannedCluster planned, PlannedNode node) {
        return planned.cluster()
                .vault()
                .flatMap(vault -> vault.writtenFile(node.node()))
                .map(name -> node.node().id() + "/" + name);
    }
}
