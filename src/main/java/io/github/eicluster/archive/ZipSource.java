package io.github.eicluster.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.LongAdder;

/** An open zip file. Reads by position only, so that several threads can read at once, and counts what is read. */
final class ZipSource implements Closeable {

    private final Path path;
    private final FileChannel channel;
    private final LongAdder read = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final String trace;

    private ZipSource(Path path, FileChannel channel, String trace) {
        this.path = path;
        this.channel = channel;
        this.trace = trace;
    }

    static ZipSource open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new ZipSource(path, channel, traceOf(path));
    }

    /** What is known of a file without reading it: size, time, and where the file system has one, its key. */
    private static String traceOf(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey();
    }

    /** {@return size, time and file key when the file was opened} */
    String trace() {
        return trace;
    }

    /** Fails if the file is no longer the one that was opened. */
    void requireUnchanged() throws IOException {
        if (!traceOf(path).equals(trace)) {
            throw new IOException("the distribution changed while it was read");
        }
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Reads exactly that many bytes, or fewer at the end of the file. */
    ByteBuffer readAt(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && read(buffer, position + buffer.position()) >= 0) {
            // goes on until the buffer is full or the file ends
        }
        return buffer.flip();
    }

    int read(ByteBuffer target, long position) throws IOException {
        int length = channel.read(target, position);
        read.add(Math.max(length, 0));
        return length;
    }

    /** Copies bytes to where the target stands, in the kernel if it can; gives how many, 0 at the end of the file. */
    long transfer(long position, long length, FileChannel target) throws IOException {
        long moved = channel.transferTo(position, length, target);
        read.add(moved);
        return moved;
    }

    /** Notes that the content of one entry is unpacked. */
    void countUnpacked() {
        opened.increment();
    }

    /** {@return how many bytes have been read so far} */
    long bytesRead() {
        return read.sum();
    }

    /** {@return how many entries have been unpacked so far} */
    long entriesUnpacked() {
        return opened.sum();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
