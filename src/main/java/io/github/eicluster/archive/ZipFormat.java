package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a node as zip. */
final class ZipFormat implements NodeWriter {

    @Override
    public Written write(Order order, Part part) throws IOException {
        ArchiveRequest request = order.request();
        try (ArchiveOutput out =
                new ArchiveOutput(part.createFile(), request.target(), order.progress(), request.checksum())) {
            ZipWriter writer = new ZipWriter(out);
            for (Item item : order.items()) {
                write(order, item, writer);
            }
            long directory = writer.finish(order.base() instanceof ZipBase zip ? zip.comment() : new byte[0]);
            out.finish();
            int copied = writer.copied();
            Work work = new Work(out.position(), copied, order.items().size() - copied);
            return new Written(work, out.checksum(), directory);
        }
    }

    private static void write(Order order, Item item, ZipWriter writer) throws IOException {
        if (item instanceof Item.Kept kept) {
            keep(order, kept.entry(), writer);
        } else if (item instanceof Item.Made made) {
            ZipHead head = made.replaced() != null && order.base() instanceof ZipBase zip
                    ? ZipHead.inPlaceOf(zip.record(made.replaced()), order.timestamp())
                    : head(order, made.path(), Modes.FILE_TYPE | made.mode());
            writer.store(head, made.file());
        }
    }

    private static ZipHead head(Order order, String path, int mode) {
        return ZipHead.of(order.inArchive(path), mode, order.timestamp());
    }

    private static void keep(Order order, BaseEntry entry, ZipWriter writer) throws IOException {
        if (order.base() instanceof ZipBase zip) {
            writer.copy(zip.source(), zip.place(entry), zip.record(entry));
            return;
        }
        switch (entry.kind()) {
            case DIRECTORY -> {
                String name = order.inArchive(entry.path()) + "/";
                int mode = Modes.DIRECTORY_TYPE | entry.mode();
                writer.store(ZipHead.of(name, mode, order.timestamp()), new byte[0]);
            }
            case LINK ->
                writer.store(
                        head(order, entry.path(), Modes.LINK_TYPE | Modes.LINK),
                        entry.link().getBytes(StandardCharsets.UTF_8));
            case FILE ->
                writer.store(
                        head(order, entry.path(), Modes.FILE_TYPE | entry.mode()),
                        order.base().file(entry));
        }
    }
}
