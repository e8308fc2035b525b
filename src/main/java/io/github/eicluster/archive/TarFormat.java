package io.github.eicluster.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes a node as tar (POSIX form), compressed by gzip; {@link GZIPOutputStream} writes neither time nor name. */
final class TarFormat implements NodeWriter {

    @Override
    public void write(Base base, List<Item> items, Part part, Instant timestamp) throws IOException {
        try (var file = Channels.newOutputStream(part.createFile());
                var gzip = new GZIPOutputStream(new BufferedOutputStream(file, 65536), 8192);
                var tar = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Item item : items) {
                write(base, item, tar, timestamp);
            }
            tar.finish();
        }
    }

    private static void write(Base base, Item item, TarArchiveOutputStream tar, Instant timestamp) throws IOException {
        String name = NodeWriter.inArchive(base, item.path());
        if (item instanceof Item.Kept kept) {
            keep(base, kept.entry(), name, tar, NodeWriter.time(base, kept.entry(), timestamp));
        } else if (item instanceof Item.Replaced replaced) {
            put(tar, file(name, replaced.mode(), Files.size(replaced.file()), timestamp), replaced.file());
        } else if (item instanceof Item.Added added) {
            put(tar, file(name, added.mode(), Files.size(added.file()), timestamp), added.file());
        }
    }

    private static void keep(Base base, BaseEntry entry, String name, TarArchiveOutputStream tar, Instant time)
            throws IOException {
        switch (entry.kind()) {
            case DIRECTORY -> {
                tar.putArchiveEntry(plain(new TarArchiveEntry(name + "/"), entry.mode(), time));
                tar.closeArchiveEntry();
            }
            case LINK -> {
                TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
                link.setLinkName(entry.link());
                tar.putArchiveEntry(plain(link, entry.mode(), time));
                tar.closeArchiveEntry();
            }
            case FILE -> {
                try (InputStream content = base.open(entry)) {
                    put(tar, file(name, entry.mode(), entry.size(), time), content);
                }
            }
        }
    }

    private static TarArchiveEntry file(String name, int mode, long size, Instant time) {
        TarArchiveEntry entry = plain(new TarArchiveEntry(name), mode, time);
        entry.setSize(size);
        return entry;
    }

    /** The owner would else be the user of this machine; fractions of a second would need a header of their own. */
    private static TarArchiveEntry plain(TarArchiveEntry entry, int mode, Instant time) {
        entry.setMode(mode);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setLastModifiedTime(FileTime.from(time.truncatedTo(ChronoUnit.SECONDS)));
        return entry;
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            put(tar, entry, content);
        }
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, InputStream content) throws IOException {
        tar.putArchiveEntry(entry);
        content.transferTo(tar);
        tar.closeArchiveEntry();
    }
}
