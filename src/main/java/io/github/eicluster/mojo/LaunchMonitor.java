package io.github.eicluster.mojo;

import io.github.eicluster.launch.Monitor;
import org.apache.maven.plugin.logging.Log;

/** Says in the log what nodes do, and shows waits of more than a second in the status line. */
final class LaunchMonitor implements Monitor {

    private static final long QUIET = 1_000_000_000L;

    private final Log log;
    private final StatusLine status;
    private boolean waits;
    private boolean shown;
    private long next;

    LaunchMonitor(Log log, StatusLine status) {
        this.log = log;
        this.status = status;
    }

    @Override
    public void note(String line) {
        log.info(line);
    }

    @Override
    public void warn(String line) {
        log.warn(line);
    }

    @Override
    public void status(String line) {
        long now = System.nanoTime();
        if (!waits) {
            waits = true;
            next = now + QUIET;
        }
        if (now - next >= 0 && log.isInfoEnabled()) {
            next = now + status.pause().toNanos();
            shown = true;
            status.show().accept(line);
        }
    }

    @Override
    public void statusEnds() {
        if (shown) {
            status.wipe().run();
        }
        waits = false;
        shown = false;
    }
}
