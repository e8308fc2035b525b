package io.github.eicluster.archive;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes node archives, but not again what is there already. */
public final class NodeArchiver {

    private static final String HEADING = "ei-cluster archive state 1";

    private final String pluginVersion;

    /**
     * An archiver of one version of the plugin; another version writes all archives anew.
     *
     * @param pluginVersion version of the plugin
     */
    public NodeArchiver(String pluginVersion) {
        this.pluginVersion = pluginVersion;
    }

    /**
     * Writes an archive as {@link NodeArchive#write} does, unless base, content, format, timestamp and plugin version are
     * those of the last time, and nobody has touched the archive since.
     *
     * @param base the distribution
     * @param content what is laid over it
     * @param target the archive or folder
     * @param format the format
     * @param timestamp time of changed and added entries
     * @param state a small text file that remembers the last time; its parents are created
     * @return what is in place
     * @throws ClusterException if the content does not fit the base or writing fails
     */
    public WrittenArchive write(
            Distribution base, NodeContent content, Path target, Format format, Instant timestamp, Path state) {
        try {
            Layers.lay(base.base(), content);
            String print = Fingerprint.of(base.base(), content, format, timestamp, pluginVersion);
            List<String> last =
                    Files.isRegularFile(state) ? Files.readAllLines(state, StandardCharsets.ISO_8859_1) : List.of();
            if (unchanged(last, print, target, format)) {
                Stamp stamp = Stamp.of(target);
                return new WrittenArchive(target, stamp.bytes(), Integer.parseInt(last.get(3)), true);
            }
            // A state that outlives a failure would vouch for an archive that it does not know.
            Files.deleteIfExists(state);
            WrittenArchive written = NodeArchive.write(base, content, target, format, timestamp);
            Files.createDirectories(state.toAbsolutePath().resolveSibling("").normalize());
            Files.write(state, lines(print, written), StandardCharsets.ISO_8859_1);
            return written;
        } catch (IOException e) {
            throw new ClusterException(
                    "The state file '" + state + "' of '" + target + "' cannot be read or written: " + e.getMessage()
                            + "; delete it and build again.",
                    e);
        }
    }

    private static List<String> lines(String print, WrittenArchive written) throws IOException {
        return List.of(HEADING, print, Stamp.of(written.file()).line(), Integer.toString(written.entries()));
    }

    private static boolean unchanged(List<String> last, String print, Path target, Format format) throws IOException {
        boolean there = format == Format.DIRECTORY ? Files.isDirectory(target) : Files.isRegularFile(target);
        return there
                && last.size() == 4
                && last.get(0).equals(HEADING)
                && last.get(1).equals(print)
                && last.get(2).equals(Stamp.of(target).line())
                && last.get(3).matches("\\d{1,9}");
    }
}
