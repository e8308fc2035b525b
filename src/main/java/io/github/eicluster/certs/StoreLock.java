package io.github.eicluster.certs;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The lock of a store, held against other processes and against other threads of this one, whatever their class loader.
 *
 * <p>On POSIX systems a process loses its lock of a file as soon as it closes any of its channels of that file. So there
 * are two files: whoever waits does so at the first, and only who holds the first opens the second. A thread that gives
 * up may take the first lock from the one that holds it, never the second.
 */
final class StoreLock implements AutoCloseable {

    /** Whoever waits stands here. */
    static final String WAITING = ".lock";

    /** Opened by the holder of the first only. */
    static final String HELD = ".lock-held";

    private static final long PAUSE_MILLIS = 50;

    private final FileChannel waiting;
    private final FileChannel held;

    private StoreLock(FileChannel waiting, FileChannel held) {
        this.waiting = waiting;
        this.held = held;
    }

    /**
     * Waits for the lock.
     *
     * @param files the store
     * @param patience how long; zero: one try
     * @throws ClusterException if it stays locked, cannot be locked, or the thread is interrupted
     */
    static StoreLock acquire(StoreFiles files, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        FileChannel waiting = lock(files, WAITING, patience, end);
        try {
            return new StoreLock(waiting, lock(files, HELD, patience, end));
        } catch (RuntimeException e) {
            close(waiting, e);
            throw e;
        }
    }

    @Override
    public void close() {
        try (waiting) {
            held.close();
        } catch (IOException e) {
            throw new ClusterException("The lock of a certificate store cannot be released: " + e.getMessage(), e);
        }
    }

    private static FileChannel lock(StoreFiles files, String name, Duration patience, long end) {
        Path file = files.folder().resolve(name);
        FileChannel channel = files.openLock(name);
        try {
            while (!isTaken(channel)) {
                if (System.nanoTime() - end >= 0) {
                    throw new ClusterException(file + " has been locked by another build for "
                            + patience.toSeconds()
                            + " seconds, and one build at a time may use a certificate store. Wait until that build has"
                            + " ended, or end it.");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return channel;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ClusterException interrupted =
                    new ClusterException("The build was interrupted while it waited for " + file + ".", e);
            close(channel, interrupted);
            throw interrupted;
        } catch (IOException e) {
            ClusterException failure = new ClusterException(
                    file + " cannot be locked (" + StoreFiles.reason(e)
                            + "), and without a lock two builds could make different keys. Put the store on a file"
                            + " system with locks: certificates/store, or -Dei-cluster.certs.store.",
                    e);
            close(channel, failure);
            throw failure;
        } catch (RuntimeException e) {
            close(channel, e);
            throw e;
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it, or tries just now
        }
    }

    private static void close(FileChannel channel, Exception failure) {
        try {
            channel.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
