package io.github.eicluster.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of messages. */
final class Words {

    /** How many names a message holds at most. */
    private static final int NAMES = 10;

    private Words() {}

    /** What the server or the driver says: its first line, and what is behind it if that says more. */
    static String reason(SQLException failure) {
        String message = firstLine(failure);
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String behind = firstLine(root);
        return message.contains(behind) ? message : message + ": " + behind;
    }

    private static String firstLine(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        return message.lines().findFirst().orElse("").strip().replaceAll("[.;:]+$", "");
    }

    /** Names with commas, the first ones if there are many. */
    static String list(Collection<String> names) {
        if (names.size() <= NAMES) {
            return String.join(", ", names);
        }
        List<String> first = names.stream().limit(NAMES).collect(Collectors.toList());
        return String.join(", ", first) + " and " + (names.size() - NAMES) + " more";
    }

    /** A number with its noun. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
