package io.github.eicluster.mojo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/**
 * Where it is shown how far something is: on a terminal in one line that is written over and wiped at the end, else in a
 * line of the log now and then.
 *
 * @param show shows a line
 * @param wipe takes the last one away
 * @param pause how long a line stays
 */
record StatusLine(Consumer<String> show, Runnable wipe, Duration pause) {

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration IN_LOG = Duration.ofSeconds(5);

    /** Back to the start of the line, and everything behind it is wiped. */
    private static final String WIPE = "\r\u001b[K";

    /** What the console of a session allows. */
    static StatusLine of(MavenSession session, Log log) {
        return Colours.terminal(session)
                .map(console -> onTerminal(console.writer()))
                .orElseGet(() -> new StatusLine(log::info, () -> {}, IN_LOG));
    }

    /** One line of a terminal. */
    static StatusLine onTerminal(PrintWriter terminal) {
        return new StatusLine(
                line -> {
                    terminal.print(WIPE + line);
                    terminal.flush();
                },
                () -> {
                    terminal.print(WIPE);
                    terminal.flush();
                },
                ON_TERMINAL);
    }
}
