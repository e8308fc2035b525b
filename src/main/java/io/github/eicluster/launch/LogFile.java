package io.github.eicluster.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines that come to a file which another process writes. */
public final class LogFile {

    /** A server that writes more in one look is read in several. */
    private static final int MOST_AT_ONCE = 1 << 20;

    private final Path file;
    private long position;
    private byte[] rest = new byte[0];
    private boolean atEnd;

    /**
     * A file from its beginning.
     *
     * @param file the file; it may come later
     */
    public LogFile(Path file) {
        this.file = file;
    }

    /** {@return the file} */
    public Path file() {
        return file;
    }

    /** Passes over what is there now. */
    void toEnd() {
        try {
            position = Files.exists(file) ? Files.size(file) : 0;
            rest = new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the whole lines that have come since the last call} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() < position) {
                // The node has been started again.
                position = 0;
                rest = new byte[0];
            }
            channel.position(position);
            int length = (int) Math.min(MOST_AT_ONCE, channel.size() - position);
            ByteBuffer buffer = ByteBuffer.allocate(rest.length + length).put(rest);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // Reads on.
            }
            position = channel.position();
            atEnd = position >= channel.size();
            split(buffer.flip(), lines);
        } catch (NoSuchFileException e) {
            atEnd = true;
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' cannot be read", e);
        }
        return lines;
    }

    /** {@return whether the last call of {@link #lines} has given all that was there} */
    boolean atEnd() {
        return atEnd;
    }

    /** {@return the line that has no end yet, such as the last words of a process; it does not come again} */
    List<String> remainder() {
        String line = text(rest, 0, rest.length);
        rest = new byte[0];
        return line.isEmpty() ? List.of() : List.of(line);
    }

    private void split(ByteBuffer buffer, List<String> lines) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(text(bytes, start, i));
                start = i + 1;
            }
        }
        rest = java.util.Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8).stripTrailing();
    }
}
