package io.github.eicluster.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.template.Templates;
import io.github.eicluster.testing.Pom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        assertThat(runbook(TWO))
                .contains("## 4. Install the nodes", "## 5. Keys and certificates", "## 9. Deployed artifacts")
                .contains("    id wso2 || sudo useradd --system --user-group --shell /usr/sbin/nologin wso2\n")
                .doesNotContain("systemctl", "JAVA_HOME=");
    }

    @Test
    void settingsWithoutAServiceAreSetByHand() {
        Pom pom = WINDOWS.with(
                        "cluster/jvm", "<heap>2g</heap><options><option>-Da=x</option><option>-Db=y</option></options>")
                .with("cluster/nodes/node[2]/jvm", "<javaHome>C:\\Program Files\\jdk8</javaHome>");
        assertThat(section(pom, "Java settings")).isEqualTo("""
                        ## 5. Java settings

                        Set these variables for whoever starts the node, before the start, and leave `CARBON_HOME` unset:

                        node1:

                            export JVM_MEM_OPTS='-Xms2g -Xmx2g'
                            export JAVA_OPTS='-Da=x -Db=y'

                        node2:

                            set "JAVA_HOME=C:\\Program Files\\jdk8"
                            set "JAVA_OPTS=-Xms2g -Xmx2g -Da=x -Db=y"
                        """);
        assertThat(runbook(pom)).contains("sudo -u wso2 sh /opt/wso2/node1/wso2ei-6.6.0/bin/integrator.sh start");
    }

    @Test
    void onlyNodesWithSettingsAreNamed() {
        assertThat(section(TWO.with("cluster/nodes/node[2]/jvm/heap", "3g"), "Java settings"))
                .contains("node2:\n")
                .doesNotContain("node1");
    }

    @Test
    void unitsAreInstalledAndStartedBySystemctl() {
        Pom pom = WINDOWS.with("cluster/jvm", JDK)
                .with("cluster/nodes/node[2]/jvm/javaHome", "C:\\jdk8")
                .with("cluster/service", "<user>esb</user><group>mw</group><directory>/srv</directory>");
        assertThat(section(pom, "Services"))
                .contains("| node1 | `/usr/lib/jvm/jdk8` | `wso2ei-node1.service` |\n")
                .contains(
                        "node2 runs Windows, which has no systemd: it is started by hand. Set these variables before, and leave"
                                + " `CARBON_HOME` unset:\n\n    set \"JAVA_HOME=C:\\jdk8\"\n")
                .doesNotContain("| node2 |", "export ");
        assertThat(runbook(pom))
                .contains("    getent group mw || sudo groupadd --system mw\n")
                .contains("    id esb || sudo useradd --system --gid mw --create-home --shell /usr/sbin/nologin esb\n")
                .contains("    sudo install -d -m 0750 /srv/node1\n")
                .contains("    sudo chown -R esb:mw /srv/node1\n")
                .contains("1. node1 on 192.168.57.11:\n\n       sudo systemctl start wso2ei-node1\n")
                .contains("In `/srv/node1/wso2ei-6.6.0/repository/logs/wso2carbon.log`")
                .contains("2. node2 on 192.168.57.12:\n\n       C:\\wso2\\node2\\wso2ei-6.6.0\\bin\\integrator.bat\n")
                .contains("| node1 | `sudo systemctl stop wso2ei-node1` | `sudo systemctl start wso2ei-node1` |\n");
    }

    @Test
    void aNodeOnTheBuildMachineIsInstalledWithoutSsh() {
        Pom pom = Pom.of("""
                <cluster>
                  <nodes><node><host>127.0.0.1</host></node><node><host>127.0.0.1</host></node></nodes>
                  <jvm><javaHome>/jdk</javaHome></jvm>
                  <service/>
                </cluster>
                """);
        assertThat(section(pom, "Install the nodes"))
                .contains("    sudo install -d -m 0750 /opt/wso2/node2\n", "    cp target/")
                .doesNotContain("scp", "mkdir");
    }

    @Test
    void whoFetchesFromWhomIsSaid() {
        Pom pom = TWO.with("cluster/jvm", JDK)
                .with("cluster/service", "<user>wso2</user>")
                .with("cluster/deploymentSync", "<user>deploy</user>");
        assertThat(section(pom, "Deployed artifacts"))
                .contains(
                        "Deploy others to node1 only: the other nodes on Linux fetch `repository/deployment/server` from there"
                                + " every 60 seconds. What is undeployed there disappears from them too.\n")
                .contains("Let the account `wso2` log in to the machine of node1 as `deploy` with ssh")
                .contains(
                        "| node2 | `/opt/wso2/node2/ei-deployment-sync-node2.sh` | `ei-deployment-sync-node2.timer` |\n")
                .doesNotContain("| node1 | `/opt/wso2/node1/ei", "unless the directories are shared");
        assertThat(runbook(pom)).contains("--create-home --shell /bin/sh wso2");
        assertThat(section(
                        pom.with("cluster/deploymentSync", "<delete>false</delete><tenants>true</tenants>")
                                .with("cluster/nodes/node[2]/host", "192.168.57.11"),
                        "Deployed artifacts"))
                .contains("fetch `repository/deployment/server` and `repository/tenants` from there")
                .contains("What is undeployed there stays on them until somebody removes it.\n")
                .contains("1. Install rsync.\n")
                .doesNotContain("ssh");
    }

    @Test
    void nothingOfTheTemplateLanguageIsLeft() {
        Pom served = TWO.with("cluster/jvm", JDK).with("cluster/service/user", "wso2");
        Pom mixed = WINDOWS.with("cluster/nodes/node[1]/jvm", JDK).with("cluster/service/user", "wso2");
        assertThat(runbook(WINDOWS.with("cluster/jvm/heap", "2g"))
                        + runbook(served.with("cluster/deploymentSync/interval", "10"))
                        + runbook(mixed))
                .doesNotContain("#if", "#end", "#foreach", "[[", "$");
        assertThat(section(mixed, "Services"))
                .endsWith("\n\nnode2 runs Windows, which has no systemd: it is started by hand.\n");
    }

    /** A section with its heading. */
    private static String section(Pom pom, String title) {
        String runbook = runbook(pom);
        int start = runbook.lastIndexOf("\n## ", runbook.indexOf(". " + title + "\n")) + 1;
        assertThat(start).as(title).isPositive();
        return runbook.substring(start, runbook.indexOf("\n\n## ", start) + 1);
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
                new RunbookCertificates(List.of(), Set.of(), "keys", ""),
                Optional.empty(),
                List.of(),
                RunbookLibraries.NONE);
    }
}
