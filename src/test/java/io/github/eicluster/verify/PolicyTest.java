package io.github.eicluster.verify;

import static io.github.eicluster.verify.Cases.AXIS2;
import static io.github.eicluster.verify.Cases.CLUSTERING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.verify.Policy.FailOn;
import io.github.eicluster.verify.output.ConsoleReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Suppression PASSWORDS =
            new Suppression("suppressions/suppression[1]", "EIC410", Optional.empty(), Optional.empty(), "a test");

    private static Report judge(Sample sample, FailOn failOn, Suppression... suppressions) {
        return new Verifier().judge(sample.view(), new Policy(failOn, List.of(suppressions)));
    }

    private static Sample withAnError() {
        return Sample.guide().xml("node2", AXIS2, file -> file.setAttribute(CLUSTERING, "enable", "false"));
    }

    @Test
    void anErrorFailsUnlessNothingDoes() {
        assertThat(judge(withAnError(), FailOn.ERROR).failed()).isTrue();
        assertThat(judge(withAnError(), FailOn.WARNING).failed()).isTrue();
        assertThat(judge(withAnError(), FailOn.NEVER).failed()).isFalse();
    }

    @Test
    void aWarningFailsOnlyIfWarningsDo() {
        assertThat(judge(Sample.guide(), FailOn.ERROR).failed()).isFalse();
        assertThat(judge(Sample.guide(), FailOn.WARNING).failed()).isTrue();
        assertThat(judge(Sample.guide(), FailOn.WARNING, PASSWORDS).failed()).isFalse();
    }

    @Test
    void whatCannotBeCheckedIsNoPassAndFailsIfWarningsDo() {
        Sample sample = Sample.guide().put("node2", AXIS2, "<axisconfig>");
        Report report = new Verifier(Rules.all().stream()
                        .filter(rule -> rule.id().equals("EIC003"))
                        .toList())
                .judge(sample.view(), Policy.DEFAULT);

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.UNCHECKED);
            assertThat(finding.place().node()).isEqualTo("node2");
            assertThat(finding.message()).contains("not well-formed");
        });
        assertThat(report.failed()).isFalse();
        assertThat(new Report(
                                report.cluster(),
                                report.findings(),
                                List.of(),
                                report.rules(),
                                new Policy(FailOn.WARNING, List.of()),
                                0)
                        .failed())
                .isTrue();
    }

    @Test
    void aSuppressionCoversOnlyItsRuleFileAndNode() {
        Suppression one =
                new Suppression("s", "EIC410", Optional.of("conf/jndi.properties"), Optional.of("node1"), "no broker");
        Report report = judge(Sample.guide(), FailOn.ERROR, one);

        assertThat(report.suppressed()).singleElement().satisfies(suppressed -> {
            assertThat(suppressed.finding().place().node()).isEqualTo("node1");
            assertThat(suppressed.finding().place().file()).isEqualTo("conf/jndi.properties");
        });
        assertThat(report.findings())
                .anyMatch(finding -> finding.rule().id().equals("EIC410")
                        && finding.place().node().equals("node2")
                        && finding.place().file().equals("conf/jndi.properties"));
    }

    @Test
    void aSuppressionThatCoversNothingIsAWarning() {
        Suppression unused =
                new Suppression("suppressions/suppression[2]", "EIC001", Optional.empty(), Optional.empty(), "old");
        Report report = judge(Sample.guide(), FailOn.ERROR, PASSWORDS, unused);

        assertThat(Sample.lines(report))
                .containsExactly("EIC000 warning  : suppressions/suppression[2] suppresses EIC001, but nothing that it"
                        + " covers was found");
    }

    @Test
    void productionRaisesShippedPasswordsClearTextAndNodesThatAreNotChecked() {
        Sample sample = Sample.guide()
                .balancer(Cases.HTTPS_CONF, text -> text.replace("proxy_ssl_verify on;", ""))
                .xml(
                        Cases.MASTER,
                        file -> file.setText(
                                Cases.field("jdbc/WSO2RegistryDB", "url"), "jdbc:mysql://db:3306/R?useSSL=false"))
                .xml(Cases.MASTER, file -> file.setText(Cases.field("jdbc/WSO2UMDB", "username"), "root"));

        assertThat(errors(sample)).isEmpty();
        assertThat(errors(sample.production())).contains("EIC207", "EIC209", "EIC319", "EIC410");
    }

    private static List<String> errors(Sample sample) {
        return sample.judge().findings().stream()
                .filter(finding -> finding.violation() && finding.severity() == Severity.ERROR)
                .map(finding -> finding.rule().id())
                .distinct()
                .toList();
    }

    @Test
    void theConsoleIsGroupedByNodeAndFileWorstFirst() {
        List<String> lines = new ConsoleReport(withAnError().judge())
                .lines().stream().map(ConsoleReport.Line::text).toList();

        assertThat(lines.get(0)).isEqualTo("node2  conf/axis2/axis2.xml");
        assertThat(lines.get(1))
                .matches("  EIC001 error: line \\d+: node2 does not cluster, but is judged as one of 2 nodes\\.");
        assertThat(lines.get(2)).isEqualTo("    Set enable=\"true\".");
        assertThat(lines.get(lines.size() - 1)).matches("1 error, \\d+ warnings on 2 nodes, \\d+ rules, \\d+\\.\\d s");
    }
}
