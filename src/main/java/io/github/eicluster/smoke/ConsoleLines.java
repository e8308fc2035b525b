package io.github.eicluster.smoke;

import java.util.ArrayList;
import java.util.List;

/** The report as lines of a build log. */
public final class ConsoleLines {

    private ConsoleLines() {}

    /**
     * One line.
     *
     * @param outcome how the check went; PASSED for headings and remedies, too
     * @param text the line
     */
    public record Line(Result.Outcome outcome, String text) {}

    /**
     * Writes the report.
     *
     * @param report what was found
     * @return all lines, the summary last
     */
    public static List<Line> of(SmokeReport report) {
        List<Line> lines = new ArrayList<>();
        report.bySubject().forEach((subject, results) -> {
            lines.add(new Line(Result.Outcome.PASSED, subject));
            results.forEach(result -> {
                String rule = result.rule().map(id -> " (" + id + ")").orElse("");
                lines.add(new Line(
                        result.outcome(),
                        "  " + result.outcome().text() + ": " + result.check() + rule + ": " + result.message() + "."));
                if (!result.is(Result.Outcome.PASSED)) {
                    lines.add(new Line(Result.Outcome.PASSED, "    " + result.remedy()));
                }
            });
        });
        lines.add(new Line(Result.Outcome.PASSED, report.summary()));
        return lines;
    }
}
