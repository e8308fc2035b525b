package io.github.eicluster.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a zip (APPNOTE 4.3). Entries of another zip are taken over byte for byte: local header, compressed data and data
 * descriptor; only the offset in the central directory changes. New entries hold nothing that depends on machine, time
 * zone or umask. Not for several threads.
 */
final class ZipWriter {

    static final short NEEDED_FOR_ZIP64 = 45;

    private static final short NEEDED = 20;
    private static final int MOST_ENTRIES = 0xFFFF;
    private static final int BUFFER = 65536;

    /** Deflated data can be a little longer than the content. */
    private static final long LARGEST_PLAIN = 0xFFF00000L;

    private final FileChannel out;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    ZipWriter(FileChannel out) {
        this.out = out;
    }

    /** Takes over an entry as it is. */
    void copy(FileChannel from, LocalEntry place, CentralRecord record) throws IOException {
        long offset = out.position();
        long position = place.start();
        while (position < place.end()) {
            long copied = from.transferTo(position, place.end() - position, out);
            if (copied <= 0) {
                throw new IOException("the distribution became shorter while it was read");
            }
            position += copied;
        }
        directory.writeBytes(record.movedTo(offset));
        entries++;
    }

    /** Adds an entry with content that is compressed here. */
    void deflate(ZipHead head, InputStream content, long expected) throws IOException {
        boolean wide = expected >= LARGEST_PLAIN;
        long offset = out.position();
        Sizes none = new Sizes(0, 0, 0, CentralRecord.DEFLATED);
        write(local(head, none, wide));
        long data = out.position();
        CRC32 crc = new CRC32();
        long size = deflate(content, crc);
        long end = out.position();
        Sizes sizes = new Sizes((int) crc.getValue(), end - data, size, CentralRecord.DEFLATED);
        if (!wide && Math.max(sizes.size, sizes.compressed) >= CentralRecord.SATURATED) {
            throw new IOException("a file grew while it was read");
        }
        out.position(offset);
        write(local(head, sizes, wide));
        out.position(end);
        finishEntry(head, sizes, wide, offset);
    }

    /** Adds an entry with little content, not compressed: a folder, a link. */
    void store(ZipHead head, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        Sizes sizes = new Sizes((int) crc.getValue(), content.length, content.length, CentralRecord.STORED);
        long offset = out.position();
        write(local(head, sizes, false));
        write(ByteBuffer.wrap(content));
        finishEntry(head, sizes, false, offset);
    }

    private record Sizes(int crc, long compressed, long size, int method) {}

    private long deflate(InputStream content, CRC32 crc) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            byte[] in = new byte[BUFFER];
            for (int read = content.read(in); read >= 0; read = content.read(in)) {
                crc.update(in, 0, read);
                deflater.setInput(in, 0, read);
                drain(deflater);
            }
            deflater.finish();
            drain(deflater);
            return deflater.getBytesRead();
        } finally {
            deflater.end();
        }
    }

    private void drain(Deflater deflater) throws IOException {
        byte[] compressed = new byte[BUFFER];
        for (int length = deflater.deflate(compressed); length > 0; length = deflater.deflate(compressed)) {
            write(ByteBuffer.wrap(compressed, 0, length));
        }
    }

    private static ByteBuffer local(ZipHead head, Sizes sizes, boolean wide) {
        byte[] zip64 = wide ? ExtraFields.zip64(sizes.size, sizes.compressed) : new byte[0];
        ByteBuffer bytes = buffer(30 + head.name().length + zip64.length + head.extra().length);
        bytes.putInt(0x04034b50).putShort(wide ? NEEDED_FOR_ZIP64 : NEEDED);
        putCommon(bytes, head, sizes, wide);
        bytes.putShort((short) head.name().length).putShort((short) (zip64.length + head.extra().length));
        return bytes.put(head.name()).put(zip64).put(head.extra()).flip();
    }

    /** The part that local header and central record share. */
    private static void putCommon(ByteBuffer bytes, ZipHead head, Sizes sizes, boolean wide) {
        bytes.putShort(head.flags())
                .putShort((short) sizes.method)
                .putShort(head.dosTime())
                .putShort(head.dosDate())
                .putInt(sizes.crc)
                .putInt((int) (wide ? CentralRecord.SATURATED : sizes.compressed))
                .putInt((int) (wide ? CentralRecord.SATURATED : sizes.size));
    }

    private void finishEntry(ZipHead head, Sizes sizes, boolean wide, long offset) {
        byte[] zip64 = wide ? ExtraFields.zip64(sizes.size, sizes.compressed) : new byte[0];
        int extra = zip64.length + head.extra().length;
        ByteBuffer bytes = buffer(CentralRecord.FIXED + head.name().length + extra + head.comment().length);
        bytes.putInt(CentralRecord.SIGNATURE)
                .putShort((short) head.madeBy())
                .putShort(wide ? NEEDED_FOR_ZIP64 : NEEDED);
        putCommon(bytes, head, sizes, wide);
        bytes.putShort((short) head.name().length)
                .putShort((short) extra)
                .putShort((short) head.comment().length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(head.externalAttributes())
                .putInt(0);
        bytes.put(head.name()).put(zip64).put(head.extra()).put(head.comment()).flip();
        directory.writeBytes(CentralRecord.read(bytes).movedTo(offset));
        entries++;
    }

    /** Writes the central directory and the end records. */
    void finish(byte[] comment) throws IOException {
        long start = out.position();
        long size = directory.size();
        write(ByteBuffer.wrap(directory.toByteArray()));
        if (entries >= MOST_ENTRIES || start >= CentralRecord.SATURATED) {
            write(zip64End(start, size));
        }
        ByteBuffer end = buffer(22 + comment.length);
        short count = (short) Math.min(entries, MOST_ENTRIES);
        end.putInt(0x06054b50).putInt(0).putShort(count).putShort(count);
        end.putInt((int) size).putInt((int) Math.min(start, CentralRecord.SATURATED));
        end.putShort((short) comment.length).put(comment);
        write(end.flip());
    }

    private ByteBuffer zip64End(long start, long size) {
        ByteBuffer end = buffer(56 + 20);
        end.putInt(0x06064b50).putLong(44).putShort(NEEDED_FOR_ZIP64).putShort(NEEDED_FOR_ZIP64);
        end.putInt(0).putInt(0).putLong(entries).putLong(entries).putLong(size).putLong(start);
        end.putInt(0x07064b50).putInt(0).putLong(start + size).putInt(1);
        return end.flip();
    }

    int entries() {
        return entries;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
