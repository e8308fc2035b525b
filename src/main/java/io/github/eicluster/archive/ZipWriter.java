package io.github.eicluster.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.zip.CRC32;

/**
 * Writes a zip (APPNOTE 4.3). Entries of another zip are taken over byte for byte: local header, compressed data and data
 * descriptor; only the offset in the central directory changes. New entries are stored, not compressed, and hold nothing
 * that depends on machine, time zone or umask. Not for several threads.
 */
final class ZipWriter {

    static final short NEEDED_FOR_ZIP64 = 45;

    /** What is copied behind a new entry needs no place of its own. */
    static final long ANYWHERE = -1;

    /** As the memory of most machines: the kernel copies whole pages if a range moves by whole pages. */
    private static final int PAGE = 4096;

    private static final short NEEDED = 20;
    private static final int MOST_ENTRIES = 0xFFFF;
    private static final int MOST_EXTRA = 0xFFFF;
    private static final int BUFFER = 65536;

    private final ArchiveOutput out;

    /** Record of each entry, once its offset is known; and that offset. */
    private final List<LongFunction<byte[]>> records = new ArrayList<>();

    private long[] offsets = new long[1024];

    /** Entries that lie side by side in the base are copied at once. */
    private ZipSource runSource;

    private long runStart;
    private long runEnd;
    private int copied;

    ZipWriter(ArchiveOutput out) {
        this.out = out;
    }

    /** Takes over an entry as it is. */
    void copy(ZipSource from, LocalEntry place, CentralRecord record) throws IOException {
        if (from != runSource || place.start() != runEnd) {
            copyRun();
            runSource = from;
            runStart = place.start();
        }
        add(record::movedTo, out.position() + place.start() - runStart);
        runEnd = place.end();
        copied++;
    }

    private void copyRun() throws IOException {
        if (runSource != null) {
            out.copy(runSource, runStart, runEnd);
        }
        runSource = null;
        runEnd = -1;
    }

    /**
     * Adds a file. It is read twice if it is large: its header needs the checksum.
     *
     * @param next where the range begins in the base that is copied next, so that it moves by whole pages; or {@link #ANYWHERE}
     */
    void store(ZipHead head, Path file, long next) throws IOException {
        long size = Files.size(file);
        if (size <= BUFFER) {
            store(head, Files.readAllBytes(file), next);
            return;
        }
        int crc;
        try (InputStream content = Files.newInputStream(file)) {
            crc = transfer(content, size, null);
        }
        add(head, crc, size, next);
        try (InputStream content = Files.newInputStream(file)) {
            if (transfer(content, size, out) != crc) {
                throw new IOException("'" + file + "' changed while it was read");
            }
        }
    }

