package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
@Basedir("/mojo/guide")
class VerifyMojoTest extends MojoCase {

    private static final String HOMES =
            "../../../miniature/homes/wso2ei-6.6.0,../../../miniature/variants/clustered.zip";

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "failOn", value = "never")
    void withoutArchivesThePlannedNodesAreJudged(VerifyMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().infos())
                .contains(
                        "node1: no archive is there, what package would write is judged",
                        "Report: " + verify().resolve("index.html"))
                .anyMatch(line -> line.matches("\\d+ errors?, \\d+ warnings?.* on 2 nodes, \\d+ rules, \\d+\\.\\d s"));
        assertThat(log().errors()).isEmpty();
        assertThat(log().warnings()).anyMatch(line -> line.contains("EIC410 warning: line"));
        assertThat(verify()).isDirectoryContaining("glob:**/verify.sarif").isDirectoryContaining("glob:**/verify.xml");
        assertThat(target().resolve("ei-cluster/nodes")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "failOn", value = "warning")
    void whatFailsTheBuildIsInTheReports(VerifyMojo mojo) throws Exception {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("The cluster is not sound: ")
                .hasMessageContaining("index.html");

        assertThat(verify().resolve("index.html")).content().contains("EIC410").doesNotContain("reg&amp;admin");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "homes", value = HOMES)
    void homesAreJudgedWithoutClusterAndDistribution(VerifyMojo mojo) {
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoFailureException.class);

        assertThat(log().errors())
                .anyMatch(line -> line.startsWith("  EIC001 error: line "))
                .anyMatch(line -> line.startsWith("  EIC106 error: line "));
        assertThat(log().infos()).contains("wso2ei-6.6.0  conf/axis2/axis2.xml", "clustered  conf/carbon.xml");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "homes", value = "../../../miniature/not-a-distribution.zip")
    void whatIsNoHomeIsRefused(VerifyMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("is no WSO2 EI home: it has neither conf/carbon.xml nor conf/axis2/axis2.xml");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "homes", value = "nowhere")
    void aHomeThatIsMissingIsRefused(VerifyMojo mojo) {
        assertThatThrownBy(() -> run(mojo)).hasMessageContaining("homes: '").hasMessageContaining("does not exist");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "homes", value = HOMES)
    @MojoParameter(name = "failOn", value = "sometimes")
    void anUnknownWordForFailOnIsAMistake(VerifyMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .hasMessage("failOn: 'sometimes' is none of error, warning, never. Write one of them.");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "homes", value = HOMES)
    @MojoParameter(name = "failOn", value = "never")
    @MojoParameter(name = "balancerDirectory", value = "target/nginx")
    void theFilesOfTheLoadBalancerAreJudgedToo(VerifyMojo mojo) throws Exception {
        Path file = target().resolve("nginx/conf.d/ei.conf");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "server { listen 80; location / { proxy_pass http://nodes; } }");

        run(mojo);

        assertThat(log().infos()).contains("load balancer  conf.d/ei.conf");
        assertThat(log().errors()).anyMatch(line -> line.contains("EIC314"));
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "homes", value = HOMES)
    @MojoParameter(name = "failOn", value = "never")
    void withoutProductionAShippedPasswordIsAWarning(VerifyMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().errors()).noneMatch(line -> line.contains("EIC410"));
        assertThat(log().warnings()).anyMatch(line -> line.contains("EIC410"));
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "homes", value = HOMES)
    @MojoParameter(name = "failOn", value = "never")
    @MojoParameter(name = "verifyProduction", value = "true")
    void productionRaisesAShippedPasswordToAnError(VerifyMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().errors()).anyMatch(line -> line.contains("EIC410"));
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "homes", value = HOMES)
    @MojoParameter(name = "failOn", value = "never")
    @Basedir("/mojo/suppressed")
    void aSuppressionTakesItsFindingsFromTheConsole(VerifyMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().warnings()).noneMatch(line -> line.contains("EIC410"));
        assertThat(log().infos()).anyMatch(line -> line.contains(" suppressed on 2 nodes"));
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "skipVerify", value = "true")
    void skipVerifyDoesNothing(VerifyMojo mojo) throws Exception {
        run(mojo);

        assertThat(verify()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "rule", value = "eic010")
    void explainPrintsReasonEvidenceAndExample(ExplainMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().infos())
                .contains("EIC010 (error): A node is not in the member list of another node.", "Wrong:", "Right:")
                .anyMatch(line -> line.startsWith("Why: "))
                .anyMatch(line -> line.startsWith("Source: Hazelcast TcpIpJoiner"));
    }

    @Test
    @InjectMojo(goal = "explain")
    void explainWithoutARuleListsAll(ExplainMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().infos()).hasSizeGreaterThan(100).contains("EIC001 error: Clustering is off on a node");
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "rule", value = "EIC999")
    void anUnknownRuleIsAMistake(ExplainMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("there is no rule 'EIC999'");
    }

    private Path verify() {
        return target().resolve("ei-cluster/verify");
    }
}
