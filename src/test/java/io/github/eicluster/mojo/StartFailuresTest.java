package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.launch.ProcessRecord;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is wrong on one node, and how start says it; node1 starts after node2. Afterwards nothing runs. */
@MojoTest
@Basedir("/mojo/start")
class StartFailuresTest extends StartCase {

    private static final String AXIS2 = "conf/axis2/axis2.xml";
    private static final String ALONE = "node1 has not come up: the nodes do not see each other. Of 2 members, ";

    @Test
    void aWrongPortInTheMemberList(
            @InjectMojo(goal = "package") @MojoParameter(name = "formats", value = "directory") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start)
            throws Exception {
        packHomes(pack);
        change("node1", AXIS2, "<port>24501</port>", "<port>24519</port>");

        assertThatThrownBy(() -> run(start))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(ALONE + "node2 sees 127.0.0.1:24501, node1 sees 127.0.0.1:24500.\nEIC010 ")
                .hasMessageContaining("Log: " + target().resolve("ei-cluster/logs/node1.log"));
        nothingRuns();
    }

    @Test
    void aDomainWithWhiteSpace(
            @InjectMojo(goal = "package") @MojoParameter(name = "formats", value = "directory") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start)
            throws Exception {
        packHomes(pack);
        change("node1", AXIS2, "\"domain\">start.test<", "\"domain\">start.test <");

        assertThatThrownBy(() -> run(start))
                .hasMessageStartingWith(ALONE)
                .hasMessageContaining("\nEIC004 node1 " + AXIS2);
        nothingRuns();
    }

    @Test
    void aLoopbackAddressThatIsAdvertised(
            @InjectMojo(goal = "package") @MojoParameter(name = "formats", value = "directory") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start)
            throws Exception {
        String address = addressOfThisMachine();
        packHomes(pack);
        change("node1", AXIS2, "127.0.0.1", address);
        change("node2", AXIS2, "<hostName>127.0.0.1</hostName>", "<hostName>" + address + "</hostName>");

        assertThatThrownBy(() -> run(start))
                .hasMessageStartingWith(
                        "node2 has not come up: it tells the other members a loopback address, and their"
                                + " addresses are others.")
                .hasMessageContaining("\nEIC008 node2 " + AXIS2);
        nothingRuns();
    }

    @Test
    void aWrongPasswordOfAKeyStore(
            @InjectMojo(goal = "package") @MojoParameter(name = "formats", value = "directory") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start)
            throws Exception {
        packHomes(pack);
        Path carbon = home("node2").resolve("conf/carbon.xml");
        String text = Files.readString(carbon, StandardCharsets.ISO_8859_1);
        Files.writeString(
                carbon,
                text.replaceAll("<(Key)?Password>[^<]*<", "<$1Password>wrong-password<"),
                StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> run(start))
                .hasMessageStartingWith(
                        "node2 has not come up: a key store does not open with the password that the files" + " give.")
                .hasMessageContaining("password was incorrect")
                .hasMessageContaining("\nEIC403 node2 conf/carbon.xml");
        assertThat(running()).isEmpty();
        nothingRuns();
    }

    @Test
    void aBusyPortOfAnOffsetThatTheScriptSets(
            @InjectMojo(goal = "package") @MojoParameter(name = "formats", value = "directory") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start)
            throws Exception {
        packHomes(pack);
        change("node2", "bin/integrator.sh", "$args\n", "-DportOffset=14309 $args\n");

        try (ServerSocket socket = new ServerSocket(8280 + 14309)) {
            assertThat(socket.isBound()).isTrue();
            assertThatThrownBy(() -> run(start))
                    .hasMessageStartingWith("Nothing was started:\n  node2 (HTTP): port 22589 is in use");
        }
        nothingRuns();
    }

    @Test
    void aReasonOfWhichTheFilesKnowNothing(
            @InjectMojo(goal = "package") @MojoParameter(name = "formats", value = "directory") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start)
            throws Exception {
        packHomes(pack);
        change(
                "node2",
                "bin/integrator.sh",
                "#!/bin/sh\n",
                "#!/bin/sh\necho java.net.BindException: Address already in use; exit 1\n");

        assertThatThrownBy(() -> run(start))
                .hasMessage(
                        "node2 has not come up: an address that it has to listen on is in use. The process has ended.\n"
                                + "  java.net.BindException: Address already in use\n"
                                + "Stop the other program, or choose another portOffset or port. Rule EIC303 of verify is about"
                                + " it, but finds nothing in the files of the nodes.\n"
                                + "Log: " + target().resolve("ei-cluster/logs/node2.log"));
        nothingRuns();
    }

