package io.github.eicluster.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleCheckTest {

    private static final String PAGE = "/carbon/admin/login.jsp";

    private StubNode node;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        node = new StubNode("node1", Checks.KEYS.server("ei.wso2.com", "ui.ei.wso2.com"));
        client = Checks.client();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        node.close();
    }

    @Test
    void theLoginPageBehindRedirectsAndASessionThatLastsPass() {
        List<Result> results = check();

        assertThat(results).extracting(Result::outcome).containsOnly(Result.Outcome.PASSED);
        assertThat(results.get(0).message()).isEqualTo(url() + PAGE);
        assertThat(results.get(1).message()).isEqualTo("10 requests with one JSESSIONID");
    }

    @Test
    void aRedirectLoopIsNamed() {
        node.replace("/carbon/", StubNode.redirecting("/carbon/admin/index.jsp"));
        node.replace("/carbon/admin/index.jsp", StubNode.redirecting(PAGE));
        node.replace(PAGE, StubNode.redirecting("/carbon/admin/index.jsp"));

        List<Result> results = check();

        assertThat(results)
                .extracting(Result::outcome)
                .containsExactly(Result.Outcome.FAILED, Result.Outcome.NOT_CHECKED);
        assertThat(results.get(0).message())
                .isEqualTo("redirects go round: " + url() + "/carbon/admin/index.jsp -> " + url() + PAGE + " -> "
                        + url() + "/carbon/admin/index.jsp");
        assertThat(results.get(0).remedy()).contains("RemoteIpValve");
        assertThat(results.get(0).rule()).contains("EIC308");
    }

    @Test
    void aSessionInAUrlIsNotShown() {
        node.replace("/carbon/", StubNode.redirecting("/carbon/admin/login.jsp;jsessionid=5E55104"));
        node.replace(PAGE + ";jsessionid=5E55104", StubNode.answering(200, "<input type='password'>"));

        assertThat(check().get(0).message()).isEqualTo(url() + PAGE + ";jsessionid=***");
    }

    @Test
    void redirectsThatNeverEndFail() {
        AtomicInteger count = new AtomicInteger();
        node.replace("/carbon/", exchange -> StubNode.redirect(exchange, "/carbon/?" + count.incrementAndGet()));

        assertThat(check().get(0).message()).isEqualTo("there is no end of redirects after 20");
    }

    @Test
    void aRedirectToThePortOfTheNodeFails() {
        node.replace("/carbon/", StubNode.redirecting("https://ui.ei.wso2.com:9443/carbon/admin/login.jsp"));

        Result result = check().get(0);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message())
                .endsWith("redirects to https://ui.ei.wso2.com:9443/carbon/admin/login.jsp, past the load balancer");
    }

    @Test
    void aPageBehindAnUnencryptedRedirectFails() {
        node.replace(
                "/carbon/",
                exchange -> StubNode.redirect(
                        exchange, "http://ui.ei.wso2.com:" + node.port("http") + "/carbon/admin/login.jsp"));

        assertThat(check().get(0).message()).startsWith("redirects leave TLS: ");
    }

    @Test
    void aPageWithoutAFieldForThePasswordFails() {
        node.replace(PAGE, StubNode.answering(200, "<h1>Welcome to nginx!</h1>"));

        assertThat(check().get(0).message()).endsWith("answers 200 without a field for a password");
    }

    @Test
    void anErrorPageFails() {
        node.replace(PAGE, StubNode.answering(502, "bad gateway"));

        assertThat(check().get(0).message()).endsWith("answers 502");
    }

    @Test
    void aSessionThatEachRequestLosesFails() {
        AtomicInteger count = new AtomicInteger();
        node.replace(PAGE, exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "JSESSIONID=" + count.incrementAndGet());
            StubNode.send(exchange, 200, "<input type=password>");
        });

        Result result = check().get(1);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message()).isEqualTo("request 1 reached a node that does not know the session");
        assertThat(result.rule()).contains("EIC318");
    }

    @Test
    void aConnectionThatBreaksLaterIsAFaultOfTheSessionAndNotOfTheLoginPage() {
        AtomicInteger count = new AtomicInteger();
        node.replace(PAGE, exchange -> {
            if (count.incrementAndGet() == 4) {
                exchange.close();
                return;
            }
            exchange.getResponseHeaders().set("Set-Cookie", "JSESSIONID=1; Path=/");
            StubNode.send(exchange, 200, "<input type=password>");
        });

        List<Result> results = check();

        assertThat(results).extracting(Result::outcome).containsExactly(Result.Outcome.PASSED, Result.Outcome.FAILED);
        assertThat(results.get(1).check()).isEqualTo("console keeps a session on one node");
        assertThat(results.get(1).message())
                .startsWith(url() + PAGE + ": the connection fails (")
                .endsWith(" at request 3");
    }

    @Test
    void whereThereIsOnlyOneNodeASessionCannotLeaveIt() {
        Result result = new ConsoleCheck(
                        Checks.front("console", url(), true, "node1"), Optional.empty(), Checks.OPTIONS, client)
                .run()
                .get(1);

        assertThat(result.outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
        assertThat(result.message()).isEqualTo("there is only one active node");
    }

    @Test
    void aConsoleWithoutSessionsIsNotChecked() {
        node.replace(PAGE, StubNode.answering(200, "<input type='password'>"));

        assertThat(check().get(1).outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
    }

    private String url() {
        return "https://ui.ei.wso2.com:" + node.port("console");
    }

    private List<Result> check() {
        Front http = Checks.front("http", "http://ei.wso2.com:" + node.port("http"), false, "node1");
        Front front = Checks.front("console", url(), true, "node1", "node2");
        return new ConsoleCheck(front, Optional.of(http), Checks.OPTIONS, client).run();
    }
}
