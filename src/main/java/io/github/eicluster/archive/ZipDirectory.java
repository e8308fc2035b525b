package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The end records and the central directory of a zip (APPNOTE 4.3.12 to 4.3.16). Strict: the end record ends the file, and
 * the directory ends where the end records begin, so that every reader sees the same entries.
 */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int ZIP64_END_SIGNATURE = 0x06064b50;
    private static final int ZIP64_END_SIZE = 56;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long LARGEST_DIRECTORY = 256L << 20;

    private final FileChannel channel;
    private final String origin;
    private final List<CentralRecord> records = new ArrayList<>();
    private byte[] comment = new byte[0];
    private long count;
    private long size;
    private long start;
    private long end;

    private ZipDirectory(FileChannel channel, String origin) {
        this.channel = channel;
        this.origin = origin;
    }

    static ZipDirectory read(FileChannel channel, String origin) throws IOException {
        ZipDirectory directory = new ZipDirectory(channel, origin);
        directory.readEnd();
        directory.readRecords();
        return directory;
    }

    /** {@return the records in the order of the directory} */
    List<CentralRecord> records() {
        return records;
    }

    /** {@return the comment of the archive} */
    byte[] comment() {
        return comment.clone();
    }

    /** {@return where the directory begins, that is, where the entries must have ended} */
    long start() {
        return start;
    }

    /** Reads exactly that many bytes, or fewer at the end of the file. */
    static ByteBuffer readAt(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, position + buffer.position());
            if (read < 0) {
                break;
            }
        }
        return buffer.flip();
    }

    private void readEnd() throws IOException {
        long fileSize = channel.size();
        int tailSize = (int) Math.min(fileSize, END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = readAt(channel, fileSize - tailSize, tailSize);
        int at = tailSize - END_SIZE;
        while (at >= 0 && !isEnd(tail, at)) {
            at--;
        }
        if (at < 0) {
            throw DistributionException.of(
                    origin,
                    "is neither a directory nor a whole zip archive (its end record is missing)",
                    "give a WSO2 EI distribution zip, downloaded completely, or an unpacked home");
        }
        comment = ExtraFields.bytesOf(tail.slice(at + END_SIZE, tailSize - at - END_SIZE));
        count = Short.toUnsignedLong(tail.getShort(at + 10));
        size = Integer.toUnsignedLong(tail.getInt(at + 12));
        start = Integer.toUnsignedLong(tail.getInt(at + 16));
        end = fileSize - tailSize + at;
        boolean oneDisk =
                tail.getShort(at + 4) == tail.getShort(at + 6) && tail.getShort(at + 8) == tail.getShort(at + 10);
        if (!oneDisk) {
            throw DistributionException.damaged(origin, "it is one part of an archive in several parts");
        }
        readZip64End();
        if (start + size != end || size > LARGEST_DIRECTORY || start < 0 || size < 0) {
            throw DistributionException.damaged(origin, "its directory is not where its end record says");
        }
    }

    private static boolean isEnd(ByteBuffer tail, int at) {
        return tail.getInt(at) == END_SIGNATURE
                && at + END_SIZE + Short.toUnsignedInt(tail.getShort(at + 20)) == tail.limit();
    }

    private void readZip64End() throws IOException {
        if (end < LOCATOR_SIZE + ZIP64_END_SIZE) {
            return;
        }
        ByteBuffer locator = readAt(channel, end - LOCATOR_SIZE, LOCATOR_SIZE);
        if (locator.getInt(0) != LOCATOR_SIGNATURE) {
            return;
        }
        long at = locator.getLong(8);
        if (at < 0 || at > end - LOCATOR_SIZE - ZIP64_END_SIZE) {
            throw DistributionException.damaged(origin, "its ZIP64 end record is not where its locator says");
        }
        ByteBuffer wide = readAt(channel, at, ZIP64_END_SIZE);
        if (wide.getInt(0) != ZIP64_END_SIGNATURE) {
            throw DistributionException.damaged(origin, "its ZIP64 end record is not where its locator says");
        }
        count = count == 0xFFFF ? wide.getLong(32) : count;
        size = size == CentralRecord.SATURATED ? wide.getLong(40) : size;
        start = start == CentralRecord.SATURATED ? wide.getLong(48) : start;
        end = at;
    }

    private void readRecords() throws IOException {
        ByteBuffer bytes = readAt(channel, start, (int) size);
        try {
            while (bytes.hasRemaining()) {
                records.add(CentralRecord.read(bytes));
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new DistributionException(
                    DistributionException.damaged(origin, "its directory is damaged")
                            .getMessage(),
                    e);
        }
        if (records.size() != count) {
            throw DistributionException.damaged(
                    origin, "its directory holds " + records.size() + " entries, its end record says " + count);
        }
    }
}