    /** Adds an entry with little content. */
    void store(ZipHead head, byte[] content, long next) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        add(head, (int) crc.getValue(), content.length, next);
        out.write(content);
    }

    /** Reads a content whose size is known to its end, writes it if there is a target, and gives its checksum. */
    private static int transfer(InputStream content, long size, ArchiveOutput target) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[BUFFER];
        long left = size;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            crc.update(buffer, 0, read);
            left -= read;
            if (target != null && left >= 0) {
                target.write(buffer, 0, read);
            }
        }
        if (left != 0) {
            throw new IOException("a file changed its size while it was read");
        }
        return (int) crc.getValue();
    }

    private void add(ZipHead head, int crc, long size, long next) throws IOException {
        copyRun();
        boolean wide = size >= CentralRecord.SATURATED;
        byte[] zip64 = wide ? ExtraFields.zip64(size, size) : new byte[0];
        int extra = zip64.length + head.extra().length;
        byte[] common = common(head, crc, size, extra);
        add(offset -> central(head, common, zip64).movedTo(offset), out.position());
        int length = 4 + common.length + head.name().length + extra;
        byte[] padding = next == ANYWHERE ? new byte[0] : padding(extra, next - out.position() - length - size);
        ByteBuffer local = buffer(length + padding.length);
        local.putInt(LocalEntry.SIGNATURE).put(common(head, crc, size, extra + padding.length));
        write(local.put(head.name()).put(zip64).put(head.extra()).put(padding));
    }

    /** Fills a local header, so that what follows its data moves by whole pages. */
    private static byte[] padding(int extra, long distance) {
        int missing = Math.floorMod(distance, PAGE);
        int length = missing > 0 && missing < ExtraFields.LEAST_PADDING ? missing + PAGE : missing;
        return missing == 0 || extra + length > MOST_EXTRA ? new byte[0] : ExtraFields.padding(length);
    }

    /** The part that local header and central record share, from the version that is needed to the length of the extra fields. */
    private static byte[] common(ZipHead head, int crc, long size, int extra) {
        boolean wide = size >= CentralRecord.SATURATED;
        ByteBuffer bytes = buffer(26).putShort(wide ? NEEDED_FOR_ZIP64 : NEEDED);
        bytes.putShort(head.flags()).putShort((short) CentralRecord.STORED);
        bytes.putShort(head.dosTime()).putShort(head.dosDate()).putInt(crc);
        int narrow = (int) Math.min(size, CentralRecord.SATURATED);
        bytes.putInt(narrow).putInt(narrow);
        bytes.putShort((short) head.name().length).putShort((short) extra);
        return ExtraFields.bytesOf(bytes.flip());
    }

    private static CentralRecord central(ZipHead head, byte[] common, byte[] zip64) {
        byte[] extra = head.extra();
        ByteBuffer bytes =
                buffer(CentralRecord.FIXED + head.name().length + zip64.length + extra.length + head.comment().length);
        bytes.putInt(CentralRecord.SIGNATURE).putShort((short) head.madeBy()).put(common);
        bytes.putShort((short) head.comment().length).putShort((short) 0).putShort((short) 0);
        bytes.putInt(head.externalAttributes()).putInt(0);
        bytes.put(head.name()).put(zip64).put(extra).put(head.comment()).flip();
        return CentralRecord.read(bytes);
    }

    private void add(LongFunction<byte[]> record, long offset) {
        if (records.size() == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        }
        offsets[records.size()] = offset;
        records.add(record);
    }

    /** Writes the central directory and the end records; gives the place where the directory begins. */
    long finish(byte[] comment) throws IOException {
        copyRun();
        long start = out.position();
        for (int i = 0; i < records.size(); i++) {
            out.write(records.get(i).apply(offsets[i]));
        }
        long size = out.position() - start;
        boolean wide =
                records.size() >= MOST_ENTRIES || start >= CentralRecord.SATURATED || size >= CentralRecord.SATURATED;
        if (wide) {
            write(zip64End(start, size));
        }
        ByteBuffer end = buffer(22 + comment.length);
        short count = (short) Math.min(records.size(), MOST_ENTRIES);
        end.putInt(0x06054b50).putInt(0).putShort(count).putShort(count);
        end.putInt((int) Math.min(size, CentralRecord.SATURATED));
        end.putInt((int) Math.min(start, CentralRecord.SATURATED));
        write(end.putShort((short) comment.length).put(comment));
        return start;
    }

    private ByteBuffer zip64End(long start, long size) {
        long count = records.size();
        ByteBuffer end = buffer(56 + 20);
        end.putInt(0x06064b50).putLong(44).putShort(NEEDED_FOR_ZIP64).putShort(NEEDED_FOR_ZIP64);
        end.putInt(0).putInt(0).putLong(count).putLong(count).putLong(size).putLong(start);
        end.putInt(0x07064b50).putInt(0).putLong(start + size).putInt(1);
        return end;
    }

    /** {@return how many entries have been taken over as they are} */
    int copied() {
        return copied;
    }

    private void write(ByteBuffer full) throws IOException {
        out.write(ExtraFields.bytesOf(full.flip()));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
