package io.github.eicluster.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.certs.TlsFixture;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real balancer does with the files that are written for it. */
abstract class LiveTraffic {

    private static final int ROUNDS = 10;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    Path folder;

    private final LoadBalancer.Type type;
    private LiveBalancer balancer;

    LiveTraffic(LoadBalancer.Type type) {
        this.type = type;
    }

    @BeforeEach
    void prepare() {
        Commands.installed(type.text());
        balancer = new LiveBalancer(type, folder);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        balancer.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void requestsGoRound(String scheme) throws IOException, InterruptedException {
        threeNodes().start();
        Caller caller = scheme.equals("http") ? balancer.http() : balancer.https();

        Map<String, Long> answers = answers(caller, 3 * ROUNDS);

        assertThat(answers).containsOnlyKeys("node1", "node2", "node3");
        assertThat(answers.values()).allSatisfy(count -> assertThat(count).isBetween(ROUNDS - 1L, ROUNDS + 1L));
    }

    @Test
    void aBrowserStaysOnOneNodeOfTheConsole() throws IOException, InterruptedException {
        threeNodes().start();

        assertThat(nodesOfOneClient(balancer.console())).hasSize(1).allMatch(node -> node.endsWith(" console"));
    }

    @Test
    void aClientStaysOnOneNodeIfAsked() throws IOException, InterruptedException {
        threeNodes().cluster().affinity = true;
        balancer.start();

        assertThat(nodesOfOneClient(balancer.https())).hasSize(1);
        assertThat(nodesOfOneClient(balancer.http())).hasSize(1);
    }

    @Test
    void webSocketsPass() throws IOException, InterruptedException {
        threeNodes().start();

        for (Caller caller : List.of(balancer.http(), balancer.https(), balancer.console())) {
            assertThat(caller.webSocket("hello")).containsExactly("HTTP/1.1 101 Switching Protocols", "hello");
        }
    }

    @Test
    void theNodesLearnWhoCalledAndHow() throws IOException, InterruptedException {
        threeNodes().start();
        String[] forged = {
            "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: ftp", "X-Forwarded-Port: 1", "X-Forwarded-Host: evil"
        };

        expectForwarded(balancer.http(), "http", forged);
        expectForwarded(balancer.https(), "https", forged);
        expectForwarded(balancer.console(), "https", forged);
    }

    private static void expectForwarded(Caller caller, String scheme, String... forged) throws IOException {
        List<String> lines =
                caller.get("/a%2Fb/../c?x=%20", forged).body().lines().toList();
        Exchange seen = new Exchange(lines.get(0), lines, "");
        assertThat(seen.first()).isEqualTo("GET /a%2Fb/../c?x=%20 HTTP/1.1");
        assertThat(seen.header("Host")).contains(caller.host() + ":" + caller.port());
        assertThat(seen.header("X-Forwarded-Host")).contains(caller.host());
        assertThat(seen.header("X-Forwarded-Server")).contains(caller.host());
        assertThat(seen.header("X-Forwarded-For")).contains("203.0.113.9, 127.0.0.1");
        assertThat(seen.header("X-Forwarded-Proto")).contains(scheme);
        assertThat(seen.header("X-Forwarded-Port")).contains(Integer.toString(caller.port()));
        assertThat(seen.header("Upgrade")).isEmpty();
    }

    @Test
    void aStoppedNodeIsSkippedAndComesBack() throws IOException, InterruptedException {
        twoNodes().start();
        assertThat(answers(balancer.https(), ROUNDS)).containsOnlyKeys("node1", "node2");
        assertThat(answers(balancer.http(), ROUNDS)).containsOnlyKeys("node1", "node2");

        balancer.get(0).stop();
        assertThat(answers(balancer.https(), ROUNDS)).containsOnlyKeys("node2");
        assertThat(answers(balancer.http(), ROUNDS)).containsOnlyKeys("node2");
        assertThat(nodesOfOneClient(balancer.console())).containsExactly("node2 console");

        balancer.get(0).start();
        awaitAnswerOf("node1", balancer.https());
        awaitAnswerOf("node1", balancer.http());
    }

    @Test
    void aBackupNodeAnswersOnlyIfNoOtherDoes() throws IOException, InterruptedException {
        balancer.node(LiveBalancer.NODE_TLS).node(LiveBalancer.NODE_TLS, Node.Role.BACKUP);
        balancer.start();

        assertThat(answers(balancer.https(), ROUNDS)).containsOnlyKeys("node1");
        balancer.get(0).stop();
        assertThat(answers(balancer.https(), ROUNDS)).containsOnlyKeys("node2");
    }

    @Test
    void onlyWhatMayBeRepeatedIsSentTwice() throws IOException, InterruptedException {
        twoNodes().start();

        assertThat(balancer.https().send("POST", "/die", "order").status()).isEqualTo(502);
        assertThat(requests("POST")).isEqualTo(1);

        assertThat(balancer.https().get("/die").status()).isBetween(502, 504);
        assertThat(requests("GET")).isGreaterThan(1);
    }

    @Test
    void bodiesOfPostArriveWhole() throws IOException, InterruptedException {
        twoNodes().start();
        String body = "x".repeat(3_000_000);

        assertThat(balancer.https().send("POST", "/services/a", body).body()).endsWith("\n\n" + body);
        assertThat(balancer.http().send("POST", "/services/a", body).body()).endsWith("\n\n" + body);
    }

    @Test
    void aNodeWithACertificateOfSomebodyElseGetsNothing() throws IOException, InterruptedException {
        balancer.node(new TlsFixture().server("ei.wso2.com")).node(LiveBalancer.KEYS.server("other.wso2.com"));
        balancer.start();

        assertThat(balancer.https().get("/").status()).isEqualTo(refused());
        assertThat(balancer.console().get("/carbon/").status()).isEqualTo(refused());
        assertThat(Stream.of(0, 1).map(balancer::get))
                .allSatisfy(node -> assertThat(node.https().requests()).isEmpty())
                .allSatisfy(node -> assertThat(node.console().requests()).isEmpty());
    }

    @Test
    void anUncheckedNodeAnswers() throws IOException, InterruptedException {
        balancer.node(new TlsFixture().server("other.wso2.com")).cluster().verified = false;
        balancer.start();

        assertThat(balancer.https().get("/").node()).isEqualTo("node1");
    }

    @Test
    void oldTlsIsRefused() throws IOException, InterruptedException {
        String openssl = Commands.installed("openssl");
        twoNodes().start();

        assertThat(handshake(openssl, "-tls1")).contains("alert protocol version");
        assertThat(handshake(openssl, "-tls1_1")).contains("alert protocol version");
        assertThat(handshake(openssl, "-tls1_2")).contains("Protocol  : TLSv1.2");
        assertThat(handshake(openssl, "-tls1_3")).contains("TLSv1.3, Cipher is TLS_");
    }

    @Test
    void tlsEndsHereIfAsked() throws IOException, InterruptedException {
        twoNodes().cluster().tls = LoadBalancer.Tls.OFFLOAD;
        balancer.start();

        assertThat(answers(balancer.https(), ROUNDS)).containsOnlyKeys("node1", "node2");
        assertThat(balancer.get(0).https().requests()).isEmpty();
        assertThat(balancer.get(0).http().requests())
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.header("X-Forwarded-Proto")).contains("https"));
        assertThat(balancer.console().get("/carbon/").node()).endsWith(" console");
    }

    @Test
    void tlsIsHandedThroughIfAsked() throws IOException, InterruptedException {
        twoNodes().cluster().tls = LoadBalancer.Tls.PASSTHROUGH;
        balancer.start();

        assertThat(answers(balancer.https(), ROUNDS)).containsOnlyKeys("node1", "node2");
        assertThat(nodesOfOneClient(balancer.console())).hasSize(1).allMatch(node -> node.endsWith(" console"));
        assertThat(balancer.get(0).https().requests())
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("X-Forwarded-For")).isEmpty());
        assertThat(balancer.http().get("/").status()).isEqualTo(200);
    }

    @Test
    void oneNameServesServicesAndConsole() throws IOException, InterruptedException {
        twoNodes().cluster().console = Optional.of("ei.wso2.com");
        balancer.start();

        for (String path : List.of("/carbon", "/carbon/admin/login.jsp", "/fileupload/carbonapp", "/t/a.com/carbon/")) {
            assertThat(balancer.https().get(path).node()).endsWith(" console");
        }
        for (String path : List.of("/", "/services/carbon", "/carbonara", "/t/a.com/services/x")) {
            assertThat(balancer.https().get(path).node()).matches("node\\d");
        }
    }

    /** The status of an answer if no node may get the request. */
    abstract int refused();

    private LiveBalancer twoNodes() throws IOException {
        return balancer.node(LiveBalancer.NODE_TLS).node(LiveBalancer.NODE_TLS);
    }

    private LiveBalancer threeNodes() throws IOException {
        return twoNodes().node(LiveBalancer.NODE_TLS);
    }

    private static Map<String, Long> answers(Caller caller, int count) throws IOException {
        List<String> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(caller.get("/services/a").node());
        }
        return nodes.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Sends the cookies back, as a browser does. */
    private static List<String> nodesOfOneClient(Caller caller) throws IOException {
        List<String> nodes = new ArrayList<>();
        String cookie = "none=none";
        for (int i = 0; i < ROUNDS; i++) {
            Exchange answer = caller.get("/carbon/", "Cookie: " + cookie);
            cookie = answer.header("Set-Cookie")
                    .map(text -> text.split(";", 2)[0])
                    .orElse(cookie);
            nodes.add(answer.node());
        }
        return nodes.stream().distinct().toList();
    }

    private static void awaitAnswerOf(String node, Caller caller) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        for (String answer = "";
                !answer.equals(node);
                answer = caller.get("/services/a").node()) {
            assertThat(System.nanoTime()).as(node + " has not come back").isLessThan(end);
            assertThat(answer).isIn("", "node2");
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private long requests(String method) {
        return Stream.of(0, 1)
                .flatMap(index -> balancer.get(index).https().requests().stream())
                .filter(request -> request.first().startsWith(method + " "))
                .count();
    }

    private String handshake(String openssl, String version) throws IOException, InterruptedException {
        return Commands.run(
                        folder,
                        openssl,
                        "s_client",
                        "-connect",
                        "127.0.0.1:" + balancer.cluster().httpsPort,
                        "-servername",
                        "ei.wso2.com",
                        "-cipher",
                        "ALL:@SECLEVEL=0",
                        version)
                .text();
    }
}
