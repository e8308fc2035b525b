package io.github.eicluster.archive;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes node archives, several at once, but not again what is there already. */
public final class NodeArchiver {

    private final String pluginVersion;
    private final int threads;
    private final Progress progress;

    /**
     * An archiver of one version of the plugin; another version writes all archives anew.
     *
     * @param pluginVersion version of the plugin
     * @param threads how many archives are written at once; the bytes are the same with any number
     * @param progress is told how far the writing is
     */
    public NodeArchiver(String pluginVersion, int threads, Progress progress) {
        this.pluginVersion = pluginVersion;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Writes archives. From a zip to a zip, entries that do not change are copied as they are, compressed bytes, modes and
     * times included; changed ones keep place and mode, added ones follow, sorted by name. The same inputs give the same
     * bytes. An archive appears in its place whole or not at all; an old one stays untouched if writing fails. An archive
     * whose base, content, format, timestamp and plugin version are those of the last time, and that nobody has touched
     * since, is not written again. What a killed build left beside the targets is deleted.
     *
     * @param base the distribution
     * @param requests the archives
     * @return what is in place, in the order of the requests
     * @throws ClusterException if a content does not fit the base, there is not enough room, or writing fails; no archive
     *     is written before all contents fit and there is room for all
     */
    public List<WrittenArchive> write(Distribution base, List<ArchiveRequest> requests) {
        try {
            sweep(requests);
            List<Optional<WrittenArchive>> there = new ArrayList<>();
            List<NodeArchive> wanted = new ArrayList<>();
            for (ArchiveRequest request : requests) {
                NodeArchive archive = NodeArchive.of(base, request, pluginVersion);
                there.add(archive.upToDate());
                if (there.get(there.size() - 1).isEmpty()) {
                    wanted.add(archive);
                }
            }
            List<WrittenArchive> written = new ArrayList<>(writeAll(wanted));
            return there.stream()
                    .map(found -> found.orElseGet(() -> written.remove(0)))
                    .toList();
        } catch (IOException e) {
            throw new ClusterException(
                    "The archives below '"
                            + requests.get(0).target().toAbsolutePath().getParent()
                            + "' cannot be looked at or prepared: " + NodeArchive.reason(e)
                            + "; check the file system, or run mvn clean.",
                    e);
        }
    }

    private static void sweep(List<ArchiveRequest> requests) throws IOException {
        TreeSet<Path> folders = new TreeSet<>();
        requests.forEach(
                request -> folders.add(request.target().toAbsolutePath().resolveSibling("")));
        for (Path folder : folders) {
            Leftovers.sweep(folder);
        }
    }

    private List<WrittenArchive> writeAll(List<NodeArchive> archives) throws IOException {
        if (archives.isEmpty()) {
            return List.of();
        }
        List<DiskSpace.Need> needs = new ArrayList<>();
        for (NodeArchive archive : archives) {
            archive.layOut(progress);
        }
        for (NodeArchive archive : archives) {
            needs.add(archive.need());
        }
        DiskSpace.require(needs, threads);
        progress.begins(needs.stream().mapToLong(DiskSpace.Need::bytes).sum());
        try {
            return threads == 1 || archives.size() == 1
                    ? archives.stream().map(archive -> archive.write(progress)).toList()
                    : writeAtOnce(archives);
        } finally {
            progress.ends();
        }
    }

    private List<WrittenArchive> writeAtOnce(List<NodeArchive> archives) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, archives.size()));
        AtomicBoolean failed = new AtomicBoolean();
        try {
            List<Future<WrittenArchive>> running = new ArrayList<>();
            for (NodeArchive archive : archives) {
                running.add(pool.submit(() -> writeUnless(failed, archive)));
            }
            return results(running);
        } finally {
            // Threads are not interrupted: that would close the distribution under the others.
            pool.shutdown();
        }
    }

    private WrittenArchive writeUnless(AtomicBoolean failed, NodeArchive archive) {
        if (failed.get()) {
            throw new CancellationException("an earlier archive failed");
        }
        try {
            return archive.write(progress);
        } catch (RuntimeException | Error e) {
            failed.set(true);
            throw e;
        }
    }

    /** Waits for all, since they read the same distribution; then gives the results or the first failure. */
    private static List<WrittenArchive> results(List<Future<WrittenArchive>> running) {
        List<WrittenArchive> written = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (Future<WrittenArchive> future : running) {
            try {
                written.add(future.get());
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failures.add(new ClusterException("Writing the archives was interrupted; build again.", e));
            }
        }
        if (failures.isEmpty()) {
            return written;
        }
        if (failures.get(0) instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failures.get(0);
    }
}
