package io.github.eicluster.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes a node as zip. */
final class ZipFormat implements NodeWriter {

    @Override
    public void write(Base base, List<Item> items, Part part, Instant timestamp) throws IOException {
        try (FileChannel out = part.createFile()) {
            ZipWriter writer = new ZipWriter(out);
            for (Item item : items) {
                write(base, item, writer, timestamp);
            }
            writer.finish(base instanceof ZipBase zip ? zip.comment() : new byte[0]);
        }
    }

    private static void write(Base base, Item item, ZipWriter writer, Instant timestamp) throws IOException {
        if (item instanceof Item.Kept kept) {
            keep(base, kept.entry(), writer, timestamp);
        } else if (item instanceof Item.Replaced replaced) {
            ZipHead head = base instanceof ZipBase zip
                    ? ZipHead.inPlaceOf(zip.record(replaced.entry()), replaced.mode(), timestamp)
                    : head(base, item.path(), Modes.FILE_TYPE | replaced.mode(), timestamp);
            deflate(writer, head, replaced.file());
        } else if (item instanceof Item.Added added) {
            deflate(writer, head(base, added.path(), Modes.FILE_TYPE | added.mode(), timestamp), added.file());
        }
    }

    private static ZipHead head(Base base, String path, int mode, Instant time) {
        return ZipHead.of(NodeWriter.inArchive(base, path), mode, time);
    }

    private static void keep(Base base, BaseEntry entry, ZipWriter writer, Instant timestamp) throws IOException {
        if (base instanceof ZipBase zip) {
            writer.copy(zip.channel(), zip.place(entry), zip.record(entry));
            return;
        }
        switch (entry.kind()) {
            case DIRECTORY ->
                writer.store(
                        ZipHead.of(
                                NodeWriter.inArchive(base, entry.path()) + "/",
                                Modes.DIRECTORY_TYPE | entry.mode(),
                                timestamp),
                        new byte[0]);
            case LINK ->
                writer.store(
                        head(base, entry.path(), Modes.LINK_TYPE | Modes.LINK, timestamp),
                        entry.link().getBytes(StandardCharsets.UTF_8));
            case FILE -> {
                try (InputStream content = base.open(entry)) {
                    ZipHead head = head(base, entry.path(), Modes.FILE_TYPE | entry.mode(), timestamp);
                    writer.deflate(head, content, entry.size());
                }
            }
        }
    }

    private static void deflate(ZipWriter writer, ZipHead head, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            writer.deflate(head, content, Files.size(file));
        }
    }
}
