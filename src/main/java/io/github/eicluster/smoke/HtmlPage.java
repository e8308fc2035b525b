package io.github.eicluster.smoke;

import io.github.eicluster.template.Html;
import io.github.eicluster.template.Templates;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The report as one page that needs no other file and no network. */
public final class HtmlPage {

    private HtmlPage() {}

    /**
     * The results of one subject.
     *
     * @param title its name, escaped
     * @param results its results
     */
    public record SubjectView(String title, List<ResultView> results) {}

    /**
     * One result, all texts escaped.
     *
     * @param level {@code passed}, {@code error} or {@code warning}, which chooses the colours
     * @param outcome how it went
     * @param check name of the check
     * @param message what was seen
     * @param remedy what to do; empty for nothing
     * @param rule id of the rule of verify; empty for none
     */
    public record ResultView(String level, String outcome, String check, String message, String remedy, String rule) {}

    /**
     * Writes the report.
     *
     * @param report what was found
     * @return the page
     */
    public static String of(SmokeReport report) {
        Templates templates = new Templates();
        Map<String, Object> context = new TreeMap<>();
        context.put("style", templates.renderResource("report.css.vm", Map.of()));
        context.put("heading", Html.text(report.name()));
        context.put("summary", Html.text(report.summary()));
        context.put("verdict", report.failed() ? "failed" : "passed");
        context.put("passed", report.count(Result.Outcome.PASSED));
        context.put("failed", report.count(Result.Outcome.FAILED));
        context.put("unchecked", report.count(Result.Outcome.NOT_CHECKED));
        context.put(
                "subjects",
                report.bySubject().entrySet().stream()
                        .map(entry -> new SubjectView(
                                Html.text(entry.getKey()),
                                entry.getValue().stream().map(HtmlPage::view).toList()))
                        .toList());
        return templates.renderResource("smoke-test.html.vm", context);
    }

    private static ResultView view(Result result) {
        boolean passed = result.is(Result.Outcome.PASSED);
        String level = switch (result.outcome()) {
            case PASSED -> "passed";
            case FAILED -> "error";
            case NOT_CHECKED -> "warning";
        };
        return new ResultView(
                level,
                result.outcome().text(),
                Html.text(result.check()),
                Html.text(result.message()),
                passed ? "" : Html.text(result.remedy()),
                result.rule().orElse(""));
    }
}
