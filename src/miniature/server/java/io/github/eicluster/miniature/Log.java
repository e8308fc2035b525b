package io.github.eicluster.miniature;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes in the name of the class of the real server that says the same. */
public final class Log {

    private final Logger logger;

    private Log(Logger logger) {
        this.logger = logger;
    }

    /**
     * A log.
     *
     * @param className the full name of the real server's class
     * @return its log
     */
    public static Log of(String className) {
        return new Log(Logger.getLogger(className));
    }

    public void info(String message) {
        logger.log(Level.INFO, message);
    }

    public void warn(String message) {
        logger.log(Level.WARNING, message);
    }

    public void warn(String message, Throwable cause) {
        logger.log(Level.WARNING, message, cause);
    }

    public void error(String message) {
        logger.log(Level.SEVERE, message);
    }

    public void error(String message, Throwable cause) {
        logger.log(Level.SEVERE, message, cause);
    }
}
