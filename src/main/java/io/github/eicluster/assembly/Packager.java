package io.github.eicluster.assembly;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.archive.Format;
import io.github.eicluster.archive.NodeArchiver;
import io.github.eicluster.archive.NodeContent;
import io.github.eicluster.archive.WrittenArchive;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
     * @param pluginVersion version of this plugin; another one makes archives anew
     */
    public Packager(Distribution base, Path output, Instant timestamp, String pluginVersion) {
        this.base = base;
        this.output = output;
        this.timestamp = timestamp;
        this.archiver = new NodeArchiver(pluginVersion);
    }

    /**
     * Packs one node, unless its archive is up to date.
     *
     * @param node the node
     * @param excluded paths of the base that the node does not get
     * @param target the archive, or the folder for {@link Format#DIRECTORY}
     * @param format how it is packed
     * @return what was made
     */
    public PackagedNode pack(PlannedNode node, List<String> excluded, Path target, Format format) {
        long start = System.nanoTime();
        String id = node.node().id();
        SortedMap<String, Path> files = Staging.staged(output, id);
        files.putAll(node.libraries().files());
        TreeSet<String> left = new TreeSet<>(excluded);
        left.addAll(node.libraries().removed().keySet());
        TreeSet<String> ownerOnly = new TreeSet<>(node.clearSecrets().keySet());
        files.keySet().stream().filter(Packager::isKeyStore).forEach(ownerOnly::add);
        NodeContent content = new NodeContent(files, left, ownerOnly, !ownerOnly.isEmpty());
        Path state = output.resolve(".state").resolve(target.getFileName() + ".fingerprint");
        WrittenArchive written = archiver.write(base, content, target, format, timestamp, state);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new PackagedNode(id, written.file(), written.bytes(), written.reused(), elapsed);
    }

    private static boolean isKeyStore(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".jks") || name.endsWith(".p12") || name.endsWith(".pfx") || name.endsWith(".key");
    }
}
