package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a node as zip. */
final class ZipFormat implements NodeWriter {

    /** A range of so many bytes is worth up to a page in front of it. */
    private static final long LONG = 1 << 20;

    @Override
    public Written write(Order order, Part part) throws IOException {
        ArchiveRequest request = order.request();
        try (ArchiveOutput out =
                new ArchiveOutput(part.createFile(), request.target(), order.progress(), request.checksum())) {
            ZipWriter writer = new ZipWriter(out);
            for (int i = 0; i < order.items().size(); i++) {
                write(order, i, writer);
            }
            long directory = writer.finish(order.base() instanceof ZipBase zip ? zip.comment() : new byte[0]);
            out.finish();
            int copied = writer.copied();
            Work work = new Work(out.position(), copied, order.items().size() - copied);
            return new Written(work, out.checksum(), directory);
        }
    }

    private static void write(Order order, int index, ZipWriter writer) throws IOException {
        Item item = order.items().get(index);
        if (item instanceof Item.Kept kept) {
            keep(order, kept.entry(), writer);
        } else if (item instanceof Item.Made made) {
            ZipHead head = made.replaced() != null && order.base() instanceof ZipBase zip
                    ? ZipHead.inPlaceOf(zip.record(made.replaced()), order.timestamp())
                    : head(order, made.path(), Modes.FILE_TYPE | made.mode());
            writer.store(head, made.file(), next(order, index + 1));
        }
    }

    /** {@return where a long range begins in the base that is copied from an item on} */
    private static long next(Order order, int first) {
        long start = ZipWriter.ANYWHERE;
        long end = start;
        for (int i = first;
                order.base() instanceof ZipBase zip && i < order.items().size();
                i++) {
            if (!(order.items().get(i) instanceof Item.Kept kept)) {
                break;
            }
            LocalEntry place = zip.place(kept.entry());
            if (i == first) {
                start = place.start();
            } else if (place.start() != end) {
                break;
            }
            end = place.end();
            if (end - start >= LONG) {
                return start;
            }
        }
        return ZipWriter.ANYWHERE;
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
                writer.store(ZipHead.of(name, mode, order.timestamp()), new byte[0], ZipWriter.ANYWHERE);
            }
            case LINK ->
                writer.store(
                        head(order, entry.path(), Modes.LINK_TYPE | Modes.LINK),
                        entry.link().getBytes(StandardCharsets.UTF_8),
                        ZipWriter.ANYWHERE);
            case FILE ->
                writer.store(
                        head(order, entry.path(), Modes.FILE_TYPE | entry.mode()),
                        order.base().file(entry),
                        ZipWriter.ANYWHERE);
        }
    }
}
