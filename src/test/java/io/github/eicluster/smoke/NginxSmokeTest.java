package io.github.eicluster.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.balancer.BalancerData;
import io.github.eicluster.balancer.BalancerWriter;
import io.github.eicluster.balancer.NginxPrefix;
import io.github.eicluster.certs.TlsFixture;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.template.Templates;
import io.github.eicluster.testing.FreePorts;
import io.github.eicluster.testing.Pom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole test of clusters behind a real nginx with the files that are written for it. */
class NginxSmokeTest {

    @TempDir
    Path folder;

    private final List<StubNode> nodes = new ArrayList<>();
    private final int http = FreePorts.inARow(2);
    private final int https = http + 1;
    private String affinity = "";
    private Process nginx;

    @BeforeEach
    void nginxIsInstalled() {
        NginxPrefix.command(folder);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            if (!nginx.waitFor(20, TimeUnit.SECONDS)) {
                nginx.destroyForcibly();
            }
        }
        for (StubNode node : nodes) {
            node.close();
        }
    }

    @Test
    void aClusterThatWorksPassesEveryCheck() throws Exception {
        start(node("node1"), node("node2"));

        SmokeReport report = test(Optional.empty());

        assertThat(report.results())
                .allSatisfy(result ->
                        assertThat(result.outcome()).as(result.toString()).isEqualTo(Result.Outcome.PASSED));
        assertThat(report.results()).extracting(Result::subject).contains("load balancer", "node1", "node2");
        assertThat(checks(report, Result.Outcome.PASSED))
                .contains(
                        "load balancer: http requests are spread over the nodes",
                        "load balancer: https requests are spread over the nodes",
                        "load balancer: https certificate name",
                        "load balancer: console certificate trust",
                        "load balancer: console keeps a session on one node",
                        "load balancer: https WSDL names the load balancer",
                        "node1: https certificate trust");
        assertThat(report.failed()).isFalse();
    }

    @Test
    void aNodeThatTheBalancerDoesNotNameIsFound() throws Exception {
        StubNode first = node("node1");
        nodes.add(first);
        startNginx();
        nodes.add(node("node2"));

        SmokeReport report = test(Optional.empty());

        assertThat(checks(report, Result.Outcome.FAILED))
                .containsExactlyInAnyOrder(
                        "load balancer: http requests are spread over the nodes",
                        "load balancer: https requests are spread over the nodes");
        assertThat(report.failed()).isTrue();
    }

    @Test
    void aNodeWithTheCertificateOfSomebodyElseIsFoundOnTheNodeAndBehindTheBalancer() throws Exception {
        start(node("node1"), node("node2", new TlsFixture()));

        SmokeReport report = test(Optional.empty());

        assertThat(checks(report, Result.Outcome.FAILED))
                .contains(
                        "node2: https certificate trust",
                        "node2: console certificate trust",
                        "load balancer: https requests are spread over the nodes")
                .doesNotContain("load balancer: http requests are spread over the nodes");
    }

    @Test
    void withAffinityAClientStaysAndTheSpreadIsNotChecked() throws Exception {
        affinity = "<sessionAffinity>true</sessionAffinity>";
        start(node("node1"), node("node2"));

        SmokeReport report = test(Optional.empty());

        assertThat(checks(report, Result.Outcome.FAILED)).isEmpty();
        assertThat(checks(report, Result.Outcome.NOT_CHECKED))
                .containsExactlyInAnyOrder(
                        "load balancer: http requests are spread over the nodes",
                        "load balancer: https requests are spread over the nodes");
        assertThat(checks(report, Result.Outcome.PASSED))
                .contains("load balancer: https requests of a client stay on one node");
    }

    @Test
    void aStoppedNodeLeavesARequestUnansweredNeitherWhileItStopsNorAfterwards() throws Exception {
        start(node("node1"), node("node2"));
        List<String> done = new ArrayList<>();

        SmokeReport report = test(Optional.of(control(done, true)));

        assertThat(done).containsExactly("stop node2", "start node2");
        Result failover = report.results().get(report.results().size() - 1);
        assertThat(failover.outcome()).as(failover.toString()).isEqualTo(Result.Outcome.PASSED);
        assertThat(failover.message()).endsWith("node2 is back").contains("without it: node1 ");
    }

    @Test
    void aNodeThatAnswersAlthoughItIsStoppedFails() throws Exception {
        start(node("node1"), node("node2"));

        SmokeReport report = test(Optional.of(control(new ArrayList<>(), false)));

        Result failover = report.results().get(report.results().size() - 1);
        assertThat(failover.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(failover.message()).startsWith("node2 answered although it was stopped: ");
    }

    @Test
    void aNodeThatSomebodyElseStartedIsNotStopped() throws Exception {
        start(node("node1"), node("node2"));
        List<String> done = new ArrayList<>(List.of("nothing"));

        SmokeReport report = test(Optional.of(control(done, true)));

        assertThat(done).containsExactly("nothing");
        assertThat(checks(report, Result.Outcome.NOT_CHECKED))
                .containsExactly("cluster: requests go on without a node, and it comes back");
    }

    @Test
    void aNodeThatDoesNotStartAgainFails() throws Exception {
        start(node("node1"), node("node2"));
        NodeControl broken = control(new ArrayList<>(), true);

        SmokeReport report = test(Optional.of(new NodeControl() {
            @Override
            public boolean controls(String id) {
                return true;
            }

            @Override
            public void stop(String id) {
                broken.stop(id);
            }

            @Override
            public void start(String id) {
                throw new ClusterException("it is broken.");
            }
        }));

        Result failover = report.results().get(report.results().size() - 1);
        assertThat(failover.message()).isEqualTo("node2 does not start again: it is broken.");
    }

    @Test
    void withoutABalancerItsPortsFailAndTheNodesPass() throws Exception {
        nodes.add(node("node1"));
        nodes.add(node("node2"));

        SmokeReport report = test(Optional.empty());

        assertThat(checks(report, Result.Outcome.FAILED))
                .contains("load balancer: http port " + http, "load balancer: console shows the login page")
                .allMatch(check -> check.startsWith("load balancer: "));
        assertThat(checks(report, Result.Outcome.PASSED)).contains("node1: https certificate name");
    }

    private NodeControl control(List<String> done, boolean real) {
        return new NodeControl() {
            @Override
            public boolean controls(String id) {
                return !done.contains("nothing");
            }

            @Override
            public void stop(String id) {
                done.add("stop " + id);
                run(id, real ? StubNode::stop : node -> {});
            }

            @Override
            public void start(String id) {
                done.add("start " + id);
                run(id, real ? StubNode::start : node -> {});
            }

            private void run(String id, Step step) {
                try {
                    step.run(nodes.get(id.equals("node1") ? 0 : 1));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private interface Step {
        void run(StubNode node) throws IOException;
    }

    private StubNode node(String id) throws IOException {
        return node(id, Checks.KEYS);
    }

    private static StubNode node(String id, TlsFixture keys) throws IOException {
        return new StubNode(id, keys.server("ei.wso2.com"));
    }

    private void start(StubNode... all) throws IOException, InterruptedException {
        nodes.addAll(List.of(all));
        startNginx();
    }

    private void startNginx() throws IOException, InterruptedException {
        Checks.KEYS.writeBalancer(folder, false, "ei.wso2.com", "ui.ei.wso2.com");
        Map<String, ListenerPorts> ports = new LinkedHashMap<>();
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            String id = "node" + (i + 1);
            elements.append("<node><id>").append(id).append("</id><host>127.0.0.1</host></node>");
            ports.put(id, nodes.get(i).tested("ei.wso2.com").ports());
        }
        Cluster cluster = Pom.of("<cluster><hostName>ei.wso2.com</hostName><nodes>" + elements + "</nodes>"
                        + "<loadBalancer><type>nginx</type><httpPort>" + http + "</httpPort><httpsPort>" + https
                        + "</httpsPort>" + affinity
                        + "<certificatePath>" + folder.resolve("server.crt") + "</certificatePath>"
                        + "<keyPath>" + folder.resolve("server.key") + "</keyPath>"
                        + "<trustedCertificatePath>" + folder.resolve("nodes.crt") + "</trustedCertificatePath>"
                        + "</loadBalancer></cluster>")
                .read()
                .cluster();
        NginxPrefix.lay(
                folder,
                new BalancerWriter(new Templates())
                        .write(new BalancerData(cluster, ports, true, false))
                        .files());
        nginx = new ProcessBuilder(NginxPrefix.command(folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("stdout.txt").toFile())
                .start();
        while (!accepts(https)) {
            if (nginx.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("does not start: " + Files.readString(folder.resolve("stdout.txt")));
            }
        }
    }

    private SmokeReport test(Optional<NodeControl> control) throws InterruptedException {
        Set<String> ids = new TreeSet<>();
        List<TestedNode> tested = new ArrayList<>();
        for (StubNode node : nodes) {
            tested.add(node.tested("ei.wso2.com"));
            ids.add("node" + tested.size());
        }
        boolean sticky = !affinity.isEmpty();
        SmokeTarget target = new SmokeTarget(
                "test",
                tested,
                List.of(),
                Optional.of(new Front("http", URI.create("http://ei.wso2.com:" + http), ids, Set.of(), sticky)),
                Optional.of(new Front("https", URI.create("https://ei.wso2.com:" + https), ids, Set.of(), sticky)),
                Optional.of(new Front("console", URI.create("https://ui.ei.wso2.com:" + https), ids, Set.of(), true)),
                List.of(URI.create("http://ei.wso2.com:80"), URI.create("https://ei.wso2.com:443")),
                Checks.ADDRESSES,
                Map.of(),
                Checks.trust());
        return new SmokeTest(
                        target, new SmokeOptions(10, Duration.ofSeconds(20), "/health", "EiClusterSample"), control)
                .run(false);
    }

    private static List<String> checks(SmokeReport report, Result.Outcome outcome) {
        return report.results().stream()
                .filter(result -> result.is(outcome))
                .map(result -> result.subject() + ": " + result.check())
                .collect(Collectors.toList());
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
