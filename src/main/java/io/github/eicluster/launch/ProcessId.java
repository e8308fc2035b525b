package io.github.eicluster.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that is known again after its number has been given to another one.
 *
 * @param pid its number
 * @param started when it began, milliseconds since 1970
 * @param program path of its program; empty if unknown
 */
public record ProcessId(long pid, long started, String program) {

    /** Linux counts from its boot, whose time moves when the clock is set. */
    private static final long TOLERANCE = 1_500;

    /**
     * The identity of a running process.
     *
     * @param process the process
     * @return its identity
     */
    public static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), startOf(process), programOf(process));
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String programOf(ProcessHandle process) {
        return process.info()
                .command()
                .map(text -> text.replace(" (deleted)", ""))
                .orElse("");
    }

    /** {@return the process, if it still runs; never another one that has its number now} */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessId::runs).filter(this::is);
    }

    /** The system does not name the program of a process that is about to end. */
    private boolean is(ProcessHandle process) {
        String now = programOf(process);
        return Math.abs(startOf(process) - started) <= TOLERANCE
                && (program.isEmpty() || now.isEmpty() || program.equals(now));
    }

    /**
     * Tells whether a process runs. One that has ended and whose parent has not asked for its status does not, although
     * Linux still lists it.
     *
     * @param process the process
     * @return whether it runs
     */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            // The name of the program stands in brackets and may hold anything.
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException e) {
            return false;
        }
    }

    String text() {
        return pid + " " + started + " " + program;
    }

    static ProcessId parse(String text) {
        String[] parts = text.split(" ", 3);
        return new ProcessId(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts.length < 3 ? "" : parts[2]);
    }
}
