package io.github.eicluster.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.eicluster.model.Secret;
import io.github.eicluster.testing.FreePorts;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest extends LaunchCase {

    @Test
    void nodesThatSeeEachOtherAreUp() throws IOException {
        NodeLaunch first = new StubNode(folder, "node1", 4100)
                .acts(
                        "trap 'exit 143' TERM",
                        StubNode.says(StubNode.list(4100, 4100) + StubNode.INITIALISED + "\n" + StubNode.UP),
                        "while [ ! -e ../../node2/wso2ei/wso2carbon.pid ]; do sleep 0.05; done",
                        StubNode.says("[x]  INFO - WKABasedMembershipScheme Member joined [u]: /127.0.0.1:4101"),
                        StubNode.waits());
        NodeLaunch second = new StubNode(folder, "node2", 4101).comesUp(4100, 4101);

        List<RunningNode> nodes = launcher(20).start(List.of(first, second), List.of());

        assertThat(nodes).extracting(node -> node.log().members()).allMatch(members -> members.size() == 2);
        assertThat(monitor.notes)
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line).matches("node1: up in \\d+\\.\\d s, sees 1 of 1 members"),
                        line -> assertThat(line).matches("node2: up in \\d+\\.\\d s, sees 2 of 2 members"));
        assertThat(records.running()).extracting(ProcessRecord::node).containsExactly("node1", "node2");
        // The script and the server.
        assertThat(records.running()).allMatch(record -> record.processes().size() >= 2);
    }

    @Test
    void aLastNodeThatSaysNothingOfTheOthersIsTheirsIfTheySaySo() throws IOException {
        NodeLaunch first = new StubNode(folder, "node1", 4100)
                .acts(
                        "trap 'exit 143' TERM",
                        StubNode.says("Local member: [u] - Host:127.0.0.1, Remote Host:null, Port: 4100, HTTP:8280\n"
                                + StubNode.INITIALISED + "\n" + StubNode.UP),
                        "while [ ! -e ../../node2/wso2ei/wso2carbon.pid ]; do sleep 0.05; done",
                        StubNode.says("Member joined [u]: /127.0.0.1:4101"),
                        StubNode.waits());
        NodeLaunch second = new StubNode(folder, "node2", 4101)
                .acts(
                        "trap 'exit 143' TERM",
                        StubNode.says(StubNode.INITIALISED + "\n" + StubNode.UP),
                        StubNode.waits());

        assertThat(launcher(20).start(List.of(first, second), List.of())).hasSize(2);
    }

    @Test
    void aNodeIsNotUpBeforeItsPortAnswers() throws IOException {
        int port = FreePorts.inARow(1);
        NodeLaunch node = new StubNode(folder, "node1", 4100).port(port).comesUp(4100);

        assertThatThrownBy(() -> launcher(2).start(List.of(node), List.of()))
                .hasMessage("node1 has not come up: it is not up in time. After 2 s nothing answers on HTTP " + port
                        + ". Its last words:");

        try (ServerSocket socket = new ServerSocket(port)) {
            assertThat(socket.isBound()).isTrue();
            assertThat(launcher(20).start(List.of(node), List.of())).hasSize(1);
        }
    }

    @Test
    void twoClustersOfOneAreFoundLongBeforeTimeIsOver() throws IOException {
        NodeLaunch first = new StubNode(folder, "node1", 4100).comesUp(4100);
        NodeLaunch second = new StubNode(folder, "node2", 4101)
                .acts(
                        "trap 'exit 143' TERM",
                        StubNode.says(StubNode.list(4102, 4102) + StubNode.INITIALISED + "\n" + StubNode.UP),
                        StubNode.waits());

        assertThatThrownBy(() -> launcher(600).start(List.of(first, second), List.of()))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("node2 has not come up: the nodes do not see each other. Of 2 members, node1 sees"
                        + " 127.0.0.1:4100, node2 sees 127.0.0.1:4102. node2 listens for members on 4102 instead of"
                        + " 4101, which was taken.")
                .asInstanceOf(type(LaunchFailure.class))
                .extracting(LaunchFailure::reason)
                .isEqualTo(Cause.OWN_CLUSTER);
        assertThat(begun).noneMatch(ProcessId::runs);
        assertThat(records.all()).isEmpty();
    }

    @Test
    void aMemberOfAnotherClusterIsNamed() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 4100).comesUp(4100, 4177);

        launcher(20).start(List.of(node), List.of());

        assertThat(monitor.warnings)
                .containsExactly("The nodes also see 127.0.0.1:4177, no node of this cluster: another cluster that they"
                        + " reach has the same domain.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Caused by: java.io.IOException: Keystore was tampered with, or password was incorrect | KEYSTORE_PASSWORD",
                "java.io.IOException: keystore password was incorrect | KEYSTORE_PASSWORD",
                "java.net.BindException: Address already in use (Bind failed) | PORT_IN_USE",
                "ERROR - StartupFinalizerServiceComponent Cannot initialize cluster | CLUSTER_FAILED",
                "Unable to look-up JNDI name jdbc/WSO2RegistryDB | JNDI",
                "Caused by: org.postgresql.util.PSQLException: Connection to db:5432 refused. | DATABASE_REFUSED",
                "com.mysql.jdbc.exceptions.jdbc4.CommunicationsException: Communications link failure | DATABASE_REFUSED",
                " [ERROR] CARBON is supported only on JDK 1.7 and 1.8 | JDK",
                "Unrecognized VM option 'MaxPermSize=256m' | JAVA_OPTIONS",
                "com.hazelcast.config.ConfigMismatchException: Incompatible joiners! | MEMBERS_REFUSED",
                "org.h2.jdbc.JdbcSQLException: Database may be already in use: \"Locked by another process\" | DATABASE_LOCKED",
                "org.h2.jdbc.JdbcSQLException: Table \"REG_LOG\" not found | DATABASE_EMPTY"
            })
    void whatTheLogSaysIsTheCause(String line, Cause cause) throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 4100)
                .acts("trap 'exit 143' TERM", StubNode.says("first\n" + line + "\nlast"), StubNode.waits());

        assertThatThrownBy(() -> launcher(600).start(List.of(node), List.of()))
                .asInstanceOf(type(LaunchFailure.class))
                .satisfies(failure -> {
                    assertThat(failure.reason()).isEqualTo(cause);
                    assertThat(failure.node()).isEqualTo("node1");
                    assertThat(failure.lines()).containsExactly(line.stripTrailing());
                    assertThat(failure.log()).exists();
                });
        assertThat(begun).noneMatch(ProcessId::runs);
    }

    @Test
    void theReasonBehindAFailureCountsNotWhatFollowsFromIt() throws IOException {
        NodeLaunch node =
                new StubNode(folder, "node1", 4100).acts("trap 'exit 143' TERM", StubNode.says("""
                                ERROR - X Cannot initialize cluster
                                \tat org.wso2.carbon.X.run(X.java:1)
                                Caused by: java.net.BindException: Address already in use"""), StubNode.waits());

        assertThatThrownBy(() -> launcher(600).start(List.of(node), List.of()))
                .asInstanceOf(type(LaunchFailure.class))
                .satisfies(failure -> {
                    assertThat(failure.reason()).isEqualTo(Cause.PORT_IN_USE);
                    assertThat(failure.lines()).hasSize(2);
                });
    }

    @Test
    void aNodeThatEndsFailsWithItsLastWords() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 4100).acts("echo one", "printf two", "exit 1");

        assertThatThrownBy(() -> launcher(600).start(List.of(node), List.of()))
                .hasMessage("node1 has not come up: it has ended. Its last words:")
                .asInstanceOf(type(LaunchFailure.class))
                .satisfies(failure -> assertThat(failure.lines()).containsExactly("one", "two"));
        assertThat(records.all()).isEmpty();
    }

    @Test
    void aNodeThatIsKilledWhileAnotherStartsFailsTheStartAndTheOtherEnds() throws IOException {
        NodeLaunch first = new StubNode(folder, "node1", 4100).comesUp(4100);
        NodeLaunch second = new StubNode(folder, "node2", 4101)
                .acts("kill -9 $(cat ../../node1/wso2ei/wso2carbon.pid)", StubNode.waits());

        assertThatThrownBy(() -> launcher(600).start(List.of(first, second), List.of()))
                .hasMessage("node1 has not come up: it has ended. It was up, and ended while another node started.");
        assertThat(begun).hasSize(2).noneMatch(ProcessId::runs);
        assertThat(records.all()).isEmpty();
    }

    @Test
    void aNodeWithoutAClusterIsNotUp() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 4100)
                .acts("trap 'exit 143' TERM", StubNode.says(StubNode.UP), StubNode.waits());

        assertThatThrownBy(() -> launcher(600).start(List.of(node), List.of()))
                .asInstanceOf(type(LaunchFailure.class))
                .extracting(LaunchFailure::reason)
                .isEqualTo(Cause.NOT_CLUSTERED);
    }

    @Test
    void aNodeThatWaitsForItselfAtALoopbackAddressIsFoundLongBeforeTimeIsOver() throws IOException {
        String warning = "WARN - HazelcastClusteringAgent localMemberHost is configured to use the loopback address.";
        NodeLaunch node = new StubNode(folder, "node1", 4100)
                .acts(
                        "trap 'exit 143' TERM",
                        StubNode.says(warning
                                + "\nINFO - MemberUtils Added member: Host:10.0.0.1, Remote Host:null, Port: 4100"),
                        StubNode.waits());

        assertThatThrownBy(() -> launcher(600).start(List.of(node), List.of()))
                .asInstanceOf(type(LaunchFailure.class))
                .satisfies(failure -> {
                    assertThat(failure.reason()).isEqualTo(Cause.LOOPBACK);
                    assertThat(failure.lines()).containsExactly(warning);
                });
    }

    @Test
    void aNodeThatHangsFailsWithWhatIsMissing() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 4100).acts("echo here I stand", StubNode.waits());

        assertThatThrownBy(() -> launcher(1).start(List.of(node), List.of()))
                .hasMessage(
                        "node1 has not come up: it is not up in time. After 1 s 'Cluster initialization completed' is"
                                + " not in its log, and 'WSO2 Carbon started' is not in its log. Its last words:")
                .asInstanceOf(type(LaunchFailure.class))
                .satisfies(failure -> assertThat(failure.lines()).containsExactly("here I stand"));
        assertThat(begun).noneMatch(ProcessId::runs);
        assertThat(monitor.states).contains("node1: 0 s, not yet in the cluster, server starts");
    }

    @Test
    void theServerFindsItsPasswordAndNobodyElseCanReadIt() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 0)
                .password(new NodeLaunch.StartPassword(
                        "password-tmp", new Secret("vault secret", Secret.Source.GENERATED)))
                .acts(
                        "trap 'exit 143' TERM",
                        "cp -p password-tmp copy",
                        "rm password-tmp",
                        StubNode.says(StubNode.UP),
                        StubNode.waits());

        launcher(20).start(List.of(node), List.of());

        assertThat(node.home().resolve("copy")).hasContent("vault secret\n");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(node.home().resolve("copy"))))
                .isEqualTo("rw-------");
        assertThat(node.log().toFile()).content().doesNotContain("secret");
    }

    @Test
    void aNodeThatWillRunOnEndsWithThisProgramUntilItIsUp() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 0)
                .acts(
                        "trap 'exit 143' TERM",
                        "while [ ! -e ../../run/processes/node1.properties ]; do sleep 0.05; done",
                        "cp ../../run/processes/node1.properties seen",
                        StubNode.says(StubNode.UP),
                        StubNode.waits());

        launcher(20).start(List.of(node), List.of());

        assertThat(node.home().resolve("seen"))
                .content()
                .contains("owner=" + ProcessHandle.current().pid() + " ");
        assertThat(records.of("node1").orElseThrow().owner()).isEmpty();
    }

    @Test
    void aPasswordThatNobodyHasReadIsTakenAway() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 0)
                .password(new NodeLaunch.StartPassword(
                        "password-tmp", new Secret("vault secret", Secret.Source.GENERATED)))
                .acts("exit 1");

        assertThatThrownBy(() -> launcher(20).start(List.of(node), List.of())).isInstanceOf(LaunchFailure.class);

        assertThat(node.home().resolve("password-tmp")).doesNotExist();
    }

    @Test
    void theNodeKnowsItsIdAndItsJava() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 0)
                .environment(Map.of("JVM_MEM_OPTS", "-Xmx1g"))
                .acts(
                        "trap 'exit 143' TERM",
                        "echo \"$NODE_ARGUMENT $JAVA_HOME $JVM_MEM_OPTS\"",
                        StubNode.says(StubNode.UP),
                        StubNode.waits());

        launcher(20).start(List.of(node), List.of());

        assertThat(node.log().toFile()).content().startsWith("-Dei-cluster.node=node1 /no/jdk/is/needed -Xmx1g\n");
    }

    @Test
    void aScriptThatCannotBeRunIsAMistake() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 0).acts();
        Launcher launcher = new Launcher(
                command -> {
                    throw new IOException("no such program");
                },
                records,
                monitor,
                timing(20, 20),
                false,
                Optional.empty());

        assertThatThrownBy(() -> launcher.start(List.of(node), List.of()))
                .hasMessageStartingWith(
                        "node1: '" + node.home().resolve("bin") + "' cannot be started from: no such program.");
    }

    @Test
    void onWindowsTheBatchFileRuns() {
        Path home = Path.of("/ei/wso2ei");
        NodeLaunch node = new NodeLaunch(
                "node1", home, Path.of("/jdk"), Map.of(), "h", List.of(), false, 0, Optional.empty(), Path.of("/log"));

        assertThat(Command.of(node, true).words())
                .containsExactly(
                        "cmd.exe", "/c", home.resolve("bin/integrator.bat").toString(), "-Dei-cluster.node=node1");
    }
}
