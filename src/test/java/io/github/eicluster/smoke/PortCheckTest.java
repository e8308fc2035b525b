package io.github.eicluster.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void aPortWhereSomebodyListensPasses() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Result result = check(server.getLocalPort(), false);

            assertThat(result.outcome()).isEqualTo(Result.Outcome.PASSED);
            assertThat(result.check()).isEqualTo("member port " + server.getLocalPort());
        }
    }

    @Test
    void aClosedPortFailsEvenBehindAFirewall() throws IOException {
        int port = FreePorts.inARow(1);

        Result result = check(port, true);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message()).isEqualTo("127.0.0.1:" + port + ": the connection is refused");
        assertThat(result.remedy()).isEqualTo("Start it.");
    }

    @Test
    void aPortThatSwallowsPacketsFailsOnlyWhereNoFirewallIsExpected() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Assumptions.assumeTrue(
                    fill(server, waiting), "skipped: this system does not drop connections to a full queue");

            assertThat(check(server.getLocalPort(), false).outcome()).isEqualTo(Result.Outcome.FAILED);
            Result shielded = check(server.getLocalPort(), true);
            assertThat(shielded.outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
            assertThat(shielded.message()).contains("nothing answers in time", "firewall");
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void aNameThatNobodyKnowsFails() {
        Result result = new PortCheck(
                        "node1", "http", "no.such.host.invalid", 80, true, "Start it.", Checks.NAMES, SHORT)
                .run()
                .get(0);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message()).endsWith("the name cannot be resolved on this machine");
    }

    private static boolean fill(ServerSocket server, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 300);
            } catch (SocketTimeoutException e) {
                return true;
            }
        }
        return false;
    }

    private static Result check(int port, boolean shielded) {
        return new PortCheck("node1", "member", "127.0.0.1", port, shielded, "Start it.", Checks.NAMES, SHORT)
                .run()
                .get(0);
    }
}
