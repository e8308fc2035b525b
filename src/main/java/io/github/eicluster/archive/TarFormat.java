package io.github.eicluster.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes a node as tar (POSIX form), compressed by gzip; {@link GZIPOutputStream} writes neither time nor name. */
final class TarFormat implements NodeWriter {

    /** Checksum and size at the end of a gzip file. */
    private static final int TRAILER = 8;

    @Override
    public Written write(Order order, Part part) throws IOException {
        ArchiveRequest request = order.request();
        ArchiveOutput out =
                new ArchiveOutput(part.createFile(), request.target(), order.progress(), request.checksum());
        try (out;
                var gzip = new GZIPOutputStream(out, 65536);
                var tar = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Item item : order.items()) {
                write(order, item, tar);
            }
            tar.finish();
            gzip.finish();
            out.finish();
        }
        return new Written(
                new Work(out.position(), 0, order.items().size()),
                out.checksum(),
                Math.max(0, out.position() - TRAILER));
    }

    private static void write(Order order, Item item, TarArchiveOutputStream tar) throws IOException {
        String name = order.inArchive(item.path());
        switch (item.kind()) {
            case DIRECTORY -> {
                tar.putArchiveEntry(plain(new TarArchiveEntry(name + "/"), order, item));
                tar.closeArchiveEntry();
            }
            case LINK -> {
                TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
                link.setLinkName(((Item.Kept) item).entry().link());
                tar.putArchiveEntry(plain(link, order, item));
                tar.closeArchiveEntry();
            }
            case FILE -> {
                try (InputStream content = item.open(order.base())) {
                    TarArchiveEntry entry = plain(new TarArchiveEntry(name), order, item);
                    entry.setSize(item.size());
                    tar.putArchiveEntry(entry);
                    content.transferTo(tar);
                    tar.closeArchiveEntry();
                }
            }
        }
    }

    /** The owner would else be the user of this machine; fractions of a second would need a header of their own. */
    private static TarArchiveEntry plain(TarArchiveEntry entry, Order order, Item item) {
        entry.setMode(item.mode());
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setLastModifiedTime(FileTime.from(item.time(order).truncatedTo(ChronoUnit.SECONDS)));
        return entry;
    }
}
