package io.github.eicluster.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.eicluster.verify.output.HtmlReport;
import io.github.eicluster.verify.output.JUnitReport;
import io.github.eicluster.verify.output.SarifReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The files of a report are what their readers expect, and hold no secret. */
class ReportsTest {

    private static final Suppression PASSWORDS =
            new Suppression("s", "EIC410", Optional.empty(), Optional.empty(), "known & accepted");

    /** Findings of all kinds: violations with and without lines, of nodes and balancer, suppressed, not checked. */
    private static Report report() {
        Sample sample = PlantedMistakesTest.planted()
                .put("node2", "conf/user-mgt.xml", "<UserManager>")
                .remove("node1", "conf/etc/tasks-config.xml");
        return new Verifier().judge(sample.view(), new Policy(Policy.FailOn.ERROR, List.of(PASSWORDS)));
    }

    @Test
    void theSarifFileFitsTheSchemaOfSarif210() throws IOException {
        byte[] sarif = new SarifReport(report(), "1.0").bytes();
        JsonSchema schema;
        try (InputStream in = ReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
        }
        JsonNode file = new ObjectMapper().readTree(sarif);

        assertThat(schema.validate(file)).isEmpty();
    }

    @Test
    void theSarifFileHoldsEveryFindingWithItsPlaceAndSuppression() throws IOException {
        Report report = report();
        JsonNode run = new ObjectMapper()
                .readTree(new SarifReport(report, "1.0").bytes())
                .get("runs")
                .get(0);
        long violations = report.findings().stream().filter(Finding::violation).count();
        List<JsonNode> results = new ArrayList<>();
        run.get("results").forEach(results::add);

        long suppressed = report.suppressed().stream()
                .filter(one -> one.finding().violation())
                .count();
        assertThat(results).hasSize((int) (violations + suppressed));
        assertThat(results).anySatisfy(result -> {
            assertThat(result.get("ruleId").asText()).isEqualTo("EIC011");
            JsonNode place = result.get("locations").get(0).get("physicalLocation");
            assertThat(place.get("artifactLocation").get("uri").asText()).isEqualTo("conf/axis2/axis2.xml");
            assertThat(place.get("artifactLocation").get("uriBaseId").asText()).isEqualTo("node2");
            assertThat(place.get("region").get("snippet").get("text").asText()).contains("192.168.57.11");
        });
        assertThat(results)
                .anySatisfy(result -> assertThat(result.path("suppressions")
                                .path(0)
                                .path("justification")
                                .asText())
                        .isEqualTo("known & accepted"));
        assertThat(run.get("invocations").get(0).get("toolExecutionNotifications"))
                .isNotEmpty();
        assertThat(run.get("tool").get("driver").get("rules"))
                .hasSize(Rules.all().size());
    }

    @Test
    void theJUnitFileHasASuitePerNodeAndACasePerRule() throws Exception {
        Report report = report();
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(new JUnitReport(report).bytes()));
        List<String> suites = new ArrayList<>();
        for (int i = 0; i < document.getElementsByTagName("testsuite").getLength(); i++) {
            Element suite = (Element) document.getElementsByTagName("testsuite").item(i);
            suites.add(suite.getAttribute("name"));
            assertThat(suite.getElementsByTagName("testcase").getLength())
                    .isEqualTo(Rules.all().size());
            assertThat(suite.getElementsByTagName("failure").getLength())
                    .isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
            assertThat(suite.getElementsByTagName("skipped").getLength())
                    .isEqualTo(Integer.parseInt(suite.getAttribute("skipped")));
        }

        assertThat(suites).containsExactly("node1", "node2", "cluster and load balancer");
        assertThat(new String(new JUnitReport(report).bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("EIC011 Two nodes have the same member address")
                .contains("suppressed: known &amp; accepted")
                .contains("not checked: conf/user-mgt.xml");
    }

    @Test
    void thePageNeedsNoNetworkAndShowsEveryFindingWithItsLine() {
        Report report = report();
        String page = new HtmlReport(report, "my & cluster").page();

        assertThat(page)
                .contains("<h1>my &amp; cluster</h1>", "known &amp; accepted", "<svg", "id=\"node-node2\"")
                .doesNotContainPattern("(?:src|href)=\"(?:https?:)?//");
        report.findings().stream()
                .filter(Finding::violation)
                .forEach(finding ->
                        assertThat(page).contains(">" + finding.rule().id() + "<"));
        assertThat(page).contains("name=&quot;localMemberHost&quot;&gt;192.168.57.11&lt;");
    }

    @Test
    void hostileTextStaysText() {
        Sample sample = Sample.guide()
                .xml(
                        "node2",
                        Cases.AXIS2,
                        file -> file.setText(Cases.parameter("domain"), "<script>alert(1)</script>\"'"));
        Report report = sample.judge();

        assertThat(new HtmlReport(report, "x").page())
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert");
    }

    @Test
    void noReportHoldsASecret() {
        Report report = report();
        String all = new HtmlReport(report, "x").page()
                + new String(new SarifReport(report, "1").bytes(), java.nio.charset.StandardCharsets.UTF_8)
                + new String(new JUnitReport(report).bytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(all)
                .contains("***")
                .doesNotContain("regpass")
                .doesNotContain("bosspass")
                .doesNotContain(">wrong<");
    }
}
