package io.github.eicluster.mojo;

import io.github.eicluster.archive.ArchiveRequest;
import io.github.eicluster.archive.Distribution;
import io.github.eicluster.archive.Format;
import io.github.eicluster.archive.NodeArchiver;
import io.github.eicluster.archive.NodeContent;
import io.github.eicluster.launch.ThisMachine;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.plugin.logging.Log;

/** The homes from which the nodes of this machine start. */
final class NodeHomes {

    /** A folder and an archive of one build are finished one after the other. */
    private static final Duration ONE_BUILD = Duration.ofMinutes(1);

    private final ClusterBuild build;
    private final Log log;

    NodeHomes(ClusterBuild build, Log log) {
        this.build = build;
        this.log = log;
    }

    /** Fails unless all nodes are on this machine. */
    static void requireLocal(List<Node> nodes) {
        List<String> elsewhere = nodes.stream()
                .filter(node -> node.host().filter(ThisMachine::has).isEmpty())
                .map(node ->
                        node.id() + node.host().map(host -> " (" + host + ")").orElse(" (no host is declared)"))
                .toList();
        if (!elsewhere.isEmpty()) {
            throw new ClusterException("cluster/nodes: " + String.join(", ", elsewhere)
                    + (elsewhere.size() == 1 ? " is" : " are")
                    + " not on this machine, and this goal starts clusters whose nodes all are. Install the archives as"
                    + " RUNBOOK.md says, or use a profile that gives all nodes the host 127.0.0.1 for tests here.");
        }
    }

    /** The home of a node: the folder of package if there is one, else its archive, unpacked. */
    Path of(String id) throws IOException {
        Path source = source(id);
        return Files.isDirectory(source) ? source : unpack(id, source);
    }

    /** Where {@link #of} gives the home of a node. */
    Path place(String id) throws IOException {
        Path source = source(id);
        return Files.isDirectory(source)
                ? source
                : folder(id).resolve(build.planned().root());
    }

    /** The folder or the archive with the files from which a node starts. */
    Path source(String id) throws IOException {
        Path zip = build.archive(id, Format.ZIP);
        Path folder = build.archive(id, Format.DIRECTORY);
        Path home = folder.resolve(build.planned().root());
        boolean packed = Files.isRegularFile(zip);
        if (Files.isDirectory(home) && !(packed && isOlder(folder, zip))) {
            return home;
        }
        if (!packed) {
            throw new ClusterException(id + ": there is neither " + zip + " nor " + home
                    + ". Run package first, such as mvn package ei-cluster:start.");
        }
        return zip;
    }

    private Path folder(String id) {
        return build.workspace().output().resolve("run").resolve(id);
    }

    private static boolean isOlder(Path folder, Path zip) throws IOException {
        Path remembered = folder.resolveSibling("." + folder.getFileName() + ".fingerprint");
        Path written = Files.exists(remembered) ? remembered : folder;
        return Files.getLastModifiedTime(written)
                .toInstant()
                .plus(ONE_BUILD)
                .isBefore(Files.getLastModifiedTime(zip).toInstant());
    }

    /** What has changed since the last time is written; what the server has put there stays. */
    private Path unpack(String id, Path zip) {
        Path folder = folder(id);
        // Homes hold key stores and passwords: nobody else looks into the folder.
        NodeContent nothing = new NodeContent(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), true);
        try (Distribution archive = Distribution.open(zip)) {
            NodeArchiver archiver = new NodeArchiver(
                    build.pluginVersion(),
                    1,
                    ProgressLines.of(Map.of(folder, id), StatusLine.of(build.session(), log)));
            archiver.write(
                    archive, List.of(new ArchiveRequest(nothing, folder, Format.DIRECTORY, build.timestamp(), false)));
            return folder.resolve(archive.root());
        }
    }
}
