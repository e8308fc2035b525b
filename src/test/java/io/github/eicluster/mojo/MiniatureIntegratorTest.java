package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.FreePorts;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.RunningNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that the plugin has made, started: the stand-in for the server reads their files as the real one does. */
@MojoTest
@Basedir("/mojo/running")
class MiniatureIntegratorTest extends MojoCase {

    private static final int HTTP = 0;
    private static final int HTTPS = 10;
    private static final int CONSOLE = 20;
    private static final int CONSOLE_HTTP = 30;
    private static final int MEMBER = 40;

    private final List<RunningNode> nodes = new ArrayList<>();
    private int port;

    @AfterEach
    void stopAll() {
        nodes.forEach(RunningNode::close);
    }

    @Test
    @InjectMojo(goal = "package")
    void twoNodesOf66AreAClusterAndOneWithWhiteSpaceInItsDomainIsAnother(PackageMojo mojo) throws Exception {
        make(mojo, "6.6.0");
        HealthApplication.write(home("node1").resolve("repository/deployment/server/carbonapps/sample_1.0.0.car"));
        RunningNode first = start("node1");
        RunningNode second = start("node2");

        first.await("Member joined");
        assertThat(members(second, "Members {size:2, ver:2} [")).hasSize(2);
        assertThat(first.log())
                .extracting(line -> line.replaceFirst("^.*} - ", ""))
                .is(inTheServersOrder());
        theListenersAnswer();
        theApplicationAnswers(first);
        oneLeaves(first, second);

        replace("node1", ">running.domain<", ">running.domain\n<");
        staysAlone("node1", "Members {size:1, ver:1} [");
        assertThat(second.server().isAlive()).isTrue();
    }

    /** Up to 6.5 Hazelcast treats 127.0.0.1 in its own way. */
    @Test
    @InjectMojo(goal = "package")
    void twoNodesOf64AreAClusterAndOneThatCallsOtherPortsIsAnother(PackageMojo mojo) throws Exception {
        make(mojo, "6.4.0");
        RunningNode first = start("node1");
        RunningNode second = start("node2");

        first.await("Member joined");
        assertThat(members(second, "Members [2] {")).containsExactly(member(0), member(1) + " this");
        theListenersAnswer();
        oneLeaves(first, second);

        replace("node1", "<port>" + (port + MEMBER + 1) + "<", "<port>" + (port + MEMBER + 3) + "<");
        staysAlone("node1", "Members [1] {");
        assertThat(second.server().isAlive()).isTrue();
    }

    @Test
    @InjectMojo(goal = "package")
    void aVaultNeedsItsPasswordAtTheStart(PackageMojo mojo) throws Exception {
        userProperties().setProperty("ei-cluster.vault.startup", "file");
        make(mojo, "6.6.0");
        Path password = home("node1").resolve("password-tmp");
        Files.copy(target().resolve("ei-cluster/vault/node1/password-tmp"), password);

        start("node1");

        assertThat(password).doesNotExist();
        assertThat(text(home("node1").resolve("conf/carbon.xml"))).contains("<Password svns:secretAlias=");
        try (RunningNode another = RunningNode.start(home("node2"), home())) {
            assertThat(another.await("there is no password file and no console"))
                    .contains("ERROR");
        }
    }

