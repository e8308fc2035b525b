package io.github.eicluster.launch;

import java.io.IOException;

/** Begins processes. */
public interface Spawner {

    /**
     * Begins a process. It reads nothing, sees the caller's environment without what {@link Command#clears} names, and goes
     * on after the caller has ended.
     *
     * @param command what to run
     * @return the process
     * @throws IOException if it cannot be run
     */
    Process start(Command command) throws IOException;
}
