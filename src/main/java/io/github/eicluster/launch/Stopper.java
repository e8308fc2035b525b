package io.github.eicluster.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Stops nodes that were started here, and no other process. */
public final class Stopper {

    /** Where a server writes the number of its process, below its home. */
    static final String PID_FILE = "wso2carbon.pid";

    /** A script ends when its Java has; one that does not is helped. */
    private static final Duration SCRIPT = Duration.ofSeconds(3);

    private static final Duration KILL = Duration.ofSeconds(10);

    private final ProcessRecords records;
    private final Timing timing;
    private final Monitor monitor;

    /**
     * Stops nodes.
     *
     * @param records what was started
     * @param timing how long it may take
     * @param monitor hears how far it is
     */
    public Stopper(ProcessRecords records, Timing timing, Monitor monitor) {
        this.records = records;
        this.timing = timing;
        this.monitor = monitor;
    }

    /** Stops all nodes, the last started first, one at a time. */
    public void stopAll() {
        List<ProcessRecord> all = new ArrayList<>(records.all());
        while (!all.isEmpty()) {
            ProcessRecord record = all.remove(all.size() - 1);
            stop(record, all.stream().filter(ProcessRecord::runs).toList());
        }
    }

    /**
     * Stops a node: asks Java to end, kills what is there when time is over.
     *
     * @param record the node
     * @param survivors nodes of the same cluster that run on, which have to notice
     */
    public void stop(ProcessRecord record, List<ProcessRecord> survivors) {
        if (!record.runs()) {
            records.remove(record);
            monitor.note(record.node() + " had ended already");
            return;
        }
        List<Witness> witnesses = record.memberPort() == 0
                ? List.of()
                : survivors.stream()
                        .filter(survivor -> survivor.memberPort() != 0)
                        .map(Witness::of)
                        .toList();
        long began = System.nanoTime();
        boolean graceful = end(record);
        monitor.statusEnds();
        forget(record);
        monitor.note(String.format(
                Locale.ROOT,
                "%s: %s in %.1f s",
                record.node(),
                graceful ? "stopped" : "killed, since it had not stopped by itself,",
                Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3));
        if (graceful) {
            witness(record, witnesses);
        }
    }

    /** Ends a node that has not come up, at once; an interruption does not keep it from that. */
    void kill(ProcessRecord record) {
        record.living().forEach(ProcessHandle::destroyForcibly);
        boolean interrupted = false;
        long began = System.nanoTime();
        while (record.runs() && System.nanoTime() - began < KILL.toNanos()) {
            monitor.status(record.node() + ": killed");
            interrupted |= !slept();
        }
        forget(record);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean slept() {
        try {
            Thread.sleep(Launcher.PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private boolean end(ProcessRecord record) {
        // Children that have lost their parent are found again by what is remembered here.
        ProcessRecord all = record.withLiving();
        records.write(all);
        servers(all).forEach(ProcessHandle::destroy);
        boolean ended = await(all, timing.stop(), "stops");
        if (!ended) {
            all.withLiving().living().forEach(ProcessHandle::destroyForcibly);
            await(all, KILL, "killed");
        }
        return ended;
    }

    /**
     * The processes that are asked to end: the server itself. The script does not hand signals on; if it ended first, it
     * would leave the server alone. It ends by itself when the server has.
     */
    static Collection<ProcessHandle> servers(ProcessRecord record) {
        Set<ProcessHandle> living = record.living();
        long pid = pidFile(record.home());
        List<ProcessHandle> named =
                living.stream().filter(process -> process.pid() == pid).toList();
        if (!named.isEmpty()) {
            return named;
        }
        List<ProcessHandle> leaves = living.stream()
                .filter(process -> process.children().noneMatch(ProcessId::runs))
                .toList();
        return leaves.isEmpty() ? living : leaves;
    }

    private static long pidFile(Path home) {
        try {
            String text = Files.readString(home.resolve(PID_FILE), StandardCharsets.US_ASCII)
                    .strip();
            return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private boolean await(ProcessRecord record, Duration time, String what) {
        long began = System.nanoTime();
        boolean helped = false;
        long serverEnded = 0;
        while (true) {
            Set<ProcessHandle> living = record.living();
            if (living.isEmpty()) {
                return true;
            }
            long now = System.nanoTime();
            Duration elapsed = Duration.ofNanos(now - began);
            if (elapsed.compareTo(time) >= 0) {
                return false;
            }
            boolean scriptOnly = record.processes().get(0).find().stream()
                    .anyMatch(script -> living.size() == 1 && living.contains(script));
            serverEnded = scriptOnly ? (serverEnded == 0 ? now : serverEnded) : 0;
            if (!helped && serverEnded != 0 && now - serverEnded >= SCRIPT.toNanos()) {
                living.forEach(ProcessHandle::destroy);
                helped = true;
            }
            monitor.status(record.node() + ": " + what + ", " + elapsed.toSeconds() + " s");
            Launcher.pause();
        }
    }

    private void forget(ProcessRecord record) {
        records.remove(record);
        try {
            // A killed server leaves it, and the script would take another process for the server.
            long pid = pidFile(record.home());
            if (ProcessHandle.of(pid).filter(ProcessId::runs).isEmpty()) {
                Files.deleteIfExists(record.home().resolve(PID_FILE));
            }
        } catch (IOException e) {
            monitor.warn(record.node() + ": " + PID_FILE + " cannot be deleted: " + e.getMessage());
        }
    }

    private void witness(ProcessRecord left, List<Witness> witnesses) {
        long began = System.nanoTime();
        List<Witness> unsure = new ArrayList<>(witnesses);
        while (!unsure.isEmpty()) {
            unsure.removeIf(witness -> witness.hasSeenLeave(left.memberPort()));
            if (unsure.isEmpty()) {
                witnesses.forEach(witness -> monitor.note(witness.node() + " has seen " + left.node() + " leave"));
                return;
            }
            if (System.nanoTime() - began >= timing.members().toNanos()) {
                unsure.forEach(witness -> monitor.warn(witness.node() + " has not seen " + left.node() + " leave in "
                        + timing.members().toSeconds() + " s ('Member left' is not in its log)."));
                return;
            }
            Launcher.pause();
        }
    }

    /** A node that runs on, with what its log says from now on. */
    private record Witness(String node, LogFile file, NodeLog log) {

        static Witness of(ProcessRecord record) {
            LogFile file = new LogFile(record.log());
            file.toEnd();
            return new Witness(record.node(), file, new NodeLog());
        }

        boolean hasSeenLeave(int port) {
            file.lines().forEach(log::take);
            return log.hasLeft(port);
        }
    }
}
