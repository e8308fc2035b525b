package io.github.eicluster.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WsdlCheckTest {

    @Test
    void aWsdlThatNamesTheLoadBalancerPasses() throws IOException {
        Result result = check(wsdl(
                "http://ei.wso2.com/services/EiClusterSample.EiClusterSampleHttpSoap11Endpoint",
                "https://EI.wso2.com:443/services/EiClusterSample.EiClusterSampleHttpsSoap11Endpoint"));

        assertThat(result.outcome()).isEqualTo(Result.Outcome.PASSED);
        assertThat(result.message()).contains("http://ei.wso2.com/services/", "https://EI.wso2.com:443/services/");
    }

    @Test
    void oneAddressOfANodeIsEnoughToFail() throws IOException {
        Result result = check(wsdl(
                "http://ei.wso2.com:80/services/EiClusterSample",
                "https://192.168.57.11:8243/services/EiClusterSample"));

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.message())
                .isEqualTo("it names https://192.168.57.11:8243/services/EiClusterSample instead of"
                        + " http://ei.wso2.com:80 or https://ei.wso2.com:443");
        assertThat(result.rule()).contains("EIC305");
    }

    @Test
    void anotherPortOfTheSameNameFails() throws IOException {
        assertThat(check(wsdl("http://ei.wso2.com:8280/services/EiClusterSample"))
                        .outcome())
                .isEqualTo(Result.Outcome.FAILED);
    }

    @Test
    void aSlashTooManyFails() throws IOException {
        Result result = check(wsdl("http://ei.wso2.com:80//services/EiClusterSample"));

        assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
        assertThat(result.rule()).contains("EIC306");
    }

    @Test
    void whatIsNoWsdlIsNotChecked() throws IOException {
        assertThat(check(StubNode.answering(404, "")).outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
        assertThat(check(StubNode.answering(200, "<html><br></html>")).outcome())
                .isEqualTo(Result.Outcome.NOT_CHECKED);
        assertThat(check(StubNode.answering(200, "<definitions/>")).outcome()).isEqualTo(Result.Outcome.NOT_CHECKED);
    }

    @Test
    void anErrorFails() throws IOException {
        assertThat(check(StubNode.answering(503, "")).outcome()).isEqualTo(Result.Outcome.FAILED);
    }

    private static HttpHandler wsdl(String... locations) {
        return StubNode.answering(200, StubNode.wsdl(locations));
    }

    private static Result check(HttpHandler handler) throws IOException {
        try (StubNode node = new StubNode("node1", Checks.KEYS.server("ei.wso2.com"));
                Client client = Checks.client()) {
            node.replace("/services/EiClusterSample", handler);
            Front front = Checks.front("http", "http://ei.wso2.com:" + node.port("http"), false, "node1");
            return new WsdlCheck(front, Checks.target(List.of()), Checks.OPTIONS, client)
                    .run()
                    .get(0);
        }
    }
}
