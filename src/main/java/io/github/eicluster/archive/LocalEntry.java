package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Where one entry lies in a zip: local header, data, data descriptor (APPNOTE 4.3.7 to 4.3.9).
 *
 * @param start first byte of the local header
 * @param data first byte of the data
 * @param end first byte behind the entry
 */
record LocalEntry(long start, long data, long end) {

    static final int SIGNATURE = 0x04034b50;
    private static final int FIXED = 30;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    private static final int LONGEST_DESCRIPTOR = 24;
    private static final int HAS_DESCRIPTOR = 0x8;

    /** Room for the extra fields that zip tools write, so that most headers are read at once. */
    private static final int USUAL_EXTRA = 64;

    /** Finds an entry, and refuses one whose local header tells another story than the directory. */
    static LocalEntry find(ZipSource source, CentralRecord record, String origin) throws IOException {
        long most = source.size();
        if (outside(record.offset(), most) || outside(record.compressedSize(), most) || record.size() < 0) {
            throw DistributionException.refused(origin, record.name(), "has a size or a place that cannot be");
        }
        byte[] name = record.rawName();
        ByteBuffer fixed = source.readAt(record.offset(), FIXED + name.length + USUAL_EXTRA);
        if (fixed.limit() < FIXED || fixed.getInt(0) != SIGNATURE) {
            throw DistributionException.refused(origin, record.name(), "has no local header");
        }
        int nameLength = Short.toUnsignedInt(fixed.getShort(26));
        int extraLength = Short.toUnsignedInt(fixed.getShort(28));
        int length = FIXED + nameLength + extraLength;
        if (length > fixed.limit()) {
            fixed = source.readAt(record.offset(), length);
        }
        if (fixed.limit() < length || !Arrays.equals(ExtraFields.bytesOf(fixed.slice(FIXED, nameLength)), name)) {
            throw DistributionException.refused(origin, record.name(), "has another name in its local header");
        }
        if (Short.toUnsignedInt(fixed.getShort(8)) != record.method()) {
            throw DistributionException.refused(origin, record.name(), "has another compression in its local header");
        }
        ByteBuffer extra = fixed.slice(FIXED + nameLength, extraLength).order(ByteOrder.LITTLE_ENDIAN);
        long data = record.offset() + length;
        long end = data + record.compressedSize();
        boolean described = (fixed.getShort(6) & HAS_DESCRIPTOR) != 0;
        if (!described && !sameSizes(fixed, ExtraFields.read(extra), record)) {
            throw DistributionException.refused(origin, record.name(), "has other sizes in its local header");
        }
        if (record.method() == CentralRecord.STORED && record.size() != record.compressedSize()) {
            throw DistributionException.refused(origin, record.name(), "has a size that is not true");
        }
        return new LocalEntry(
                record.offset(), data, end + (described ? descriptorLength(source, end, record, origin) : 0));
    }

    private static boolean outside(long value, long most) {
        return value < 0 || value > most;
    }

    private static boolean sameSizes(ByteBuffer fixed, ExtraFields extra, CentralRecord record) {
        ByteBuffer wide = extra.find(ExtraFields.ZIP64).orElse(ByteBuffer.allocate(0));
        long size = wideOr(Integer.toUnsignedLong(fixed.getInt(22)), wide);
        long compressedSize = wideOr(Integer.toUnsignedLong(fixed.getInt(18)), wide);
        return fixed.getInt(14) == record.crc() && size == record.size() && compressedSize == record.compressedSize();
    }

    private static long wideOr(long narrow, ByteBuffer wide) {
        return narrow == CentralRecord.SATURATED && wide.remaining() >= 8 ? wide.getLong() : narrow;
    }

    /** Four forms are in use: with or without signature, sizes of 4 or 8 bytes. */
    private static int descriptorLength(ZipSource source, long at, CentralRecord record, String origin)
            throws IOException {
        ByteBuffer bytes = source.readAt(at, LONGEST_DESCRIPTOR);
        boolean signed = bytes.limit() >= 4 && bytes.getInt(0) == DESCRIPTOR_SIGNATURE;
        for (int from = signed ? 4 : 0; from >= 0; from -= 4) {
            if (describes(bytes, from, 4, record)) {
                return from + 12;
            }
            if (describes(bytes, from, 8, record)) {
                return from + 20;
            }
        }
        throw DistributionException.refused(origin, record.name(), "has other sizes behind its data");
    }

    private static boolean describes(ByteBuffer bytes, int from, int width, CentralRecord record) {
        if (bytes.limit() < from + 4 + 2 * width || bytes.getInt(from) != record.crc()) {
            return false;
        }
        return number(bytes, from + 4, width) == record.compressedSize()
                && number(bytes, from + 4 + width, width) == record.size();
    }

    private static long number(ByteBuffer bytes, int at, int width) {
        return width == 8 ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
    }
}