    @Test
    void aJndiNameWithoutADatasource(
            @InjectMojo(goal = "package") @MojoParameter(name = "formats", value = "directory") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start)
            throws Exception {
        packHomes(pack);
        change("node2", "conf/registry.xml", "jdbc/WSO2RegistryDB", "jdbc/WSO2RegistryDatabase");

        assertThatThrownBy(() -> run(start))
                .hasMessageStartingWith("node2 has not come up: a JNDI name leads to no datasource.")
                .hasMessageContaining("\nEIC102 node2 conf/registry.xml");
        nothingRuns();
    }

    @Test
    void aNodeWhoseClusteringIsOff(
            @InjectMojo(goal = "package") @MojoParameter(name = "formats", value = "directory") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start)
            throws Exception {
        packHomes(pack);
        change("node1", AXIS2, "enable=\"true\"", "enable=\"false\"");

        assertThatThrownBy(() -> run(start))
                .hasMessageStartingWith("node1 has not come up: it is up without a cluster.")
                .hasMessageContaining("\nEIC001 node1 " + AXIS2);
        nothingRuns();
    }

    @Test
    void aNodeThatIsNotUpInTime(
            @InjectMojo(goal = "package") @MojoParameter(name = "formats", value = "directory") PackageMojo pack,
            @InjectMojo(goal = "start") @MojoParameter(name = "startTimeout", value = "1") StartMojo start)
            throws Exception {
        packHomes(pack);
        change(
                "node2",
                "bin/integrator.sh",
                "#!/bin/sh\n",
                "#!/bin/sh\necho waits for ever; while :; do sleep 0.1; done\n");

        assertThatThrownBy(() -> run(start))
                .hasMessageStartingWith("node2 has not come up: it is not up in time. After 1 s 'Cluster initialization"
                        + " completed' is not in its log, and 'WSO2 Carbon started' is not in its log. Its last words:")
                .hasMessageContaining("\n  waits for ever\n");
        nothingRuns();
    }

    @Test
    void anUnsuitableJdkIsFoundBeforeAnythingStarts(
            @InjectMojo(goal = "package") @MojoParameter(name = "formats", value = "directory") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start)
            throws Exception {
        packHomes(pack);
        change("node2", "bin/integrator.sh", "#!/bin/sh\n", "#!/bin/sh\n# CARBON is supported only on JDK 1.7 to 11\n");

        assertThatThrownBy(() -> run(start))
                .hasMessage("cluster/jvm/javaHome of node2: '" + System.getProperty("java.home") + "' is a JDK "
                        + Runtime.version().feature()
                        + ", and EI 6.6.0 runs on Java 7 to 11 (EIC506). Name another JDK.");
        assertThat(target().resolve("ei-cluster/logs")).doesNotExist();
    }

    @Test
    void twoNodesWithOnePort(
            @InjectMojo(goal = "package") @MojoParameter(name = "formats", value = "directory") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start)
            throws Exception {
        packHomes(pack);
        change("node1", AXIS2, "\"localMemberPort\">24500<", "\"localMemberPort\">24501<");

        assertThatThrownBy(() -> run(start))
                .hasMessage(
                        "Nothing was started:\n  node1 (Hazelcast): port 24501 is also the one of node2 (Hazelcast),"
                                + " and both run on this machine (EIC303). Give the nodes different portOffset and memberPort.");
    }

    @Test
    void aNodeThatWasKilledIsStartedAgainBesideTheOther(
            @InjectMojo(goal = "package") @MojoParameter(name = "formats", value = "directory") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start,
            @InjectMojo(goal = "stop") StopMojo stop)
            throws Exception {
        packHomes(pack);
        run(start);
        ProcessRecord killed = running().get(1);
        killed.processes().forEach(id -> id.find().ifPresent(ProcessHandle::destroyForcibly));

        run(start);

        assertThat(log().infos())
                .contains("node2: runs already")
                .last()
                .asString()
                .startsWith("They stop with ei-cluster:stop, or when this Maven ends; ")
                .endsWith(" But node2 ran before, and lives as long as before.");
        assertThat(running()).extracting(ProcessRecord::node).containsExactly("node2", "node1");
        run(stop);
        nothingRuns();
    }

    private static String addressOfThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("skipped: this machine has no address but the loopback"));
    }
}
