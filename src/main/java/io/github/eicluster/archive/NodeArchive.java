package io.github.eicluster.archive;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes the archive of one node: a distribution with the node's own files laid over it. */
public final class NodeArchive {

    private NodeArchive() {}

    /**
     * Writes an archive. From a zip to a zip, entries that do not change are copied as they are, compressed bytes, modes and
     * times included; changed ones keep place and mode, added ones follow, sorted by name. The same inputs give the same
     * bytes. The archive appears in its place whole or not at all; an old one stays untouched if writing fails.
     *
     * @param base the distribution
     * @param content what is laid over it
     * @param target the archive, or for {@link Format#DIRECTORY} the folder that will hold the root folder; its parents are
     *     created
     * @param format the format
     * @param timestamp time of changed and added entries, written as UTC; of all entries if the base is a directory
     * @return what was written
     * @throws ClusterException if the content does not fit the base or writing fails
     */
    public static WrittenArchive write(
            Distribution base, NodeContent content, Path target, Format format, Instant timestamp) {
        List<Item> items = Layers.lay(base.base(), content);
        try (Part part = Part.begin(target, content.secret())) {
            writer(format).write(base.base(), items, part, timestamp);
            part.commit();
            return new WrittenArchive(target, Stamp.of(target).bytes(), items.size(), false);
        } catch (IOException e) {
            throw new ClusterException(
                    "'" + target + "' cannot be written from '" + base.origin() + "': " + reason(e)
                            + "; check the file system and the distribution, then build again.",
                    e);
        }
    }

    private static NodeWriter writer(Format format) {
        return switch (format) {
            case ZIP -> new ZipFormat();
            case TAR_GZ -> new TarFormat();
            case DIRECTORY -> new DirectoryFormat();
        };
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
