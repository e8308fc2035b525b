package io.github.eicluster.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One record of a zip's central directory, kept byte for byte (APPNOTE 4.3.12), so that an entry that does not change is
 * written as it was.
 */
final class CentralRecord {

    static final int SIGNATURE = 0x02014b50;
    static final int FIXED = 46;
    static final long SATURATED = 0xFFFFFFFFL;
    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int UTF8 = 0x800;

    private static final int UNIX = 3;
    private static final int ENCRYPTED = 0x1 | 0x40 | 0x2000;
    private static final int OFFSET_AT = 42;

    /** A slice of the whole directory: of large archives there are many records. */
    private final ByteBuffer bytes;

    private final long size;
    private final long compressedSize;
    private final long offset;
    private final String name;

    private CentralRecord(ByteBuffer bytes) {
        this.bytes = bytes;
        ByteBuffer wide = hasWide() ? extra().find(ExtraFields.ZIP64).orElse(nothing()) : nothing();
        this.size = wideOr(unsigned(24), wide);
        this.compressedSize = wideOr(unsigned(20), wide);
        this.offset = wideOr(unsigned(OFFSET_AT), wide);
        byte[] raw = rawName();
        this.name = unicodePath(raw).or(() -> utf8(raw)).orElseGet(() -> new String(raw, cp437()));
    }

    /**
     * Reads the record at the position of a buffer and moves behind it.
     *
     * @throws java.nio.BufferUnderflowException if it is cut off or its ZIP64 field lacks a value
     * @throws IllegalArgumentException if there is no record
     */
    static CentralRecord read(ByteBuffer directory) {
        ByteBuffer rest = directory.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (rest.limit() < FIXED || rest.getInt(0) != SIGNATURE) {
            throw new IllegalArgumentException("no central directory record");
        }
        int length = FIXED;
        for (int at = 28; at <= 32; at += 2) {
            length += Short.toUnsignedInt(rest.getShort(at));
        }
        if (length > rest.limit()) {
            throw new IllegalArgumentException("central directory record is cut off");
        }
        directory.position(directory.position() + length);
        return new CentralRecord(rest.slice(0, length).order(ByteOrder.LITTLE_ENDIAN));
    }

    private boolean hasWide() {
        return unsigned(20) == SATURATED || unsigned(24) == SATURATED || unsigned(OFFSET_AT) == SATURATED;
    }

    private static ByteBuffer nothing() {
        return ByteBuffer.allocate(0);
    }

    private static long wideOr(long narrow, ByteBuffer wide) {
        return narrow == SATURATED ? wide.getLong() : narrow;
    }

