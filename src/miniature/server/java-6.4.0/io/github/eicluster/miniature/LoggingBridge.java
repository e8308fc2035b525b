package io.github.eicluster.miniature;

import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;
import org.apache.log4j.spi.LoggingEvent;

/** Hands on what hazelcast.logging.type log4j writes. */
final class LoggingBridge extends AppenderSkeleton {

    static void install() {
        LogManager.getRootLogger().setLevel(Level.INFO);
        LogManager.getRootLogger().addAppender(new LoggingBridge());
    }

    @Override
    protected void append(LoggingEvent event) {
        LogRecord log = new LogRecord(level(event.getLevel()), event.getRenderedMessage());
        log.setLoggerName(event.getLoggerName());
        if (event.getThrowableInformation() != null) {
            log.setThrown(event.getThrowableInformation().getThrowable());
        }
        Logger.getLogger(event.getLoggerName()).log(log);
    }

    private static java.util.logging.Level level(Level level) {
        if (level.isGreaterOrEqual(Level.ERROR)) {
            return java.util.logging.Level.SEVERE;
        }
        return level.isGreaterOrEqual(Level.WARN) ? java.util.logging.Level.WARNING : java.util.logging.Level.INFO;
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public boolean requiresLayout() {
        return false;
    }
}
