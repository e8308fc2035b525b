package io.github.eicluster.assembly;

import io.github.eicluster.archive.ArchiveRequest;
import io.github.eicluster.archive.Distribution;
import io.github.eicluster.archive.NodeArchiver;
import io.github.eicluster.archive.NodeContent;
import io.github.eicluster.archive.WrittenArchive;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeSet;

/** Packs nodes: the distribution with the whole staging tree of the node laid over it. */
public final class Packager {

    private final Distribution base;
    private final Path output;
    private final Instant timestamp;
    private final NodeArchiver archiver;

    /**
     * A packager of one build.
     *
     * @param base the distribution
     * @param output the plugin's output directory, with the staging tree
     * @param timestamp time of changed and added entries
     * @param archiver writes the archives
     */
    public Packager(Distribution base, Path output, Instant timestamp, NodeArchiver archiver) {
        this.base = base;
        this.output = output;
        this.timestamp = timestamp;
        this.archiver = archiver;
    }

    /**
     * Packs nodes, unless their archives are up to date.
     *
     * @param orders what is wanted
     * @param excluded paths of the base that no node gets
     * @return what is in place, in the order of the orders
     */
    public List<PackagedNode> pack(List<PackageOrder> orders, List<String> excluded) {
        List<ArchiveRequest> requests = orders.stream()
                .map(order -> new ArchiveRequest(
                        content(order.node(), excluded), order.target(), order.format(), timestamp, order.checksum()))
                .toList();
        List<WrittenArchive> written = archiver.write(base, requests);
        List<PackagedNode> packed = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            PackageOrder order = orders.get(i);
            packed.add(new PackagedNode(order.node().node().id(), order.format(), written.get(i)));
        }
        return packed;
    }

    private NodeContent content(PlannedNode node, List<String> excluded) {
        SortedMap<String, Path> files = Staging.staged(output, node.node().id());
        files.putAll(node.libraries().files());
        TreeSet<String> left = new TreeSet<>(excluded);
        left.addAll(node.libraries().removed().keySet());
        TreeSet<String> ownerOnly = new TreeSet<>(node.clearSecrets().keySet());
        files.keySet().stream().filter(Packager::isKeyStore).forEach(ownerOnly::add);
        return new NodeContent(files, left, ownerOnly, !ownerOnly.isEmpty());
    }

    private static boolean isKeyStore(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".jks") || name.endsWith(".p12") || name.endsWith(".pfx") || name.endsWith(".key");
    }
}
