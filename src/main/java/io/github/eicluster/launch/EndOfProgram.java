package io.github.eicluster.launch;

import io.github.eicluster.model.ClusterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Stops the nodes of a program when it ends, whatever ended it. Runs in a shutdown hook, when the class loader of the plugin
 * may be closed: all classes that it needs are there before.
 */
public final class EndOfProgram implements Runnable {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration KILL = Duration.ofSeconds(5);

    /** What {@link #run} needs beside this class. */
    private static final List<Class<?>> NEEDED = List.of(
            Stopper.class,
            Launcher.class,
            ProcessRecord.class,
            ProcessRecords.class,
            ProcessId.class,
            Monitor.class,
            ClusterException.class);

    private final ProcessRecords records;
    private final ProcessId owner;
    private final Duration stop;
    private final Monitor monitor;

    /**
     * The end of a program.
     *
     * @param records what was started
     * @param owner the program
     * @param stop how long the nodes may take to stop; at most 20 seconds count
     * @param monitor hears what is done
     */
    public EndOfProgram(ProcessRecords records, ProcessId owner, Duration stop, Monitor monitor) {
        this.records = records;
        this.owner = owner;
        this.stop = stop.compareTo(LONGEST) < 0 ? stop : LONGEST;
        this.monitor = monitor;
        NEEDED.forEach(EndOfProgram::load);
    }

    private static void load(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void run() {
        // A start that goes on beside this has recorded what it has begun, and begins nothing more.
        synchronized (records) {
            records.close();
            List<ProcessRecord> mine = mine();
            if (!mine.isEmpty()) {
                monitor.note("This Maven ends, and stops "
                        + mine.stream().map(ProcessRecord::node).collect(Collectors.joining(" and ")) + ".");
                end(mine);
            }
        }
    }

    private List<ProcessRecord> mine() {
        List<ProcessRecord> mine = new ArrayList<>();
        for (ProcessRecord record : records.all()) {
            if (record.owner().filter(owner::equals).isPresent()) {
                mine.add(record);
            }
        }
        return mine;
    }

    private void end(List<ProcessRecord> mine) {
        List<ProcessRecord> all = mine.stream().map(ProcessRecord::withLiving).toList();
        all.forEach(record -> Stopper.servers(record).forEach(ProcessHandle::destroy));
        await(all, stop);
        all.forEach(record -> record.living().forEach(ProcessHandle::destroyForcibly));
        await(all, KILL);
        all.forEach(records::remove);
    }

    private static void await(List<ProcessRecord> all, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (all.stream().anyMatch(ProcessRecord::runs) && System.nanoTime() - end < 0) {
            Launcher.pause();
        }
    }
}