    private void theListenersAnswer() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(trustingTheCluster()).build();
        for (int node = 0; node < 2; node++) {
            String wsdl = "://127.0.0.1:%d/services/Version?wsdl";
            assertThat(get(client, "http" + wsdl.formatted(port + HTTP + node)).body())
                    .contains("location=\"http://ei.example.org:80/services/Version\"");
            assertThat(get(client, "https" + wsdl.formatted(port + HTTPS + node))
                            .body())
                    .contains("location=\"https://ei.example.org:443/services/Version\"");
            assertThat(location(
                            get(client, "https://127.0.0.1:" + (port + CONSOLE + node) + "/carbon/admin/index.jsp")))
                    .isEqualTo("https://127.0.0.1/carbon/admin/login.jsp");
            assertThat(location(get(client, "http://127.0.0.1:" + (port + CONSOLE_HTTP + node) + "/carbon")))
                    .isEqualTo("https://ui.ei.example.org:443/carbon/admin/login.jsp");
            assertThat(get(client, "https://127.0.0.1:" + (port + CONSOLE + node) + "/carbon/admin/login.jsp"))
                    .satisfies(page -> assertThat(page.statusCode()).isEqualTo(200))
                    .satisfies(page -> assertThat(page.body()).contains("name=\"username\""));
        }
    }

    private void theApplicationAnswers(RunningNode node) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> health = get(client, "http://127.0.0.1:" + (port + HTTP) + "/health?x=1");

        assertThat(health.body()).isEqualTo("{\"by\": \"java\"}");
        assertThat(health.headers().map())
                .containsEntry("x-by", List.of("java"))
                .containsEntry("content-type", List.of("application/json"))
                .doesNotContainKey("x-ei-node");
        node.await("LogMediator} - ASKED = health by java");
        node.await("does not understand the mediator <loop>");
        assertThat(get(client, "http://127.0.0.1:" + (port + HTTP) + "/unhealthy")
                        .statusCode())
                .isEqualTo(404);
    }

    private void oneLeaves(RunningNode one, RunningNode other) throws Exception {
        ProcessHandle server = one.server();
        assertThat(one.stop()).isZero();

        assertThat(server.isAlive()).isFalse();
        assertThat(other.await("Member left")).endsWith("]: /127.0.0.1:" + (port + MEMBER));
        other.await("as the Coordinator node");
    }

    /** No error tells of it. */
    private void staysAlone(String name, String members) throws Exception {
        RunningNode node = start(name);

        assertThat(members(node, members)).singleElement().asString().endsWith("this");
        assertThat(node.stop()).isZero();
        assertThat(node.log()).noneMatch(line -> line.contains("Member joined") || line.contains("ERROR"));
    }

    private static Condition<List<? extends String>> inTheServersOrder() {
        List<String> beginnings = List.of(
                "Clustering has been enabled",
                "Cluster domain: running.domain",
                "Loading hazelcast configuration from axis2 clustering configuration",
                "Using wka based membership management scheme",
                "Added member: Host:127.0.0.1",
                "Hazelcast cluster is initializing...",
                "Hazelcast initialized in",
                "Local member: [",
                "Elected this member [",
                "Cluster initialization completed",
                "Task service starting in CLUSTERED mode...",
                "Pass-through HTTP Listener started on 127.0.0.1:",
                "Pass-through HTTPS Listener started on 127.0.0.1:",
                "Server           :  WSO2 Enterprise Integrator-6.6.0",
                "WSO2 Carbon started in",
                "Member joined [");
        return new Condition<>(
                lines -> {
                    Iterator<String> expected = beginnings.iterator();
                    String next = expected.next();
                    for (String line : lines) {
                        if (line.startsWith(next)) {
                            if (!expected.hasNext()) {
                                return true;
                            }
                            next = expected.next();
                        }
                    }
                    return false;
                },
                "lines that begin, in this order, with %s",
                beginnings);
    }

    /** Makes both homes, on ports that are free. */
    private void make(PackageMojo mojo, String version) throws Exception {
        port = FreePorts.inARow(50);
        userProperties()
                .setProperty(
                        "ei-cluster.distribution", Miniatures.runnable(version).toString());
        set("ports.http", HTTP);
        set("ports.https", HTTPS);
        set("ports.console", CONSOLE);
        set("ports.consoleHttp", CONSOLE_HTTP);
        set("membership.port", MEMBER);
        run(mojo);
    }

    private void set(String name, int distance) {
        userProperties().setProperty("ei-cluster." + name, Integer.toString(port + distance));
    }

    private Path home(String node) throws IOException {
        Path folder = target().resolve("ei-cluster/homes/" + node);
        try (var roots = Files.list(folder)) {
            return roots.filter(root -> root.getFileName().toString().startsWith("wso2ei-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private RunningNode start(String node) throws Exception {
        RunningNode running = RunningNode.start(home(node), home());
        nodes.add(running);
        running.await("WSO2 Carbon started in");
        return running;
    }

    private void replace(String node, String text, String by) throws IOException {
        Path axis2 = home(node).resolve("conf/axis2/axis2.xml");
        String before = text(axis2);
        assertThat(before).contains(text);
        Files.writeString(axis2, before.replace(text, by), StandardCharsets.ISO_8859_1);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private String member(int node) {
        return "Member [127.0.0.1]:" + (port + MEMBER + node);
    }

    /** The lines of Hazelcast's list of members that begins with a line. */
    private static List<String> members(RunningNode node, String begin) throws InterruptedException {
        node.await(begin);
        node.await("Cluster initialization completed");
        return node.log().stream()
                .dropWhile(line -> !line.contains(begin))
                .skip(1)
                .takeWhile(line -> line.startsWith("\tMember"))
                .map(String::strip)
                .toList();
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("none, status " + response.statusCode());
    }

    /** Trusts what the authority of the cluster has signed. */
    private SSLContext trustingTheCluster() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(target().resolve("ei-cluster/certs/ca.crt"))) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
