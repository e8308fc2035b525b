package io.github.eicluster.maven;

import io.github.eicluster.model.ClusterException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** The time that changed and added archive entries get, from {@code project.build.outputTimestamp}. */
public final class OutputTimestamp {

    /** Used when the project sets none: Maven 3.8 and 3.9 have no default of their own. */
    public static final Instant DEFAULT = Instant.parse("1980-02-01T00:00:00Z");

    /** The first and last moment that a zip entry can carry in every time zone. */
    private static final Instant EARLIEST = Instant.parse("1980-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2107-12-30T00:00:00Z");

    private static final Pattern SECONDS = Pattern.compile("\\d{2,}");

    private OutputTimestamp() {}

    /**
     * Reads the property.
     *
     * @param text ISO 8601 date and time with offset, or seconds since 1970; null, empty or a single character that is
     *     no digit mean that the project wants none
     * @return the time, whole seconds; {@link #DEFAULT} if the project wants none
     * @throws ClusterException if it is neither, or out of the range of zip archives
     */
    public static Instant parse(String text) {
        if (text == null || text.isBlank() || (text.length() == 1 && !Character.isDigit(text.charAt(0)))) {
            return DEFAULT;
        }
        Instant time = read(text.trim()).truncatedTo(ChronoUnit.SECONDS);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new ClusterException("project.build.outputTimestamp: '" + text + "' is not between " + EARLIEST
                    + " and " + LATEST + ", the range of zip archives.");
        }
        return time;
    }

    private static Instant read(String text) {
        try {
            return SECONDS.matcher(text).matches()
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new ClusterException(
                    "project.build.outputTimestamp: '" + text
                            + "' is no date. Give ISO 8601 such as 2026-01-31T12:00:00Z, or seconds since 1970.",
                    e);
        }
    }
}
