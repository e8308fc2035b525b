package io.github.eicluster.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The node stands for a load balancer that gives the answers of the nodes behind it. */
class SpreadCheckTest {

    private StubNode balancer;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        balancer = new StubNode("unused", Checks.KEYS.server("ei.wso2.com"));
        client = Checks.client();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        balancer.close();
    }

    @Test
    void requestsThatReachAllActiveNodesPass() {
        balancer.replace("/health", nodes("node1", "node2"));

        Result result = spread(false);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.PASSED);
        assertThat(result.message()).isEqualTo("10 requests: node1 5, node2 5");
    }

    @Test
    void aNodeThatAnswersNoRequestFails() {
        balancer.replace("/health", nodes("node1"));

        Result result = spread(false);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message()).isEqualTo("node2 answered none of 10 requests: node1 10");
        assertThat(result.rule()).contains("EIC313");
    }

    @Test
    void aNodeThatIsNotToGetRequestsFails() {
        balancer.replace("/health", nodes("node1", "node2", "node3"));

        Result result = spread(false);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message()).startsWith("node3 is not to get requests");
    }

    @Test
    void theNodeIsAlsoFoundInTheBody() {
        AtomicInteger count = new AtomicInteger();
        balancer.replace(
                "/health",
                exchange -> StubNode.send(
                        exchange, 200, "{ \"node\" : \"node" + (1 + count.getAndIncrement() % 2) + "\" }"));

        assertThat(spread(false).outcome()).isEqualTo(Result.Outcome.PASSED);
    }

    @Test
    void aNodeThatGivesItsAddressIsKnownByIt() {
        balancer.replace("/health", nodes("10.0.0.1", "10.0.0.2"));

        assertThat(spread(false).message()).isEqualTo("10 requests: node1 5, node2 5");
    }

    @Test
    void anAddressThatTellsNoNodeFromTheOthersIsNeverAPass() {
        balancer.replace("/health", nodes("127.0.1.1"));

        Result result = spread(false);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
        assertThat(result.remedy()).contains("-Dei-cluster.node=");
    }

    @Test
    void withoutTheSampleTheSpreadIsNotChecked() {
        balancer.replace("/health", StubNode.answering(404, "no such API"));

        Result result = spread(false);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
        assertThat(result.message()).endsWith("/health answers 404 and names no node");
        assertThat(result.remedy()).contains("-Dei-cluster.sampleCar");
    }

    @Test
    void someAnswersThatNameNoNodeFailAlthoughTheOthersReachAllNodes() {
        balancer.replace("/health", alsoWithoutANode("node1", "node2"));

        Result result = spread(false);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message()).endsWith("/health: 5 of 10 answers name no node, the last one with status 404");
    }

    @Test
    void aClientOfWhichSomeAnswersNameNoNodeDoesNotStayOnOne() {
        balancer.replace("/health", alsoWithoutANode("node1"));

        Result result = check(true).run().get(0);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message()).contains("5 of 10 answers name no node");
    }

    /** Every second answer is that of a node where the service is missing. */
    private static HttpHandler alsoWithoutANode(String... names) {
        HttpHandler nodes = nodes(names);
        AtomicInteger count = new AtomicInteger();
        return exchange -> {
            if (count.incrementAndGet() % 2 == 0) {
                StubNode.send(exchange, 404, "");
            } else {
                nodes.handle(exchange);
            }
        };
    }

    @Test
    void answersThatNameNoNodeAreNeverAPass() {
        balancer.replace("/health", StubNode.answering(200, "fine"));

        assertThat(spread(false).outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
    }

    @Test
    void anErrorOfTheBalancerFails() {
        HttpHandler good = nodes("node1", "node2");
        AtomicInteger count = new AtomicInteger();
        balancer.replace("/health", exchange -> {
            if (count.incrementAndGet() == 7) {
                StubNode.send(exchange, 502, "bad gateway");
            } else {
                good.handle(exchange);
            }
        });

        Result result = spread(false);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message()).contains("1 of 10 requests failed", "the answer is 502");
    }

    @Test
    void whereNothingAnswersOnlyThreeRequestsAreSent() throws IOException {
        balancer.stop();

        Result result = spread(false);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message()).contains("3 of 3 requests failed", "the connection is refused");
    }

    @Test
    void aClientThatStaysOnOneNodePassesWhereItIsTo() {
        balancer.replace("/health", nodes("node1"));

        List<Result> results = check(true).run();

        assertThat(results)
                .extracting(Result::outcome)
                .containsExactly(Result.Outcome.PASSED, Result.Outcome.NOT_CHECKED);
    }

    @Test
    void cookiesKeepAClientOnItsNodeAndNewClientsAreSpread() {
        HttpHandler spread = nodes("node1", "node2");
        balancer.replace("/health", exchange -> {
            String cookie = exchange.getRequestHeaders().getFirst("Cookie");
            if (cookie != null && cookie.startsWith("EI_NODE=")) {
                exchange.getResponseHeaders().set("X-EI-Node", cookie.substring(8));
                StubNode.send(exchange, 200, "");
                return;
            }
            exchange.getResponseHeaders().set("Set-Cookie", "EI_NODE=node2; path=/");
            spread.handle(exchange);
        });

        List<Result> results = check(true).run();

        assertThat(results.get(1).outcome()).isEqualTo(Result.Outcome.PASSED);
    }

    @Test
    void aClientOfASingleActiveNodeIsNotChecked() {
        balancer.replace("/health", nodes("node1"));
        Front front = Checks.front("http", url(), true, "node1");

        Result result = new SpreadCheck(front, Checks.target(List.of()), Checks.OPTIONS, client)
                .run()
                .get(0);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
        assertThat(result.message()).isEqualTo("there is only one active node");
    }

    @Test
    void aClientThatIsSentAroundFailsWhereItIsToStay() {
        balancer.replace("/health", nodes("node1", "node2"));

        Result result = check(true).run().get(0);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message()).isEqualTo("one client was answered by node1 5, node2 5");
    }

    @Test
    void ofABalancerWhoseNodesAreNotKnownOneNodeIsNotEnough() {
        balancer.replace("/health", nodes("a"));
        assertThat(unknown().outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);

        balancer.replace("/health", nodes("a", "b"));
        assertThat(unknown().outcome()).isEqualTo(Result.Outcome.PASSED);
    }

    private Result unknown() {
        Front front = new Front("http", URI.create(url()), Set.of(), Set.of(), false);
        return new SpreadCheck(front, Checks.target(List.of()), Checks.OPTIONS, client)
                .run()
                .get(0);
    }

    private Result spread(boolean sticky) {
        return check(sticky).run().get(0);
    }

    private SpreadCheck check(boolean sticky) {
        Front front = Checks.front("http", url(), sticky, "node1", "node2");
        List<TestedNode> nodes =
                List.of(node("node1", "10.0.0.1"), node("node2", "10.0.0.2"), node("node3", "10.0.0.3"));
        return new SpreadCheck(front, Checks.target(nodes), Checks.OPTIONS, client);
    }

    private String url() {
        return "http://ei.wso2.com:" + balancer.port("http");
    }

    private static TestedNode node(String id, String host) {
        return new TestedNode(
                id,
                java.util.Optional.of(host),
                java.util.Optional.empty(),
                4100,
                io.github.eicluster.model.ListenerPorts.UNKNOWN,
                "ei.wso2.com",
                true);
    }

    /** One after the other. */
    private static HttpHandler nodes(String... names) {
        AtomicInteger count = new AtomicInteger();
        return exchange -> {
            exchange.getResponseHeaders().set("X-EI-Node", names[count.getAndIncrement() % names.length]);
            StubNode.send(exchange, 200, "");
        };
    }
}
