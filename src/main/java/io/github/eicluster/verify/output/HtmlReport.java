package io.github.eicluster.verify.output;

import io.github.eicluster.template.Html;
import io.github.eicluster.template.Templates;
import io.github.eicluster.verify.Finding;
import io.github.eicluster.verify.Report;
import io.github.eicluster.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report as one page that needs no other file and no network. */
public final class HtmlReport {

    private static final String TEMPLATE = "verify.html.vm";

    private final Report report;
    private final String heading;
    private final Excerpts excerpts;

    /**
     * A report.
     *
     * @param report what was found
     * @param heading what was judged, such as the name of the project
     */
    public HtmlReport(Report report, String heading) {
        this.report = report;
        this.heading = heading;
        this.excerpts = new Excerpts(report.cluster());
    }

    /**
     * Findings of one node.
     *
     * @param id anchor
     * @param title name of the node, escaped
     * @param count how many findings
     * @param files its files
     */
    public record NodeView(String id, String title, int count, List<FileView> files) {}

    /**
     * Findings of one file.
     *
     * @param path its path, escaped; empty for the node as a whole
     * @param findings the findings, worst first
     */
    public record FileView(String path, List<FindingView> findings) {}

    /**
     * One finding, all texts escaped.
     *
     * @param rule id of the rule
     * @param title title of the rule
     * @param severity word for severity
     * @param line line, 0 for none
     * @param path path of the element
     * @param message what is wrong
     * @param fix what to do
     * @param reason why
     * @param evidence where that is known from
     * @param lines quoted lines
     * @param search lower-case text that filters look in
     */
    public record FindingView(
            String rule,
            String title,
            String severity,
            int line,
            String path,
            String message,
            String fix,
            String reason,
            String evidence,
            List<LineView> lines,
            String search) {}

    /**
     * One quoted line.
     *
     * @param number 1-based
     * @param text escaped
     * @param type {@code here} for the line of the finding, else empty
     */
    public record LineView(int number, String text, String type) {}

    /**
     * Something that was not checked or is suppressed, all texts escaped.
     *
     * @param where node and file
     * @param what message or reason
     * @param rules ids of the rules
     */
    public record NoteView(String where, String what, String rules) {}

    /** {@return the page} */
    public String page() {
        Map<String, Object> context = new TreeMap<>();
        context.put("heading", Html.text(heading));
        context.put("summary", Html.text(new ConsoleReport(report).summary()));
        context.put("errors", report.count(Severity.ERROR));
        context.put("warnings", report.count(Severity.WARNING));
        context.put("infos", report.count(Severity.INFO));
        context.put("uncheckedCount", report.unchecked());
        context.put("verdict", report.failed() ? "failed" : "passed");
        context.put("failOn", report.policy().failOn().name().toLowerCase(Locale.ROOT));
        context.put("picture", new TopologyPicture(report).svg());
        context.put("nodes", nodes());
        context.put("unchecked", unchecked());
        context.put("suppressed", suppressed());
        context.put("ruleCount", report.rules().size());
        Templates templates = new Templates();
        context.put("style", templates.renderResource("report.css.vm", Map.of()));
        return templates.renderResource(TEMPLATE, context);
    }

    private List<NodeView> nodes() {
        List<NodeView> views = new ArrayList<>();
        Grouped.of(report).forEach((node, files) -> {
            List<FileView> fileViews = new ArrayList<>();
            files.forEach((file, findings) -> fileViews.add(new FileView(
                    Html.text(file), findings.stream().map(this::finding).toList())));
            int count = files.values().stream().mapToInt(List::size).sum();
            String title =
                    Grouped.title(node, files.keySet().stream().findFirst().orElse(""));
            views.add(new NodeView(Html.text("node-" + node), Html.text(title), count, fileViews));
        });
        return views;
    }

    private FindingView finding(Finding finding) {
        List<LineView> lines = excerpts.around(finding.place()).stream()
                .map(line -> new LineView(line.number(), Html.text(line.text()), line.here() ? "here" : ""))
                .toList();
        String search = (finding.rule().id() + " " + finding.message() + " "
                        + finding.place().file())
                .toLowerCase(java.util.Locale.ROOT);
        return new FindingView(
                finding.rule().id(),
                Html.text(finding.rule().title()),
                finding.severity().text(),
                finding.place().line(),
                Html.text(finding.place().path()),
                Html.text(finding.message()),
                Html.text(finding.fix()),
                Html.text(finding.rule().reason()),
                Html.text(finding.rule().evidence()),
                lines,
                Html.text(search));
    }

    private List<NoteView> unchecked() {
        return report.uncheckedRules().entrySet().stream()
                .map(entry -> {
                    String[] parts = entry.getKey().split("\t", -1);
                    String where = (Grouped.title(parts[0], parts[1]) + " " + parts[1]).strip();
                    return new NoteView(Html.text(where), Html.text(parts[2]), String.join(", ", entry.getValue()));
                })
                .toList();
    }

    private List<NoteView> suppressed() {
        return report.suppressed().stream()
                .collect(Collectors.groupingBy(Report.Suppressed::suppression))
                .entrySet()
                .stream()
                .map(entry -> new NoteView(
                        Html.text(entry.getKey().where()),
                        Html.text(entry.getKey().reason()),
                        entry.getKey().rule() + ", " + entry.getValue().size()
                                + (entry.getValue().size() == 1 ? " finding" : " findings")))
                .sorted(java.util.Comparator.comparing(NoteView::where))
                .toList();
    }
}
