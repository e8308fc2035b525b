package io.github.eicluster.miniature;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes in the name of the class of the real server that says the same. */
public final class Log {

    private static final Logger HAZELCAST = Logger.getLogger("com.hazelcast");

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

    /**
     * Hazelcast with its own logging type, the JDK's: on the console, but not in wso2carbon.log, as in the real server.
     */
    public static void keepHazelcastOutOfTheFile() {
        HAZELCAST.setUseParentHandlers(false);
        HAZELCAST.addHandler(new ConsoleHandler());
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
