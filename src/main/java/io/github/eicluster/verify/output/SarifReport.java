package io.github.eicluster.verify.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.eicluster.verify.Finding;
import io.github.eicluster.verify.Report;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The report as SARIF 2.1.0 (OASIS), which code hosts and editors read. */
public final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Report report;
    private final String version;
    private final Excerpts excerpts;
    private final List<Rule> rules;

    /**
     * A report.
     *
     * @param report what was found
     * @param version version of the plugin
     */
    public SarifReport(Report report, String version) {
        this.report = report;
        this.version = version;
        this.excerpts = new Excerpts(report.cluster());
        this.rules = report.rules();
    }

    /** {@return the file, UTF-8} */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            run(json);
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void run(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "ei-cluster-maven-plugin");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (Rule rule : rules) {
            rule(json, rule);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        bases(json);
        invocation(json);
        json.writeArrayFieldStart("results");
        for (Finding finding : report.findings()) {
            if (finding.violation()) {
                result(json, finding, null);
            }
        }
        for (Report.Suppressed suppressed : report.suppressed()) {
            if (suppressed.finding().violation()) {
                result(json, suppressed.finding(), suppressed.suppression().reason());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What could not be checked is said of the tool's run, since it is neither right nor wrong. */
    private void invocation(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Finding finding : report.findings()) {
            if (!finding.violation()) {
                json.writeStartObject();
                json.writeStringField("level", "warning");
                text(json, "message", "Not checked: " + finding.message() + ".");
                json.writeObjectFieldStart("associatedRule");
                json.writeStringField("id", finding.rule().id());
                json.writeEndObject();
                locations(json, finding.place());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void bases(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("originalUriBaseIds");
        for (NodeHome node : report.cluster().nodes()) {
            json.writeObjectFieldStart(base(node.name()));
            String uri = Path.of(node.origin()).toAbsolutePath().toUri().toString();
            json.writeStringField("uri", uri.endsWith("/") ? uri : uri + "/");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String base(String node) {
        return node.isEmpty() ? "LOAD_BALANCER" : node;
    }

    private static void rule(JsonGenerator json, Rule rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        text(json, "shortDescription", rule.title() + ".");
        text(json, "fullDescription", rule.reason());
        text(json, "help", rule.fix() + " Source: " + rule.evidence());
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(rule.severity()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(JsonGenerator json, Finding finding, String suppressed) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule().id());
        int index = rules.indexOf(finding.rule());
        if (index >= 0) {
            json.writeNumberField("ruleIndex", index);
        }
        json.writeStringField("level", level(finding.severity()));
        String node = finding.place().node();
        text(json, "message", (node.isEmpty() ? "" : node + ": ") + finding.message() + ". " + finding.fix());
        locations(json, finding.place());
        if (suppressed != null) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "external");
            json.writeStringField("justification", suppressed);
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void locations(JsonGenerator json, Place place) throws IOException {
        if (place.file().isEmpty() && place.node().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        if (!place.file().isEmpty()) {
            json.writeObjectFieldStart("physicalLocation");
            json.writeObjectFieldStart("artifactLocation");
            json.writeStringField("uri", uri(place.file()));
            if (!place.node().isEmpty()) {
                json.writeStringField("uriBaseId", base(place.node()));
            }
            json.writeEndObject();
            if (place.line() > 0) {
                region(json, place);
            }
            json.writeEndObject();
        }
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField(
                "fullyQualifiedName", base(place.node()) + (place.path().isEmpty() ? "" : " " + place.path()));
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void region(JsonGenerator json, Place place) throws IOException {
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", place.line());
        for (Excerpts.Line line : excerpts.around(place)) {
            if (line.here()) {
                text(json, "snippet", line.text());
            }
        }
        json.writeEndObject();
    }

    private static String uri(String path) {
        try {
            String text = new URI(null, null, "/" + path, null).toASCIIString();
            return text.substring(1);
        } catch (URISyntaxException e) {
            return "unnameable";
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }
}
