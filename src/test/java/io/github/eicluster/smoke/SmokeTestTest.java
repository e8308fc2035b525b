package io.github.eicluster.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long all checks together may take. */
class SmokeTestTest {

    private static final SmokeOptions NO_TIME = new SmokeOptions(10, Duration.ZERO, "/health", "EiClusterSample");

    @Test
    void eightChecksMoreMayTakeAsLongAgain() {
        assertThat(SmokeTest.patience(Checks.OPTIONS, 7)).isEqualTo(20_000 * 28);
        assertThat(SmokeTest.patience(Checks.OPTIONS, 8)).isEqualTo(2 * 20_000 * 28);
        assertThat(SmokeTest.patience(Checks.OPTIONS, 800)).isEqualTo(101 * 20_000 * 28);
    }

    @Test
    void checksThatDoNotEndAreNotCheckedAndHaveTheirNames() throws Exception {
        List<Result> results;
        try (StubNode node = new StubNode("node1", Checks.KEYS.server("ei.wso2.com"));
                StubNode other = new StubNode("node2", Checks.KEYS.server("ei.wso2.com"))) {
            results = new SmokeTest(target(node, other), NO_TIME, Optional.empty())
                    .run(false)
                    .results();
        }

        assertThat(results)
                .allSatisfy(result -> {
                    assertThat(result.outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
                    assertThat(result.message()).isEqualTo("did not end in 0 s");
                })
                .extracting(result -> result.subject() + ": " + result.check().replaceAll(" port \\d+", " port"))
                .doesNotHaveDuplicates()
                .contains(
                        "load balancer: http port",
                        "load balancer: https certificate name",
                        "load balancer: http requests are spread over the nodes",
                        "load balancer: https WSDL names the load balancer",
                        "load balancer: console shows the login page",
                        "node1: member port",
                        "node2: console certificate name");
    }

    private static SmokeTarget target(StubNode... nodes) {
        Set<String> ids = Set.of("node1", "node2");
        return new SmokeTarget(
                "test",
                List.of(nodes[0].tested("ei.wso2.com"), nodes[1].tested("ei.wso2.com")),
                List.of(),
                Optional.of(new Front("http", URI.create("http://ei.wso2.com:80"), ids, Set.of(), false)),
                Optional.of(new Front("https", URI.create("https://ei.wso2.com:443"), ids, Set.of(), false)),
                Optional.of(new Front("console", URI.create("https://ui.ei.wso2.com:443"), ids, Set.of(), true)),
                List.of(),
                Checks.ADDRESSES,
                Map.of(),
                Checks.trust());
    }
}
