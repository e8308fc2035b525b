package io.github.eicluster.assembly;

import io.github.eicluster.database.DatabaseData;
import io.github.eicluster.database.DatabaseData.NodePool;
import io.github.eicluster.database.DatabaseFiles;
import io.github.eicluster.database.DatabasePlan;
import io.github.eicluster.database.DatabaseWriter;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Problem;
import io.github.eicluster.node.PoolSizes;
import io.github.eicluster.product.Home;
import io.github.eicluster.template.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder {@code <output>/databases} with the files from which an administrator makes the databases. */
public final class DatabasesFolder {

    private final Path folder;

    /**
     * The folder of one build.
     *
     * @param output the plugin's output directory
     */
    public DatabasesFolder(Path output) {
        this.folder = output.resolve("databases");
    }

    /**
     * Where the files are.
     *
     * @return the folder
     */
    public Path path() {
        return folder;
    }

    /**
     * Plans the files; writes nothing.
     *
     * @param planned the cluster
     * @param base the distribution, whose script makes the tables
     * @param baseDirectory where a relative {@code caCertificate} starts
     * @param showPasswords whether the passwords of the nodes' users are written in clear text
     * @return the files
     * @throws ClusterException if the distribution has no such script, or with all mistakes that keep the databases from
     *     being made
     */
    public static DatabaseFiles plan(PlannedCluster planned, Home base, Path baseDirectory, boolean showPasswords) {
        Cluster cluster = planned.cluster();
        DatabasePlan plan = DatabasePlan.of(cluster, planned.version());
        DatabaseData data = new DatabaseData(
                cluster,
                plan,
                script(plan, base, planned),
                pools(planned, base),
                planned.root(),
                authority(cluster.databases().server(), baseDirectory),
                showPasswords);
        DatabaseFiles files = new DatabaseWriter(new Templates()).write(data);
        List<Problem> errors =
                files.problems().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ClusterException(errors.stream()
                    .map(Problem::text)
                    .collect(Collectors.joining("\n  ", "The databases cannot be made:\n  ", "")));
        }
        return files;
    }

    /**
     * Writes the files, those with passwords readable by their owner only, and removes what is no longer made.
     *
     * @param planned the planned files
     */
    public void write(DatabaseFiles planned) {
        try {
            for (Map.Entry<String, byte[]> file : planned.files().entrySet()) {
                SafeFiles.write(
                        folder.resolve(file.getKey()),
                        file.getValue(),
                        planned.secrets().contains(file.getKey()));
            }
            removeStale(planned);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Packs the folder.
     *
     * @param target the zip archive
     * @param timestamp time of all entries
     */
    public void pack(Path target, Instant timestamp) {
        SmallZip zip = new SmallZip(folder);
        zip.add(folder);
        zip.write(target, timestamp);
    }

    /**
     * Reads the script that makes the tables of each database.
     *
     * @param plan the databases
     * @param base the distribution
     * @param planned the cluster
     * @return the bytes of the script
     * @throws ClusterException if the distribution has no such file
     */
    public static byte[] script(DatabasePlan plan, Home base, PlannedCluster planned) {
        return base.read(plan.script())
                .orElseThrow(() -> new ClusterException("cluster/database/script: " + base.origin() + " (EI "
                        + planned.version() + ") has no file " + plan.script() + ", which makes the tables of "
                        + planned.cluster().databases().type().text()
                        + ". Name another one below dbscripts with <script>."));
    }

    private static List<NodePool> pools(PlannedCluster planned, Home base) {
        List<NodePool> pools = new ArrayList<>();
        for (PlannedNode node : planned.nodes()) {
            PoolSizes.of(base, node.overlay(), node.plan(), planned.version())
                    .forEach(pool ->
                            pools.add(new NodePool(node.node().id(), pool.jndiName(), pool.url(), pool.maxActive())));
        }
        return pools;
    }

    /** Whether it is a certificate at all is checked where the trust stores get it. */
    private static Optional<byte[]> authority(Databases.Server server, Path baseDirectory) {
        try {
            return server.caCertificate().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(
                            baseDirectory.resolve(server.caCertificate().get())));
        } catch (IOException e) {
            throw new ClusterException(
                    "cluster/database/caCertificate: '" + server.caCertificate().orElse("") + "' cannot be read ("
                            + e.getMessage() + "). Give a PEM file.",
                    e);
        }
    }

    private void removeStale(DatabaseFiles planned) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> present;
        try (Stream<Path> walk = Files.walk(folder)) {
            present = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : present) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            boolean stale = Files.isDirectory(path)
                    ? planned.files().keySet().stream().noneMatch(file -> name.isEmpty() || file.startsWith(name + "/"))
                    : !planned.files().containsKey(name);
            if (stale) {
                Files.delete(path);
            }
        }
    }
}
