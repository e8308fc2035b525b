package io.github.eicluster.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.template.Templates;
import io.github.eicluster.testing.Pom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceStepsTest {

    private static final Pom TWO = Pom.of("""
            <cluster>
              <hostName>ei.wso2.com</hostName>
              <nodes>
                <node><id>node1</id><host>192.168.57.11</host></node>
                <node><id>node2</id><host>192.168.57.12</host></node>
              </nodes>
              <database><type>mysql</type><host>db</host><serverId>ei-db</serverId></database>
            </cluster>
            """);
    private static final Pom WINDOWS = TWO.with("cluster/nodes/node[2]/os", "windows");
    private static final String JDK = "<javaHome>/usr/lib/jvm/jdk8</javaHome>";

    @Test
    void withoutJvmAndServiceThereIsNothingToSay() {
        assertThat(section(TWO)).isEmpty();
        assertThat(runbook(TWO)).contains("only the account of the server read them.\n\n## 7. Before");
    }

    @Test
    void settingsWithoutAServiceAreSetByHand() {
        Pom pom = WINDOWS.with(
                        "cluster/jvm", "<heap>2g</heap><options><option>-Da=x</option><option>-Db=y</option></options>")
                .with("cluster/nodes/node[2]/jvm", "<javaHome>C:\\Program Files\\jdk8</javaHome>");
        assertThat(section(pom)).isEqualTo("""
                        ### Java settings

                        Set these variables for whoever starts the node, before the start, and leave `CARBON_HOME` unset:

                        node1:

                            export JVM_MEM_OPTS='-Xms2g -Xmx2g'
                            export JAVA_OPTS='-Da=x -Db=y'

                        node2:

                            set "JAVA_HOME=C:\\Program Files\\jdk8"
                            set "JAVA_OPTS=-Xms2g -Xmx2g -Da=x -Db=y"

                        """);
        assertThat(runbook(pom)).contains("`sh bin/integrator.sh start`", "`node1/wso2ei-6.6.0`");
    }

    @Test
    void onlyNodesWithSettingsAreNamed() {
        assertThat(section(TWO.with("cluster/nodes/node[2]/jvm/heap", "3g")))
                .contains("node2:\n")
                .doesNotContain("node1");
    }

    @Test
    void unitsAreInstalledAndStartedBySystemctl() {
        Pom pom = WINDOWS.with("cluster/jvm", JDK)
                .with("cluster/nodes/node[2]/jvm/javaHome", "C:\\jdk8")
                .with("cluster/service", "<user>esb</user><group>mw</group><directory>/srv</directory>");
        assertThat(section(pom))
                .startsWith("### Services\n\n")
                .contains("`groupadd --system mw`, then `useradd --system --gid mw --create-home --shell /bin/sh esb`")
                .contains("`chown -R esb:mw <directory>`")
                .contains("| node1 | `/srv/node1` | `wso2ei-node1.service` |\n")
                .contains(
                        "node2 runs Windows, which has no systemd: it is started by hand. Set these variables before, and leave"
                                + " `CARBON_HOME` unset:\n\n    set \"JAVA_HOME=C:\\jdk8\"\n")
                .doesNotContain("| node2 |", "Deployment artifacts", "export ");
        assertThat(runbook(pom))
                .contains("in `/srv/node1/wso2ei-6.6.0`: `systemctl start wso2ei-node1`")
                .contains("in `node2\\wso2ei-6.6.0`: `bin\\integrator.bat`")
                .contains("- node1: systemctl stop wso2ei-node1\n");
    }

    @Test
    void whoFetchesFromWhomIsSaid() {
        Pom pom = TWO.with("cluster/jvm", JDK)
                .with("cluster/service", "<user>wso2</user>")
                .with("cluster/deploymentSync", "<user>deploy</user>");
        assertThat(section(pom))
                .contains(
                        "Deploy applications to node1 only: the other nodes on Linux fetch `repository/deployment/server`"
                                + " from there every 60 seconds. What is undeployed there disappears from them too.")
                .contains("Let the account `wso2` log in to the machine of node1 as `deploy` with ssh")
                .contains(
                        "| node2 | `/opt/wso2/node2/ei-deployment-sync-node2.sh` | `ei-deployment-sync-node2.timer` |\n")
                .doesNotContain("| node1 | `/opt/wso2/node1/ei");
        assertThat(section(pom.with("cluster/deploymentSync", "<delete>false</delete><tenants>true</tenants>")
                        .with("cluster/nodes/node[2]/host", "192.168.57.11")))
                .contains("fetch `repository/deployment/server` and `repository/tenants` from there")
                .contains("What is undeployed there stays on them until somebody removes it.")
                .contains("1. Install rsync.\n")
                .doesNotContain("ssh");
    }

    @Test
    void nothingOfTheTemplateLanguageIsLeft() {
        assertThat(section(WINDOWS.with("cluster/jvm/heap", "2g"))
                        + section(TWO.with("cluster/jvm", JDK)
                                .with("cluster/service/user", "wso2")
                                .with("cluster/deploymentSync/interval", "10")))
                .doesNotContain("#if", "#end", "[[", "$", "\n\n\n");
        Pom mixed = WINDOWS.with("cluster/nodes/node[1]/jvm", JDK).with("cluster/service/user", "wso2");
        assertThat(section(mixed)).endsWith("\n\nnode2 runs Windows, which has no systemd: it is started by hand.\n\n");
    }

    private static String section(Pom pom) {
        return new ServiceSteps(data(pom)).section(new Templates());
    }

    private static String runbook(Pom pom) {
        return new RunbookWriter(new Templates()).runbook(data(pom));
    }

    private static RunbookData data(Pom pom) {
        Cluster cluster = pom.read().cluster();
        return new RunbookData(
                cluster,
                Map.of(),
                "6.6.0",
                "wso2ei-6.6.0",
                "",
                Map.of(),
                new RunbookCertificates(List.of(), Set.of(), "keys", ""));
    }
}
