package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class DiffMojoTest extends MojoCase {

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "diff")
    void everyChangedLineIsShownAndWritten(DiffMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetFiles()).containsOnlyKeys("ei-cluster/diff/node1.diff", "ei-cluster/diff/node2.diff");
        assertThat(target().resolve("ei-cluster/diff/node2.diff"))
                .content()
                .contains(
                        "conf/axis2/axis2.xml",
                        "+        <parameter name=\"localMemberHost\">192.168.57.12</parameter>");
        assertThat(log().infos())
                .contains("+        <parameter name=\"localMemberHost\">192.168.57.12</parameter>")
                .anyMatch(line -> line.startsWith("node1: ") && line.contains(" files differ from wso2ei-6.6.0, see "))
                .noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "diff")
    void passwordsAreMasked(DiffMojo mojo) throws Exception {
        run(mojo);

        assertThat(target().resolve("ei-cluster/diff/node1.diff"))
                .content()
                .contains("regadmin", "***")
                .doesNotContain("reg<pass", "reg&lt;pass");
        assertThat(log().infos()).noneMatch(line -> line.contains("reg<pass") || line.contains("reg&lt;pass"));
    }

    @Test
    @Basedir("/mojo/edits")
    @InjectMojo(goal = "diff")
    void secretsOfCustomEditsAreMasked(DiffMojo mojo) throws Exception {
        run(mojo);

        assertThat(target().resolve("ei-cluster/diff/node1.diff"))
                .content()
                .contains("+    <Name>***</Name>")
                .doesNotContain("mq-secret");
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "diff")
    @MojoParameter(name = "color", value = "always")
    void coloursAreShownButNotWritten(DiffMojo mojo) throws Exception {
        run(mojo);

        assertThat(log().infos()).anyMatch(line -> line.contains("\u001b["));
        assertThat(target().resolve("ei-cluster/diff/node1.diff")).content().doesNotContain("\u001b");
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "diff")
    @MojoParameter(name = "color", value = "yes")
    void anUnknownColourWordIsRefused(DiffMojo mojo) throws IOException {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("color: 'yes' is none of auto, always, never. Write one of them.");
        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @Basedir("/mojo/overlays")
    @InjectMojo(goal = "diff")
    void filesOfOverlaysAreShownAsNew(DiffMojo mojo) throws Exception {
        run(mojo);

        assertThat(target().resolve("ei-cluster/diff/node2.diff"))
                .content()
                .contains("+++ b/conf/about.txt", "+node2 of wso2.ei.domain");
    }
}
