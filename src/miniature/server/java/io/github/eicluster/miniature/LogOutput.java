package io.github.eicluster.miniature;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Console and {@code repository/logs/wso2carbon.log}, in the shapes that the real server's logging files state: the
 * libraries of this miniature all log to java.util.logging, whose only handler this is.
 */
final class LogOutput extends Handler {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS").withZone(ZoneId.systemDefault());

    /** What the real server's files switch off; kept here, since loggers that nobody holds forget their level. */
    private static final List<Logger> QUIET = Stream.of("org.apache.catalina", "org.apache.coyote", "org.apache.tomcat")
            .map(Logger::getLogger)
            .toList();

    /** Warns that the JDK's own parser has no manifest. */
    private static final Logger NAMELESS = Logger.getLogger("org.apache.axiom.util.stax.dialect");

    private final boolean log4j2;
    private final PrintStream console;
    private final PrintStream file;

    private LogOutput(boolean log4j2, PrintStream console, PrintStream file) {
        this.log4j2 = log4j2;
        this.console = console;
        this.file = file;
    }

    /** Takes over all logging of this JVM. */
    static void open(Home home) throws IOException {
        Path logs = home.path("repository/logs");
        Files.createDirectories(logs);
        PrintStream file = new PrintStream(
                new FileOutputStream(logs.resolve("wso2carbon.log").toFile(), true), true, StandardCharsets.UTF_8);
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new LogOutput(home.isTomcat9(), System.out, file));
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        NAMELESS.setLevel(Level.SEVERE);
        LoggingBridge.install();
    }

    @Override
    public synchronized void publish(LogRecord log) {
        if (!isLoggable(log)) {
            return;
        }
        String time = TIME.format(Instant.ofEpochMilli(log.getMillis()));
        String level = level(log.getLevel());
        String name = String.valueOf(log.getLoggerName());
        String message = message(log) + trace(log.getThrown());
        if (log4j2) {
            console.printf("[%s] %5s {%s} - %s%n", time, level, name, message);
        } else {
            String simple = name.substring(name.lastIndexOf('.') + 1);
            console.printf("[%s] [EI-Core] %5s - %s %s%n", time, level, simple, message);
        }
        file.printf("TID: [-1] [] [%s] %5s {%s} - %s%n", time, level, name, message);
    }

    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    private static String message(LogRecord log) {
        Object[] parameters = log.getParameters();
        if (parameters == null || parameters.length == 0) {
            return String.valueOf(log.getMessage());
        }
        return MessageFormat.format(log.getMessage(), parameters);
    }

    private static String trace(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return System.lineSeparator() + text.toString().stripTrailing();
    }

    @Override
    public void flush() {
        console.flush();
        file.flush();
    }

    @Override
    public void close() {
        file.close();
    }
}
