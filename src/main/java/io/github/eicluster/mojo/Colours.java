package io.github.eicluster.mojo;

import java.io.Console;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** What the console is, and whether its output is coloured. */
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

    /** {@return the terminal that the build talks to, if it talks to one} */
    static Optional<Console> terminal(MavenSession session) {
        return session.getRequest().isInteractiveMode() && isTerminal()
                ? Optional.of(System.console())
                : Optional.empty();
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
