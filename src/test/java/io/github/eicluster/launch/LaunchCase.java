package io.github.eicluster.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Processes of a test, all of which have ended when it has. */
abstract class LaunchCase {

    /** The folder of a test, without a blank in its path. */
    @TempDir
    Path folder;

    final RecordingMonitor monitor = new RecordingMonitor();
    final List<ProcessHandle> begun = new ArrayList<>();
    ProcessRecords records;

    @BeforeEach
    void openRecords() {
        records = new ProcessRecords(folder);
    }

    @AfterEach
    void nothingIsLeftRunning() {
        for (ProcessHandle process : begun) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        records.all().forEach(record -> record.living().forEach(ProcessHandle::destroyForcibly));
    }

    final Process begin(Command command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words());
        builder.directory(command.directory().toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(command.output().toFile());
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        begun.add(process.toHandle());
        return process;
    }

    static Timing timing(int start, int stop) {
        return new Timing(Duration.ofSeconds(start), Duration.ofSeconds(1), Duration.ofSeconds(stop));
    }

    final Launcher launcher(int seconds) {
        return new Launcher(this::begin, records, monitor, timing(seconds, 20), false, Optional.empty());
    }

    final Stopper stopper(int seconds) {
        return new Stopper(records, timing(20, seconds), monitor);
    }
}
