package io.github.eicluster.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The bytes of one archive on their way to the disk: long ranges of the distribution by the operating system, all else, and
 * everything that a checksum is computed of, through one buffer. Not for several threads.
 */
final class ArchiveOutput extends OutputStream {

    /** Both measured; see "Copying runs" in the architecture page. */
    static final int BUFFER = 32 << 10;

    /** As much is handed over to the operating system at once, to a multiple of it; then the progress is told. */
    private static final int PIECE = 8 << 20;

    private final FileChannel out;
    private final Path target;
    private final Progress progress;
    private final Optional<MessageDigest> digest;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private long position;

    /**
     * Output into a new file.
     *
     * @param out the file, closed together with this
     * @param target whose progress is told
     * @param progress is told what was written
     * @param checksum whether a SHA-256 is computed on the way
     */
    ArchiveOutput(FileChannel out, Path target, Progress progress, boolean checksum) {
        this.out = out;
        this.target = target;
        this.progress = progress;
        this.digest = checksum ? Optional.of(Fingerprint.sha256()) : Optional.empty();
    }

    /** {@return how many bytes have been given so far, that is, where the next one will lie} */
    long position() {
        return position;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int part = Math.min(buffer.remaining(), length - done);
            buffer.put(bytes, from + done, part);
            done += part;
            drainIfFull();
        }
        position += length;
    }

    /** Takes over a range of a zip file. */
    void copy(ZipSource source, long start, long end) throws IOException {
        if (digest.isEmpty() && end - start > BUFFER) {
            drain();
            handOver(source, start, end);
        } else {
            copyThroughBuffer(source, start, end);
        }
    }

    private void handOver(ZipSource source, long start, long end) throws IOException {
        long at = start;
        while (at < end) {
            long piece = PIECE - position % PIECE;
            long moved = requireProgress(source.transfer(at, Math.min(piece, end - at), out));
            at += moved;
            position += moved;
            progress.wrote(target, moved);
        }
    }

    private void copyThroughBuffer(ZipSource source, long start, long end) throws IOException {
        long at = start;
        while (at < end) {
            buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + (end - at)));
            long read = requireProgress(source.read(buffer, at));
            buffer.limit(buffer.capacity());
            at += read;
            position += read;
            drainIfFull();
        }
    }

    private static long requireProgress(long bytes) throws IOException {
        if (bytes <= 0) {
            throw new IOException("the distribution became shorter while it was read");
        }
        return bytes;
    }

    private void drainIfFull() throws IOException {
        if (!buffer.hasRemaining()) {
            drain();
        }
    }

    private void drain() throws IOException {
        if (buffer.position() == 0) {
            return;
        }
        buffer.flip();
        int length = buffer.remaining();
        digest.ifPresent(sha -> {
            sha.update(buffer);
            buffer.rewind();
        });
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        buffer.clear();
        progress.wrote(target, length);
    }

    /** Writes what is still in the buffer. */
    void finish() throws IOException {
        drain();
    }

    /** {@return the SHA-256 of all bytes in hexadecimal digits, once, if it was wanted; after {@link #finish}} */
    Optional<String> checksum() {
        return digest.map(sha -> HexFormat.of().formatHex(sha.digest()));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
