package io.github.eicluster.smoke;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all checks have found.
 *
 * @param name what was looked at
 * @param results all results, those of a subject beside each other
 * @param strict whether what could not be checked counts as a failure
 * @param elapsed how long it took
 */
public record SmokeReport(String name, List<Result> results, boolean strict, Duration elapsed) {

    /** Puts the results of a subject beside each other. */
    public SmokeReport {
        Map<String, List<Result>> grouped = new LinkedHashMap<>();
        results.forEach(result -> grouped.computeIfAbsent(result.subject(), key -> new ArrayList<>())
                .add(result));
        results = grouped.values().stream().flatMap(List::stream).toList();
    }

    /** {@return the results by subject, in order} */
    public Map<String, List<Result>> bySubject() {
        Map<String, List<Result>> grouped = new LinkedHashMap<>();
        results.forEach(result -> grouped.computeIfAbsent(result.subject(), key -> new ArrayList<>())
                .add(result));
        return grouped;
    }

    /**
     * Counts results.
     *
     * @param outcome which ones
     * @return how many there are
     */
    public int count(Result.Outcome outcome) {
        return (int) results.stream().filter(result -> result.is(outcome)).count();
    }

    /** {@return whether the build has to fail} */
    public boolean failed() {
        return count(Result.Outcome.FAILED) > 0 || (strict && count(Result.Outcome.NOT_CHECKED) > 0);
    }

    /** {@return such as {@code 12 passed, 1 failed, 2 not checked, 1.3 s}} */
    public String summary() {
        return String.format(
                java.util.Locale.ROOT,
                "%d passed, %d failed, %d not checked, %.1f s",
                count(Result.Outcome.PASSED),
                count(Result.Outcome.FAILED),
                count(Result.Outcome.NOT_CHECKED),
                elapsed.toMillis() / 1e3);
    }
}
