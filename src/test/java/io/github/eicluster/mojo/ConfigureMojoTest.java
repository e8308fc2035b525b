package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.xmlunit.assertj3.XmlAssert;

@MojoTest
class ConfigureMojoTest extends MojoCase {

    private static final String HEADING = "The configuration of ei-cluster has a mistake:\n";

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "configure")
    void theChangedFilesOfEachNodeTheRunbookAndTheHostsAreWritten(ConfigureMojo mojo) throws Exception {
        run(mojo);

        Path output = target().resolve("ei-cluster");
        assertThat(targetNames()).containsExactly("ei-cluster");
        assertThat(output.resolve("RUNBOOK.md")).content().contains("guide-1.0-node1.zip", "guide-1.0-node2.zip");
        assertThat(output.resolve("hosts"))
                .content()
                .startsWith("192.168.57.11\tnode1\n192.168.57.12\tnode2\n# <address of the load balancer");
        assertThat(log().warnings())
                .contains(
                        "cluster/database/address: the address of 'carbondb.mysql-wso2.com' is not stated, so that the file"
                                + " hosts has a comment in its place. State it, or see that DNS knows the name on every machine.");
        for (String node : new String[] {"node1", "node2"}) {
            Path conf = output.resolve("nodes/" + node + "/conf");
            XmlAssert.assertThat(conf.resolve("axis2/axis2.xml"))
                    .valueByXPath("//clustering/parameter[@name='localMemberHost']")
                    .isEqualTo(node.equals("node1") ? "192.168.57.11" : "192.168.57.12");
            XmlAssert.assertThat(conf.resolve("datasources/master-datasources.xml"))
                    .valueByXPath("//datasource[name='REGISTRY_DB']//password")
                    .isEqualTo("reg<pass");
        }
        assertThat(output.resolve("nodes/node1/conf/axis2/tenant-axis2.xml")).doesNotExist();
        assertThat(log().infos())
                .anyMatch(line -> line.startsWith("EI 6.6.0 from "))
                .anyMatch(line -> line.startsWith("node1: 192.168.57.11, offset 0, member port 4100, http 8280"))
                .anyMatch(line -> line.startsWith("node2: 192.168.57.12, offset 0, member port 4100, http 8280"));
    }

    @Test
    @Basedir("/mojo/overlays")
    @InjectMojo(goal = "configure")
    void laterOverlaysWinAndNodesGetTheirOwnTemplates(ConfigureMojo mojo) throws Exception {
        run(mojo);

        Path nodes = target().resolve("ei-cluster/nodes");
        assertThat(nodes.resolve("node1/conf/note.txt")).hasContent("second");
        assertThat(nodes.resolve("node1/conf/other.txt")).hasContent("first");
        assertThat(nodes.resolve("node2/conf/other.txt")).hasContent("of node2");
        assertThat(nodes.resolve("node1/conf/about.txt")).doesNotExist();
        assertThat(nodes.resolve("node2/conf/about.txt")).hasContent("node2 of wso2.ei.domain");
    }

    @Test
    @Basedir("/mojo/overlays")
    @InjectMojo(goal = "configure")
    void onlyAnOverlayFolderThatNoNodeUsesIsWarnedOf(ConfigureMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().warnings().stream().filter(line -> line.contains("no node has the id")))
                .singleElement()
                .asString()
                .contains("no node has the id 'nodetwo' (node1, node2)");
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "configure")
    void warningsOfThePlanAreSaidOnce(ConfigureMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().warnings().stream().filter(line -> line.contains("has the shipped password")))
                .hasSize(1);
    }

    @Test
    @Basedir("/mojo/missing-distribution")
    @InjectMojo(goal = "configure")
    void aDistributionThatIsNotThereIsNamedWithItsParameter(ConfigureMojo mojo) throws IOException {
        Path file = project().getBasedir().toPath().resolve("packs/wso2ei-6.6.0.zip");
        assertFails(
                mojo,
                "distribution: '" + file
                        + "' does not exist; give the path of a WSO2 EI distribution zip or of an unpacked home.");
    }

    @Test
    @Basedir("/mojo/missing-overlay")
    @InjectMojo(goal = "configure")
    void aDeclaredOverlayHasToExist(ConfigureMojo mojo) throws IOException {
        assertFails(mojo, HEADING + "overlays/overlay[1]: 'nowhere' is no folder (");
    }

    @Test
    @Basedir("/mojo/edits")
    @InjectMojo(goal = "configure")
    void customEditsTakeTheirSecretsFromTheSettings(ConfigureMojo mojo) throws Exception {
        run(mojo);

        XmlAssert.assertThat(target().resolve("ei-cluster/nodes/node2/conf/carbon.xml"))
                .valueByXPath("/*/*[local-name()='Name']")
                .isEqualTo("mq-secret");
    }

    @Test
    @Basedir("/mojo/output-outside")
    @InjectMojo(goal = "configure")
    void anOutputDirectoryOutsideTheBuildDirectoryIsRefused(ConfigureMojo mojo) throws IOException {
        assertFails(mojo, HEADING + "outputDirectory: '");
        assertThat(project().getBasedir().toPath().resolve("src")).doesNotExist();
    }

    @Test
    @Basedir("/mojo/unknown-name")
    @InjectMojo(goal = "configure")
    void namesThatNoGoalKnowsAreMistakes(ConfigureMojo mojo) throws IOException {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("enviroment: no goal has this parameter. ")
                .hasMessageContaining("environment")
                .hasMessageContaining("hostName: no goal has this parameter. Move it into <cluster>.");
        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @Basedir("/mojo/failing-plan")
    @InjectMojo(goal = "configure")
    void aDistributionThatLacksAnAnchorFailsBeforeAnythingIsWritten(ConfigureMojo mojo) throws IOException {
        assertFails(mojo, "The nodes cannot be configured on ");
    }

    @Test
    @Basedir("/mojo/mistakes")
    @InjectMojo(goal = "configure")
    void aMistakeIsNamedByItsPlace(ConfigureMojo mojo) throws IOException {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("cluster/loadBalancer/type: 'apache'");
        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @Basedir("/mojo/password-in-pom")
    @InjectMojo(goal = "configure")
    void aPasswordInThePomIsWarnedOfWithoutBeingShown(ConfigureMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().warnings())
                .anyMatch(line -> line.startsWith("cluster/database/password: "))
                .noneMatch(line -> line.contains("in-the-pom"));
    }

    @Test
    @Basedir("/mojo/password-in-pom")
    @InjectMojo(goal = "configure")
    @MojoParameter(name = "production", value = "true")
    void aPasswordInThePomIsAMistakeInProduction(ConfigureMojo mojo) throws IOException {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("cluster/database/password: ")
                .hasMessageNotContaining("in-the-pom");
        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "configure")
    @MojoParameter(name = "skip", value = "maybe")
    void aWordThatIsNoBooleanIsRefused(ConfigureMojo mojo) throws IOException {
        assertFails(mojo, "skip: 'maybe' is neither true nor false.");
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "configure")
    void aSecondRunReplacesWhatTheFirstLeft(ConfigureMojo mojo) throws Exception {
        run(mojo);
        Path stale = target().resolve("ei-cluster/nodes/node1/conf/carbon.xml");
        byte[] first = Files.readAllBytes(stale);
        Files.writeString(stale, "stale");

        run(mojo);

        assertThat(stale).hasBinaryContent(first);
    }

    private void assertFails(ConfigureMojo mojo, String start) throws IOException {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .message()
                .startsWith(start);
        assertThat(targetFiles()).isEmpty();
    }
}
