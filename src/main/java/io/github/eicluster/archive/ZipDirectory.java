package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

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

    /** What a zip begins with: an entry, or without entries the directory of an older or newer kind. */
    private static final Set<Integer> STARTS = Set.of(LocalEntry.SIGNATURE, ZIP64_END_SIGNATURE);

    private static final int LONGEST_COMMENT = 0xFFFF;

    /** Some 250,000 entries; a distribution has 10,000. */
    private static final long LARGEST_DIRECTORY = 32L << 20;

    private final ZipSource source;
    private final String origin;
    private final List<CentralRecord> records = new ArrayList<>();
    private byte[] comment = new byte[0];
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private long count;
    private long size;
    private long start;
    private long end;

    private ZipDirectory(ZipSource source, String origin) {
        this.source = source;
        this.origin = origin;
    }

    static ZipDirectory read(ZipSource source, String origin) throws IOException {
        ZipDirectory directory = new ZipDirectory(source, origin);
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

    private void readEnd() throws IOException {
        long fileSize = source.size();
        int tailSize = (int) Math.min(fileSize, END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = source.readAt(fileSize - tailSize, tailSize);
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
        requireOneFile(tail.getShort(at + 4), tail.getShort(at + 6), tail.getShort(at + 8) - tail.getShort(at + 10));
        readZip64End();
        requirePlace();
    }

    private void requireOneFile(int... mustBeZero) {
        for (int number : mustBeZero) {
            // All ones: the number is in the ZIP64 record.
            if (number != 0 && number != -1) {
                throw severalFiles();
            }
        }
    }

    private DistributionException severalFiles() {
        return DistributionException.of(
                origin, "is one file of an archive in several files", "join them into one, such as with zip -s 0");
    }

    private void requirePlace() throws IOException {
        if (size > LARGEST_DIRECTORY) {
            throw DistributionException.of(
                    origin,
                    "has a directory of " + size + " bytes, more than " + LARGEST_DIRECTORY,
                    "give a WSO2 EI distribution");
        }
        requireNoPrefix();
        if (start < 0 || size < 0 || start + size != end) {
            throw DistributionException.damaged(origin, "its directory is not where its end record says");
        }
    }

    /** A self-extracting archive, or another file that a zip was hung on. */
    private void requireNoPrefix() throws IOException {
        ByteBuffer first = source.readAt(0, Integer.BYTES);
        if (end > 0 && (first.limit() < Integer.BYTES || !STARTS.contains(first.getInt(0)))) {
            throw DistributionException.of(
                    origin,
                    "begins with something else than a zip entry, as self-extracting archives do",
                    "give the plain zip archive");
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
        ByteBuffer locator = source.readAt(end - LOCATOR_SIZE, LOCATOR_SIZE);
        if (locator.getInt(0) != LOCATOR_SIGNATURE) {
            return;
        }
        long at = locator.getLong(8);
        if (at < 0 || at > end - LOCATOR_SIZE - ZIP64_END_SIZE) {
            throw DistributionException.damaged(origin, "its ZIP64 end record is not where its locator says");
        }
        ByteBuffer wide = source.readAt(at, ZIP64_END_SIZE);
        if (wide.getInt(0) != ZIP64_END_SIGNATURE) {
            throw DistributionException.damaged(origin, "its ZIP64 end record is not where its locator says");
        }
        requireOneFile(wide.getInt(16), wide.getInt(20), locator.getInt(4), locator.getInt(16) > 1 ? 1 : 0);
        count = widened(count, 0xFFFF, wide.getLong(32));
        size = widened(size, CentralRecord.SATURATED, wide.getLong(40));
        start = widened(start, CentralRecord.SATURATED, wide.getLong(48));
        end = at;
    }

    /** Some readers take the one, some the other: both must say the same. */
    private long widened(long narrow, long saturated, long wide) {
        if (narrow != saturated && narrow != wide) {
            throw DistributionException.damaged(origin, "its two end records contradict each other");
        }
        return wide;
    }

    /** {@return a text that changes with any byte of the directory or the comment: names, sizes, times, checksums} */
    String checksum() {
        MessageDigest digest = Fingerprint.sha256();
        digest.update(bytes.duplicate().rewind());
        digest.update(comment);
        return HexFormat.of().formatHex(digest.digest());
    }

    private void readRecords() throws IOException {
        bytes = source.readAt(start, (int) size);
        try {
            while (bytes.hasRemaining()) {
                CentralRecord record = CentralRecord.read(bytes);
                if (record.disk() != 0) {
                    throw severalFiles();
                }
                records.add(record);
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
