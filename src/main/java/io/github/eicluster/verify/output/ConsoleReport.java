package io.github.eicluster.verify.output;

import io.github.eicluster.verify.Finding;
import io.github.eicluster.verify.Report;
import io.github.eicluster.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report as lines of a build log. */
public final class ConsoleReport {

    private final Report report;

    /**
     * A report.
     *
     * @param report what was found
     */
    public ConsoleReport(Report report) {
        this.report = report;
    }

    /**
     * One line.
     *
     * @param severity how bad it is; INFO for headings and fixes
     * @param text the line
     */
    public record Line(Severity severity, String text) {}

    /** {@return all lines: findings by node and file, what could not be checked, and the summary} */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Grouped.of(report)
                .forEach((node, files) -> files.forEach((file, findings) -> {
                    String title = Grouped.title(node, file);
                    lines.add(new Line(Severity.INFO, file.isEmpty() ? title : title + "  " + file));
                    findings.forEach(finding -> finding(finding, lines));
                }));
        report.uncheckedRules().forEach((what, rules) -> unchecked(what, rules, lines));
        lines.add(new Line(Severity.INFO, summary()));
        return lines;
    }

    private static void finding(Finding finding, List<Line> lines) {
        String line =
                finding.place().line() == 0 ? "" : "line " + finding.place().line() + ": ";
        lines.add(new Line(
                finding.severity(),
                "  " + finding.rule().id() + " " + finding.severity().text() + ": " + line + finding.message() + "."));
        if (finding.severity() != Severity.INFO) {
            lines.add(new Line(Severity.INFO, "    " + finding.fix()));
        }
    }

    private static void unchecked(String what, List<String> rules, List<Line> lines) {
        String[] parts = what.split("\t", -1);
        String where = (Grouped.title(parts[0], parts[1]) + "  " + parts[1]).strip();
        String ids = rules.size() > 6
                ? String.join(", ", rules.subList(0, 6)) + " and " + (rules.size() - 6) + " more"
                : String.join(", ", rules);
        lines.add(new Line(Severity.WARNING, where + ": not checked by " + ids + ": " + parts[2]));
    }

    /** {@return the last line, such as {@code 3 errors, 5 warnings on 2 nodes, 110 rules, 0.4 s}} */
    public String summary() {
        StringBuilder line = new StringBuilder(counted(report.count(Severity.ERROR), "error"))
                .append(", ")
                .append(counted(report.count(Severity.WARNING), "warning"));
        if (report.unchecked() > 0) {
            line.append(", ").append(report.unchecked()).append(" not checked");
        }
        if (!report.suppressed().isEmpty()) {
            line.append(", ").append(report.suppressed().size()).append(" suppressed");
        }
        return line.append(" on ")
                .append(counted(report.cluster().nodes().size(), "node"))
                .append(", ")
                .append(counted(report.rules().size(), "rule"))
                .append(String.format(Locale.ROOT, ", %.1f s", report.milliseconds() / 1e3))
                .toString();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
