package io.github.eicluster.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.ListenerPorts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The node stands for a load balancer that gives the answers of the nodes behind it. */
class FailoverCheckTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<String> done = new ArrayList<>();
    private StubNode balancer;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        balancer = new StubNode("unused", Checks.KEYS.server("ei.wso2.com"));
        balancer.replace("/health", nodes("node1", "node2"));
        client = Checks.client();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        balancer.close();
    }

    @Test
    void aNodeThatIsAwayAndComesBackUnnoticedPasses() throws Exception {
        Result result = check(
                () -> balancer.replace("/health", nodes("node1")),
                () -> balancer.replace("/health", nodes("node1", "node2")));

        assertThat(result.outcome()).as(result.toString()).isEqualTo(Result.Outcome.PASSED);
        assertThat(result.message())
                .matches("[1-9]\\d* requests while node2 stopped and 10 without it: node1 10; node2 is back");
        assertThat(done).containsExactly("stop node2", "start node2");
    }

    @Test
    void afterTheFirstRequestThatFailsNoMoreAreSentWhileTheNodeStops() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        Result result = check(
                () -> {
                    balancer.replace("/health", exchange -> {
                        failures.incrementAndGet();
                        StubNode.send(exchange, 502, "bad gateway");
                    });
                    awaitTheEndOfRequests();
                    balancer.replace("/health", nodes("node1"));
                },
                () -> {});

        assertThat(failures).hasValue(1);
        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message())
                .matches("while node2 was stopped, 1 of \\d+ requests failed, the last one because the answer is 502");
        assertThat(done).contains("start node2");
    }

    @Test
    void aPageOfTheBalancerWhileTheNodeStopsFails() throws Exception {
        Result result = check(
                () -> {
                    balancer.replace("/health", StubNode.answering(200, "We will be back soon."));
                    awaitTheEndOfRequests();
                    balancer.replace("/health", nodes("node1"));
                },
                () -> {});

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message())
                .matches("while node2 was stopped, 1 of \\d+ answers name no node, the last one with status 200");
    }

    @Test
    void answersThatNameNoNodeWhileTheNodeIsAwayFail() throws Exception {
        assertThat(withoutTheNode(2).message())
                .isEqualTo("while node2 was stopped, 5 of 10 answers name no node, the last one with status 404");
        assertThat(withoutTheNode(1).message())
                .isEqualTo("while node2 was stopped, 10 of 10 answers name no node, the last one with status 404");
    }

    /** Of the requests that are sent when the node has stopped, every so many-th gets no answer of a node. */
    private Result withoutTheNode(int every) throws InterruptedException {
        balancer.replace("/health", nodes("node1", "node2"));
        Result result = check(
                () -> {
                    HttpHandler remaining = nodes("node1");
                    AtomicInteger count = new AtomicInteger();
                    balancer.replace("/health", exchange -> {
                        if (ended() && count.incrementAndGet() % every == 0) {
                            StubNode.send(exchange, 404, "");
                        } else {
                            remaining.handle(exchange);
                        }
                    });
                },
                () -> balancer.replace("/health", nodes("node1", "node2")));
        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        return result;
    }

    @Test
    void aNodeThatDoesNotStopFailsAndIsNotStarted() throws Exception {
        Result result = check(
                () -> {
                    throw new ClusterException("it does not end.");
                },
                () -> {});

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message()).isEqualTo("stopping node2 fails: it does not end.");
        assertThat(done).containsExactly("stop node2");
    }

    @Test
    void aNodeThatGetsNoRequestsAfterItsStartFails() throws Exception {
        Result result = check(() -> balancer.replace("/health", nodes("node1")), () -> {});

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message())
                .matches("node2 gets no requests again after its start; [1-9]\\d* requests while node2 stopped and 10"
                        + " without it: node1 10");
        assertThat(done).containsExactly("stop node2", "start node2");
    }

    @Test
    void aSingleActiveNodeIsNotStopped() throws Exception {
        Result result = check(Set.of("node1"), () -> {}, () -> {});

        assertThat(result.outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
        assertThat(result.message()).isEqualTo("it takes a load balancer and two active nodes");
        assertThat(done).isEmpty();
    }

    private static Optional<Thread> requests() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("smoke-test failover"))
                .findFirst();
    }

    private static boolean ended() {
        return requests().isEmpty();
    }

    private static void awaitTheEndOfRequests() {
        requests().ifPresent(thread -> {
            try {
                thread.join(LONG.toMillis());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(thread.isAlive()).as("requests are still sent").isFalse();
        });
    }

    private Result check(Runnable stop, Runnable start) throws InterruptedException {
        return check(Set.of("node1", "node2"), stop, start);
    }

    private Result check(Set<String> active, Runnable stop, Runnable start) throws InterruptedException {
        Front front =
                new Front("http", URI.create("http://ei.wso2.com:" + balancer.port("http")), active, Set.of(), false);
        SmokeTarget target = new SmokeTarget(
                "test",
                List.of(node("node1"), node("node2")),
                List.of(),
                Optional.of(front),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Checks.ADDRESSES,
                Map.of(),
                Checks.trust());
        NodeControl control = new NodeControl() {
            @Override
            public boolean controls(String id) {
                return true;
            }

            @Override
            public void stop(String id) {
                done.add("stop " + id);
                stop.run();
            }

            @Override
            public void start(String id) {
                done.add("start " + id);
                start.run();
            }
        };
        return new FailoverCheck(target, Checks.OPTIONS, client, control, Duration.ZERO).run();
    }

    private static TestedNode node(String id) {
        return new TestedNode(id, Optional.empty(), Optional.empty(), 4100, ListenerPorts.UNKNOWN, "ei.wso2.com", true);
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
