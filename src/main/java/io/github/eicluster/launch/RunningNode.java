package io.github.eicluster.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A node whose processes run, and what its log has proved so far. */
public final class RunningNode {

    private static final long SETTLE = 500_000_000L;

    private final NodeLaunch launch;
    private final boolean before;
    private final BooleanSupplier alive;
    private final LogFile file;
    private final NodeLog log = new NodeLog();
    private long failedAt;

    private RunningNode(NodeLaunch launch, boolean before, BooleanSupplier alive) {
        this.launch = launch;
        this.before = before;
        this.alive = alive;
        this.file = new LogFile(launch.log());
    }

    /** A node that this program has started. */
    static RunningNode started(NodeLaunch launch, Process process) {
        return new RunningNode(launch, false, process::isAlive);
    }

    /**
     * A node that was started earlier.
     *
     * @param launch the node
     * @param record what is remembered of it
     * @return the node, with what its log proves until now
     */
    public static RunningNode found(NodeLaunch launch, ProcessRecord record) {
        RunningNode node = new RunningNode(launch, true, record::runs);
        do {
            node.look();
        } while (!node.file.atEnd());
        return node;
    }

    /** {@return the node} */
    public NodeLaunch launch() {
        return launch;
    }

    /** {@return whether it was started earlier, and {@link #found} now} */
    public boolean ranBefore() {
        return before;
    }

    /** {@return what its log has proved} */
    public NodeLog log() {
        return log;
    }

    /** {@return whether it runs} */
    public boolean runs() {
        return alive.getAsBoolean();
    }

    /** Reads what has come to its log; gives those lines. */
    public List<String> look() {
        List<String> lines = file.lines();
        lines.forEach(log::take);
        return lines;
    }

    /** Reads what is left of the log of a node that has ended, with the line that has no end; gives those lines. */
    List<String> rest() {
        List<String> lines = new ArrayList<>();
        do {
            lines.addAll(look());
        } while (!file.atEnd());
        List<String> last = file.remainder();
        last.forEach(log::take);
        lines.addAll(last);
        return lines;
    }

    /** The failure of a node that is starting: what its log tells, after a moment for the lines that explain it. */
    Optional<LaunchFailure> failure(long now) {
        boolean ended = !runs();
        if (ended) {
            rest();
        }
        if (log.failure().isPresent()) {
            failedAt = failedAt == 0 ? now : failedAt;
            if (ended || now - failedAt >= SETTLE) {
                return Optional.of(failure(log.failure().get(), ended ? "The process has ended." : "", log.telling()));
            }
            return Optional.empty();
        }
        return ended ? Optional.of(failure(Cause.DIED, "Its last words:", log.last())) : Optional.empty();
    }

    LaunchFailure failure(Cause cause, String detail, List<String> lines) {
        return new LaunchFailure(launch.id(), cause, detail, lines, launch.log());
    }
}
