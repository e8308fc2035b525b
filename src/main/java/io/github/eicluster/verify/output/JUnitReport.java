package io.github.eicluster.verify.output;

import io.github.eicluster.template.Html;
import io.github.eicluster.verify.Finding;
import io.github.eicluster.verify.Report;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.home.NodeHome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report as JUnit XML, which every CI server shows: a suite per node and one for the load balancer and the cluster, a
 * case per rule. A rule with an error or a warning fails; one that could not be checked, or is suppressed, is skipped.
 */
public final class JUnitReport {

    private final Report report;

    /**
     * A report.
     *
     * @param report what was found
     */
    public JUnitReport(Report report) {
        this.report = report;
    }

    /** {@return the file, UTF-8} */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "ei-cluster:verify");
            for (String node : suites()) {
                suite(xml, node);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private List<String> suites() {
        List<String> names = new ArrayList<>(
                report.cluster().nodes().stream().map(NodeHome::name).toList());
        names.add("");
        return names;
    }

    private void suite(XMLStreamWriter xml, String node) throws XMLStreamException {
        List<Rule> rules = report.rules();
        long failed =
                rules.stream().filter(rule -> !violations(rule, node).isEmpty()).count();
        long skipped = rules.stream()
                .filter(rule ->
                        violations(rule, node).isEmpty() && !reason(rule, node).isEmpty())
                .count();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", node.isEmpty() ? "cluster and load balancer" : node);
        xml.writeAttribute("tests", String.valueOf(rules.size()));
        xml.writeAttribute("failures", String.valueOf(failed));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", String.valueOf(skipped));
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", report.milliseconds() / 1e3));
        for (Rule rule : rules) {
            rule(xml, rule, node);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void rule(XMLStreamWriter xml, Rule rule, String node) throws XMLStreamException {
        List<Finding> violations = violations(rule, node);
        String reason = reason(rule, node);
        xml.writeCharacters("\n    ");
        boolean plain = violations.isEmpty() && reason.isEmpty();
        if (plain) {
            xml.writeEmptyElement("testcase");
        } else {
            xml.writeStartElement("testcase");
        }
        xml.writeAttribute("classname", node.isEmpty() ? "cluster" : node);
        xml.writeAttribute("name", rule.id() + " " + rule.title());
        xml.writeAttribute("time", "0");
        if (!violations.isEmpty()) {
            failure(xml, violations);
        } else if (!reason.isEmpty()) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", Html.legal(reason));
        }
        if (!plain) {
            xml.writeEndElement();
        }
    }

    private static void failure(XMLStreamWriter xml, List<Finding> violations) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (Finding finding : violations) {
            text.append(finding.place().text())
                    .append(": ")
                    .append(finding.message())
                    .append(". ")
                    .append(finding.fix())
                    .append('\n');
        }
        Finding first = violations.get(0);
        xml.writeStartElement("failure");
        xml.writeAttribute("type", first.severity().text());
        xml.writeAttribute("message", Html.legal(first.place().text() + ": " + first.message()));
        xml.writeCharacters(Html.legal(text.toString()));
        xml.writeEndElement();
    }

    private List<Finding> violations(Rule rule, String node) {
        return report.findings().stream()
                .filter(finding ->
                        finding.rule().equals(rule) && finding.place().node().equals(node))
                .filter(finding -> finding.violation() && finding.severity() != Severity.INFO)
                .toList();
    }

    private String reason(Rule rule, String node) {
        return report.findings().stream()
                .filter(finding ->
                        finding.rule().equals(rule) && finding.place().node().equals(node))
                .filter(finding -> !finding.violation())
                .map(finding -> "not checked: " + finding.place().text() + ": " + finding.message())
                .findFirst()
                .or(() -> report.suppressed().stream()
                        .filter(suppressed -> suppressed.finding().rule().equals(rule)
                                && suppressed.finding().place().node().equals(node))
                        .map(suppressed ->
                                "suppressed: " + suppressed.suppression().reason())
                        .findFirst())
                .orElse("");
    }
}
