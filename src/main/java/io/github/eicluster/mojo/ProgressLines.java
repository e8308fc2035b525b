package io.github.eicluster.mojo;

import io.github.eicluster.archive.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Tells how far the writing of archives is, if it takes more than a second. */
final class ProgressLines implements Progress {

    private static final Duration QUIET = Duration.ofSeconds(1);

    private final Map<Path, String> names;
    private final Consumer<String> show;
    private final Runnable wipe;
    private final Duration pause;
    private final LongSupplier clock;
    private final Map<String, Long> written = new TreeMap<>();
    private long began;
    private long next;
    private long total;

    ProgressLines(Map<Path, String> names, Consumer<String> show, Runnable wipe, Duration pause, LongSupplier clock) {
        this.names = Map.copyOf(names);
        this.show = show;
        this.wipe = wipe;
        this.pause = pause;
        this.clock = clock;
    }

    /** Shows the progress in the status line of a session. */
    static ProgressLines of(Map<Path, String> names, StatusLine status) {
        return new ProgressLines(names, status.show(), status.wipe(), status.pause(), System::nanoTime);
    }

    @Override
    public synchronized void begins(long bytes) {
        total = bytes;
        began = clock.getAsLong();
        next = began + QUIET.toNanos();
    }

    @Override
    public synchronized void wrote(Path target, long bytes) {
        written.merge(names.getOrDefault(target, target.getFileName().toString()), bytes, Long::sum);
        long now = clock.getAsLong();
        if (now - next >= 0) {
            next = now + pause.toNanos();
            show.accept(line(now));
        }
    }

    private String line(long now) {
        long sum = written.values().stream().mapToLong(Long::longValue).sum();
        String nodes = written.entrySet().stream()
                .map(node -> node.getKey() + " " + megabytes(node.getValue()))
                .collect(Collectors.joining(", "));
        double seconds = (now - began) / 1e9;
        return String.format(
                Locale.ROOT,
                "%s of %s MB (%s), %.0f MB/s",
                megabytes(sum),
                megabytes(Math.max(total, sum)),
                nodes,
                sum / 1e6 / seconds);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f", bytes / 1e6);
    }

    @Override
    public synchronized void ends() {
        wipe.run();
    }
}