    private long unsigned(int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    private int unsignedShort(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private int nameLength() {
        return unsignedShort(28);
    }

    private int extraLength() {
        return unsignedShort(30);
    }

    long size() {
        return size;
    }

    long compressedSize() {
        return compressedSize;
    }

    /** {@return where its local header begins} */
    long offset() {
        return offset;
    }

    int method() {
        return unsignedShort(10);
    }

    int crc() {
        return bytes.getInt(16);
    }

    boolean encrypted() {
        return (flags() & ENCRYPTED) != 0;
    }

    int flags() {
        return unsignedShort(8);
    }

    int madeBy() {
        return unsignedShort(4);
    }

    int externalAttributes() {
        return bytes.getInt(38);
    }

    ExtraFields extra() {
        return ExtraFields.read(bytes.slice(FIXED + nameLength(), extraLength()));
    }

    /** {@return number of the file, of an archive in several files, that holds the entry; not 0 if there are several} */
    int disk() {
        int disk = unsignedShort(34);
        return disk == 0xFFFF && hasWide() ? 0 : disk;
    }

    byte[] rawName() {
        return ExtraFields.bytesOf(bytes.slice(FIXED, nameLength()));
    }

    byte[] rawComment() {
        return ExtraFields.bytesOf(bytes.slice(FIXED + nameLength() + extraLength(), unsignedShort(32)));
    }

    /** {@return the name: UTF-8 where that is legal, as all tools of today read it, else CP437 (APPNOTE, appendix D)} */
    String name() {
        return name;
    }

    /** Not every Java has the old character sets. */
    private static Charset cp437() {
        return Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
    }

    /** Info-ZIP's second name counts only if it was made for the first one. */
    private Optional<String> unicodePath(byte[] raw) {
        return extra().find(ExtraFields.UNICODE_PATH)
                .filter(field -> field.limit() > 5 && field.getInt(1) == checksum(raw))
                .flatMap(field -> utf8(ExtraFields.bytesOf(field.slice(5, field.limit() - 5))));
    }

    private static int checksum(byte[] raw) {
        CRC32 crc = new CRC32();
        crc.update(raw);
        return (int) crc.getValue();
    }

    private static Optional<String> utf8(byte[] raw) {
        String ascii = new String(raw, StandardCharsets.US_ASCII);
        if (ascii.indexOf('\uFFFD') < 0) {
            return Optional.of(ascii); // nearly all names
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** {@return type and permission bits; 0 if the archive was not made on Unix} */
    int unixMode() {
        return madeBy() >> 8 == UNIX ? externalAttributes() >>> 16 : 0;
    }

    /** {@return the time in the extended timestamp, else the DOS time as if it were UTC} */
    Instant modified() {
        return extra().find(ExtraFields.EXTENDED_TIMESTAMP)
                .filter(field -> field.limit() >= 5 && (field.get(0) & 1) != 0)
                .map(field -> Instant.ofEpochSecond(field.getInt(1)))
                .orElseGet(this::dosTime);
    }

    private Instant dosTime() {
        int time = unsignedShort(12);
        int date = unsignedShort(14);
        try {
            return LocalDateTime.of(
                            1980 + (date >> 9),
                            (date >> 5) & 0xf,
                            date & 0x1f,
                            time >> 11,
                            (time >> 5) & 0x3f,
                            (time & 0x1f) * 2)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return Instant.parse("1980-01-01T00:00:00Z");
        }
    }

    /** {@return the record for an entry whose local header is now elsewhere; nothing else changes} */
    byte[] movedTo(long newOffset) {
        boolean wide = unsigned(OFFSET_AT) == SATURATED;
        if (!wide && newOffset >= SATURATED) {
            return widenedFor(newOffset);
        }
        byte[] moved = ExtraFields.bytesOf(bytes);
        ByteBuffer target = ByteBuffer.wrap(moved).order(ByteOrder.LITTLE_ENDIAN);
        if (wide) {
            target.putLong(FIXED + nameLength() + extra().position(ExtraFields.ZIP64) + wideSizes(), newOffset);
        } else {
            target.putInt(OFFSET_AT, (int) newOffset);
        }
        return moved;
    }

    /** {@return the length of the sizes in the ZIP64 field; it holds exactly what is saturated in the record} */
    private int wideSizes() {
        return (unsigned(24) == SATURATED ? Long.BYTES : 0) + (unsigned(20) == SATURATED ? Long.BYTES : 0);
    }

    /** The offset comes behind the sizes and before a disk number. */
    private byte[] widenedFor(long newOffset) {
        ExtraFields extra = extra();
        ByteBuffer old = extra.find(ExtraFields.ZIP64).orElse(nothing());
        byte[] zip64 = ExtraFields.zip64(old, wideSizes(), newOffset);
        byte[] others = extra.only(id -> id != ExtraFields.ZIP64);
        byte[] comment = rawComment();
        ByteBuffer built = ByteBuffer.allocate(FIXED + nameLength() + zip64.length + others.length + comment.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        built.put(bytes.slice(0, FIXED + nameLength())).put(zip64).put(others).put(comment);
        built.putShort(6, (short) Math.max(unsignedShort(6), ZipWriter.NEEDED_FOR_ZIP64));
        built.putShort(30, (short) (zip64.length + others.length));
        built.putInt(OFFSET_AT, (int) SATURATED);
        return ExtraFields.bytesOf(built.flip());
    }
}
