package io.github.eicluster.mojo;

import io.github.eicluster.launch.EndOfProgram;
import io.github.eicluster.launch.Monitor;
import io.github.eicluster.launch.ProcessId;
import io.github.eicluster.launch.ProcessRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** The nodes of one output directory that this Maven starts, and stops at its end at the latest. */
final class OwnProcesses {

    private final ProcessRecords records;
    private final Consumer<Thread> hooks;
    private boolean hooked;

    OwnProcesses(Path output) {
        this(output, Runtime.getRuntime()::addShutdownHook);
    }

    OwnProcesses(Path output, Consumer<Thread> hooks) {
        this.records = new ProcessRecords(output);
        this.hooks = hooks;
    }

    /** What was started, by whatever Maven. */
    ProcessRecords records() {
        return records;
    }

    /**
     * Stops at the end of this Maven what is its own then: also what is starting while it is interrupted. The first call
     * counts.
     */
    synchronized void stopAtEnd(Duration stop, Monitor monitor) {
        if (!hooked) {
            ProcessId self = ProcessId.of(ProcessHandle.current());
            hooks.accept(new Thread(new EndOfProgram(records, self, stop, monitor), "ei-cluster end"));
            hooked = true;
        }
    }
}
