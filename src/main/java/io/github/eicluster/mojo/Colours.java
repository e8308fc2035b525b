package io.github.eicluster.mojo;

import java.io.Console;
import org.apache.maven.execution.MavenSession;

/** Whether console output is coloured. */
final class Colours {

    /** The first Java release whose {@code System.console()} is there without a terminal, too. */
    private static final int CONSOLE_ALWAYS = 22;

    private Colours() {}

    /**
     * Decides.
     *
     * @param word auto, always or never
     * @param session knows Maven's own {@code -Dstyle.color} and whether the build is interactive, which auto follows
     * @return whether to write colours
     */
    static boolean wanted(String word, MavenSession session) {
        return switch (word) {
            case "always" -> true;
            case "never" -> false;
            case "auto" -> automatic(session);
            default -> throw new Mistake("color", "'" + word + "' is none of auto, always, never. Write one of them.");
        };
    }

    private static boolean automatic(MavenSession session) {
        String style = session.getUserProperties().getProperty("style.color", "auto");
        if (!style.equals("auto")) {
            return style.equals("always");
        }
        return session.getRequest().isInteractiveMode() && System.getenv("NO_COLOR") == null && isTerminal();
    }

    @SuppressWarnings("SystemConsoleNull") // isTerminal() tells where null does not
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || Runtime.version().feature() < CONSOLE_ALWAYS) {
            return console != null;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
