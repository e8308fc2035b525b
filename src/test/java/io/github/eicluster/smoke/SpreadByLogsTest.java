package io.github.eicluster.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import io.github.eicluster.model.ListenerPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The spread of requests whose answers name no node; the node stands for a load balancer. */
class SpreadByLogsTest {

    @TempDir
    Path folder;

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
    void withoutTheSampleTheLogsOfLocalNodesTellWhoTookTheRequests() throws IOException {
        Path first = Files.writeString(folder.resolve("node1.log"), "To: /health\n");
        Path second = Files.writeString(folder.resolve("node2.log"), "");
        Map<String, Path> logs = Map.of("node1", first, "node2", second);

        balancer.replace("/health", logging(first, second));
        Result spread = check(logs);
        balancer.replace("/health", logging(first, first));
        Result one = check(logs);
        balancer.replace("/health", StubNode.answering(202, ""));
        Result silent = check(logs);

        assertThat(spread.outcome()).isEqualTo(Result.Outcome.PASSED);
        assertThat(spread.message()).isEqualTo("10 requests, by the logs of the nodes: node1 5, node2 5");
        assertThat(one.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(silent.outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
    }

    @Test
    void ofRequestsThatNoLogShowsNobodyIsAccused() throws IOException {
        Path first = Files.writeString(folder.resolve("node1.log"), "");
        Path elsewhere = Files.writeString(folder.resolve("node2.log"), "");
        balancer.replace("/health", logging(first, elsewhere));

        Result result = check(Map.of("node1", first));

        assertThat(result.outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
        assertThat(result.message()).isEqualTo("the logs show 5 of 10 requests: node1 5");
    }

    /** As the shipped main sequence does, with a line more. */
    private static HttpHandler logging(Path... logs) {
        AtomicInteger count = new AtomicInteger();
        return exchange -> {
            String line = "INFO - LogMediator To: " + exchange.getRequestURI() + ", Direction: request\n";
            Files.writeString(logs[count.getAndIncrement() % logs.length], line + line, StandardOpenOption.APPEND);
            StubNode.send(exchange, 202, "");
        };
    }

    private Result check(Map<String, Path> logs) {
        Front front = Checks.front("http", "http://ei.wso2.com:" + balancer.port("http"), false, "node1", "node2");
        SmokeTarget target = Checks.target(List.of(node("node1"), node("node2")), logs);
        return new SpreadCheck(front, target, Checks.OPTIONS, client).run().get(0);
    }

    private static TestedNode node(String id) {
        return new TestedNode(id, Optional.empty(), Optional.empty(), 4100, ListenerPorts.UNKNOWN, "ei.wso2.com", true);
    }
}
