package io.github.eicluster.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of database servers, as people write them: 5.7, 8, 10.11.6-MariaDB. */
public final class ServerVersion {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?.*");

    private ServerVersion() {}

    /**
     * Compares a version.
     *
     * @param version as declared
     * @param major first number
     * @param minor second number
     * @return whether the server is that version or a later one; what is not declared or not understood counts as current
     */
    public static boolean atLeast(Optional<String> version, int major, int minor) {
        Matcher matcher = NUMBERS.matcher(version.orElse(""));
        if (!matcher.matches()) {
            return true;
        }
        int first = Integer.parseInt(matcher.group(1));
        int second = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return first > major || (first == major && second >= minor);
    }
}
