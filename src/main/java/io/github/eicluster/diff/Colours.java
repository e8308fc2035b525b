package io.github.eicluster.diff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paints a unified diff; counts the lines of hunks, since a removed line may look like a file header. */
final class Colours {

    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String CYAN = "\u001b[36m";
    private static final String RESET = "\u001b[0m";
    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@");

    private int oldLines;
    private int newLines;

    String paint(String diff) {
        StringBuilder out = new StringBuilder();
        diff.lines().forEach(line -> {
            String colour = colour(line);
            out.append(colour.isEmpty() ? line : colour + line + RESET).append('\n');
        });
        return out.toString();
    }

    private String colour(String line) {
        if (oldLines > 0 || newLines > 0) {
            return inside(line);
        }
        Matcher hunk = HUNK.matcher(line);
        if (hunk.lookingAt()) {
            oldLines = count(hunk.group(1));
            newLines = count(hunk.group(2));
            return CYAN;
        }
        return line.startsWith("--- ") || line.startsWith("+++ ") ? BOLD : "";
    }

    private String inside(String line) {
        if (line.startsWith("-")) {
            oldLines--;
            return RED;
        }
        if (line.startsWith("+")) {
            newLines--;
            return GREEN;
        }
        if (!line.startsWith("\\")) {
            oldLines--;
            newLines--;
        }
        return "";
    }

    private static int count(String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }
}
