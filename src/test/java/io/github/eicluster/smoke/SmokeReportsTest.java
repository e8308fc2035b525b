package io.github.eicluster.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.verify.Rules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SmokeReportsTest {

    private static final String HOSTILE = "<script>\"&\u0007";
    private static final SmokeReport REPORT = new SmokeReport(
            "domain & co",
            List.of(
                    Result.passed("node1", "http port 8280", "it accepts connections"),
                    Result.failed("load balancer", "spread", HOSTILE, "Do something.")
                            .rule("EIC313"),
                    Result.unchecked("node1", "trust", "nobody knows", "Tell it.")),
            false,
            Duration.ofMillis(1250));

    @Test
    void theConsoleGroupsBySubjectAndEndsWithTheSummary() {
        assertThat(ConsoleLines.of(REPORT))
                .extracting(ConsoleLines.Line::text)
                .containsExactly(
                        "node1",
                        "  passed: http port 8280: it accepts connections.",
                        "  not checked: trust: nobody knows.",
                        "    Tell it.",
                        "load balancer",
                        "  failed: spread (EIC313): " + HOSTILE + ".",
                        "    Do something.",
                        "1 passed, 1 failed, 1 not checked, 1.3 s");
    }

    @Test
    void theJunitFileHasASuitePerSubjectAndSkipsWhatWasNotChecked() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(JUnitXml.of(REPORT)));
        Element node = (Element) document.getElementsByTagName("testsuite").item(0);
        Element failure = (Element) document.getElementsByTagName("failure").item(0);

        assertThat(node.getAttribute("name")).isEqualTo("node1");
        assertThat(node.getAttribute("tests")).isEqualTo("2");
        assertThat(node.getAttribute("skipped")).isEqualTo("1");
        assertThat(node.getAttribute("failures")).isEqualTo("0");
        assertThat(failure.getAttribute("type")).isEqualTo("EIC313");
        assertThat(failure.getAttribute("message")).isEqualTo("<script>\"&?");
        assertThat(failure.getTextContent()).endsWith(". Do something.");
    }

    @Test
    void thePageStandsAloneAndEscapesEverything() {
        String page = HtmlPage.of(REPORT);

        assertThat(page)
                .contains("domain &amp; co", "&lt;script&gt;&quot;&amp;", "EIC313", "--ground: #fbfbfa", "not checked")
                .doesNotContain("<script>", "src=", "href=", "$result", "$style");
    }

    @Test
    void whatWasNotCheckedFailsOnlyIfThatIsWanted() {
        List<Result> results = List.of(Result.unchecked("a", "b", "c", "D."));

        assertThat(new SmokeReport("x", results, false, Duration.ZERO).failed()).isFalse();
        assertThat(new SmokeReport("x", results, true, Duration.ZERO).failed()).isTrue();
        assertThat(REPORT.failed()).isTrue();
    }

    @Test
    void everyRuleThatACheckNamesExists() throws IOException {
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/github/eicluster/smoke"))) {
            for (Path file : files.toList()) {
                Pattern.compile("EIC\\d{3}")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> ids.add(found.group()));
            }
        }

        assertThat(ids).hasSizeGreaterThan(5).allMatch(id -> Rules.byId(id).isPresent());
    }
}
