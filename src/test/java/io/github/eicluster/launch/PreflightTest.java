package io.github.eicluster.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.eicluster.product.EiVersion;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {

    private static final String SCRIPT = "echo \" [ERROR] CARBON is supported only on JDK 1.7 and 1.8\"";

    @TempDir
    Path folder;

    @Test
    void aPathWithABlankIsRefused() {
        assertThat(new Preflight(List.of()).problems(List.of(node("node1", Path.of("/my homes/wso2ei")))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .isEqualTo(
                                "node1: '/my homes/wso2ei' holds a blank, and the start script of EI does not work in"
                                        + " such a directory. Build in a directory without one."));
    }

    @Test
    void allBusyPortsAreNamed() throws IOException {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0)) {
            NodeLaunch node = node(
                    "node1",
                    folder,
                    new PortUse("JMX", one.getLocalPort(), false),
                    new PortUse("HTTP", two.getLocalPort(), true));

            assertThat(new Preflight(List.of()).problems(List.of(node)))
                    .hasSize(2)
                    .allSatisfy(problem -> assertThat(problem.message()).contains("is in use"));
        }
    }

    @Test
    void aPortThatIsNoneIsSoNamed() {
        assertThat(new Preflight(List.of()).problems(List.of(node("node1", folder, new PortUse("HTTP", 68_280, true)))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .isEqualTo("node1 (HTTP): port 68280 is no port, since the last one is 65535. Choose another"
                                + " portOffset or port."));
    }

    @Test
    void aPortThatThisUserMayNotOpenIsNotInUse() {
        Preflight preflight = new Preflight(List.of(), port -> {
            throw new BindException("Permission denied (Bind failed)");
        });

        assertThat(preflight.problems(List.of(node("node1", folder, new PortUse("HTTP", 80, true)))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .isEqualTo("node1 (HTTP): port 80 may not be opened by this user. Choose another portOffset or"
                                + " port, above 1023, or run Maven as a user who may."));
    }

    @Test
    void theArgumentsOfAForeignProcessAreNotShown() throws IOException {
        Process process = new ProcessBuilder("sleep", "4711").start();
        try {
            assertThat(PortHolders.text(process.toHandle()))
                    .matches("process " + process.pid() + " \\(/\\S+\\)")
                    .doesNotContain("4711");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whatTheNodesHoldIsFreeWhenTheyHaveStopped() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "skipped: this system does not tell who holds a port");
        try (ServerSocket socket = new ServerSocket(0)) {
            List<NodeLaunch> nodes = List.of(node("node1", folder, new PortUse("HTTP", socket.getLocalPort(), true)));
            ProcessRecord holder = new ProcessRecord(
                    "node1",
                    folder,
                    folder.resolve("log"),
                    0,
                    1,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(ProcessId.of(ProcessHandle.current())));

            assertThat(new Preflight(List.of(holder)).problemsOfRestart(nodes)).isEmpty();
            assertThat(new Preflight(List.of(holder)).problems(nodes))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message())
                            .endsWith(" by node1 of this cluster. Run ei-cluster:stop first."));
            assertThat(new Preflight(List.of()).problemsOfRestart(nodes)).hasSize(1);
        }
    }

    @Test
    void freePortsAreNoProblem() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(new Preflight(List.of()).problems(List.of(node("node1", folder, new PortUse("HTTP", port, true)))))
                .isEmpty();
    }

    @Test
    void theHolderOfAPortIsFoundInTheTablesOfTheSystem() throws IOException {
        // 4 fields before the state; 0x1F90 is 8080, 0A is LISTEN, 01 is an open connection.
        Files.createDirectories(folder.resolve("net"));
        Files.writeString(folder.resolve("net/tcp"), """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 00000000:1F90 00000000:0000 01 00000000:00000000 00:00000000 00000000     0        0 111 1 0 100 0 0 10 0
                   1: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 222 1 0 100 0 0 10 0
                """);
        long pid = ProcessHandle.current().pid();
        Path descriptors =
                Files.createDirectories(folder.resolve(Long.toString(pid)).resolve("fd"));
        Files.createDirectories(folder.resolve("1/fd"));
        Files.createSymbolicLink(folder.resolve("1/fd/7"), Path.of("socket:[111]"));
        Files.createSymbolicLink(descriptors.resolve("5"), Path.of("socket:[222]"));

        assertThat(new PortHolders(folder).find(8080))
                .hasValueSatisfying(process -> assertThat(process.pid()).isEqualTo(pid));
        assertThat(new PortHolders(folder).find(8081)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.8.0_402, 6.4.0, true",
        "1.7.0_80, 6.0.0, true",
        "11.0.2, 6.4.0, false",
        "11.0.2, 6.6.0, true",
        "17.0.9, 6.6.0, false",
        "1.6.0_45, 6.6.0, false"
    })
    void theTableOfJdksIsThatOfTheScripts(String java, String ei, boolean suits) throws IOException {
        Jdk jdk = Jdk.of(jdk("JAVA_VERSION=\"" + java + "\"\n"), "here");

        assertThat(jdk.mistake(EiVersion.parse(ei), SCRIPT).isEmpty()).isEqualTo(suits);
        assertThat(jdk.mistake(EiVersion.parse(ei), "a script without the check"))
                .isEmpty();
    }

    @Test
    void aJdkThatDoesNotTellItsVersionIsTaken() throws IOException {
        assertThat(Jdk.of(jdk("NOTHING=1\n"), "here").mistake(EiVersion.parse("6.4.0"), SCRIPT))
                .isEmpty();
    }

    @Test
    void aDirectoryWithoutJavaIsAMistake() {
        assertThatThrownBy(() -> Jdk.of(folder, "cluster/jvm/javaHome of node1"))
                .hasMessage("cluster/jvm/javaHome of node1: '" + folder
                        + "' holds no bin/java that can be run. Give the directory of a JDK on this machine.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"})
    void loopbackIsThisMachine(String host) {
        assertThat(ThisMachine.has(host)).isTrue();
    }

    @Test
    void anAddressOfNoInterfaceIsNot() {
        assertThat(ThisMachine.has("198.51.100.77")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CARBON_HOME, true",
        "CARBON_CONFIG_DIR_PATH, true",
        "JAVA_OPTS, true",
        "JAVA_TOOL_OPTIONS, true",
        "PATH, false",
        "HOME, false"
    })
    void whatWouldReachTheServerFromTheShellIsTakenAway(String variable, boolean taken) {
        assertThat(Command.clears(variable)).isEqualTo(taken);
    }

    private Path jdk(String release) throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk"));
        Files.createDirectories(home.resolve("bin"));
        Path java = Files.writeString(home.resolve("bin/java"), "");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), release);
        return home;
    }

    private static NodeLaunch node(String id, Path home, PortUse... ports) {
        return new NodeLaunch(
                id,
                home,
                Path.of("/jdk"),
                Map.of(),
                "127.0.0.1",
                List.of(ports),
                false,
                0,
                Optional.empty(),
                home.resolve("log"));
    }
}
