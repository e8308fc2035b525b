package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.eicluster.certs.TlsFixture;
import io.github.eicluster.testing.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goals against a load balancer in this process, which is named by its URL, and a cluster that does not run. */
@MojoTest
@Basedir("/mojo/smoke")
class SmokeTestMojoTest extends MojoCase {

    private static final String HOST = "ei.example.invalid";

    private final int http = FreePorts.inARow(2);
    private final int https = http + 1;
    private final String url = "http://" + HOST + ":" + http;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> upgrades = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), http), 50);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(exchange.getRequestHeaders().getFirst("Host")
                        + exchange.getRequestURI().toString());
                upgrades.addAll(exchange.getRequestHeaders().getOrDefault("Upgrade", List.of()));
                boolean wsdl = exchange.getRequestURI().getPath().startsWith("/services/");
                byte[] body = (wsdl ? "<a><address location='" + url + "/services/x'/></a>" : "")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("X-EI-Node", "node" + (1 + count.getAndIncrement() % 2));
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @Basedir("/mojo/no-cluster")
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "balancerAddress", value = "127.0.0.1")
    @MojoParameter(name = "smokeRequests", value = "6")
    @MojoParameter(name = "healthPath", value = "/status")
    @MojoParameter(name = "wsdlService", value = "Version")
    @MojoParameter(name = "strict", value = "true")
    void aLoadBalancerIsTestedByItsUrlAlone(SmokeTestMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "balancerHttp", url);

        run(mojo);

        String host = HOST + ":" + http;
        assertThat(requests)
                .hasSize(7)
                .allMatch(request -> request.startsWith(host + "/"))
                .contains(host + "/status", host + "/services/Version?wsdl");
        assertThat(log().infos())
                .contains("load balancer", "Report: " + report().resolve("index.html"))
                .anyMatch(line ->
                        line.startsWith("  passed: http requests are spread over the nodes: 6 requests: node1 "))
                .anyMatch(line -> line.startsWith("3 passed, 0 failed, 0 not checked, "));
        assertThat(report().resolve("smoke-test.xml")).content().contains("<testsuite name=\"load balancer\"");
    }

    @Test
    @Basedir("/mojo/no-cluster")
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "balancerAddress", value = "127.0.0.1")
    void alsoAnAddressOfVersionSixIsFoundElsewhere(SmokeTestMojo mojo) throws Exception {
        String host = "[2001:db8::1]:" + http;
        MojoExtension.setVariableValueToObject(mojo, "balancerHttp", "http://" + host);

        // The WSDL names another host.
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoFailureException.class);

        assertThat(requests).contains(host + "/health").allMatch(request -> request.startsWith(host + "/"));
        assertThat(log().infos()).contains("  passed: http port " + http + ": " + host + " accepts connections.");
    }

    @Test
    @Basedir("/mojo/smoke-names")
    @InjectMojo(goal = "smoke-test")
    void aNameThatNobodyKnowsIsNotChecked(SmokeTestMojo mojo) {
        listenersOfTheCluster();
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoFailureException.class);

        assertThat(requests).isEmpty();
        assertThat(log().warnings())
                .contains(
                        "  not checked: http: the address of ei.example.invalid is known neither to the POM nor to this"
                                + " machine.");
    }

    @Test
    @Basedir("/mojo/smoke-names")
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "balancerAddress", value = "127.0.0.1")
    void aNameThatNobodyKnowsIsFoundByTheAddressOfTheLoadBalancer(SmokeTestMojo mojo) {
        listenersOfTheCluster();
        assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoFailureException.class);

        assertThat(log().infos())
                .contains("  passed: http port " + http + ": " + HOST + ":" + http + " accepts connections.")
                .anyMatch(line -> line.startsWith("  passed: http requests are spread over the nodes: 20 requests: "));
        assertThat(requests).contains(HOST + ":" + http + "/health");
        assertThat(upgrades).isEmpty();
        assertThat(log().errors())
                .anyMatch(line ->
                        line.startsWith("  failed: console port " + https + ": ui." + HOST + ":" + https + ": "));
    }

    @Test
    @Basedir("/mojo/smoke-names")
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "balancerAddress", value = "127.0.0.1")
    void theCertificateOfTheLoadBalancerDoesNotVouchForItself(SmokeTestMojo mojo) throws Exception {
        listenersOfTheCluster();
        Path certs = Files.createDirectories(target().resolve("ei-cluster/certs"));
        TlsFixture foreign = new TlsFixture();
        Files.write(certs.resolve("server.crt"), foreign.authorityFile());
        Files.write(certs.resolve("ca.crt"), new TlsFixture().authorityFile());
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), https), 50);
        secure.setHttpsConfigurator(new HttpsConfigurator(foreign.server(HOST)));
        secure.start();
        try {
            assertThatThrownBy(() -> run(mojo)).isInstanceOf(MojoFailureException.class);
        } finally {
            secure.stop(0);
        }

        assertThat(log().infos()).anyMatch(line -> line.startsWith("  passed: https certificate name: "));
        assertThat(log().errors())
                .anyMatch(line -> line.startsWith("  failed: https certificate trust (EIC407): the certificate ")
                        && line.contains("nobody vouches"));
    }

    @Test
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "smokeTimeout", value = "5")
    void aClusterThatDoesNotRunFailsWithTheFinalPortsOfItsNodes(SmokeTestMojo mojo) throws Exception {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("The cluster does not work as it is meant to: ")
                .hasMessageContaining("index.html");

        assertThat(Files.readString(report().resolve("smoke-test.xml")))
                .contains(
                        "classname=\"node1\" name=\"member port 4100\"",
                        "classname=\"node2\" name=\"member port 4101\"",
                        "classname=\"node1\" name=\"http port 8280\"",
                        "classname=\"node2\" name=\"https port 8244\"",
                        "classname=\"node2\" name=\"console port 9444\"",
                        "classname=\"node2\" name=\"console http port 9764\"",
                        "classname=\"load balancer\" name=\"http port 1\"",
                        "classname=\"load balancer\" name=\"console port 2\"",
                        "127.0.0.1:4100: the connection is refused".replace("127.0.0.1:4100", "ei.wso2.com:1"));
        assertThat(log().errors()).anyMatch(line -> line.startsWith("  failed: https port 2: ei.wso2.com:2: "));
        assertThat(targetNames()).containsExactly("ei-cluster");
    }

    @Test
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "balancerHttps", value = "http://ei.wso2.com/path")
    void aUrlThatIsNoServerIsAMistake(SmokeTestMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .hasMessage(
                        "balancerHttps: 'http://ei.wso2.com/path' is no URL of a server. Write scheme, host and port,"
                                + " such as https://ei.example.com.");
    }

    @Test
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "balancerConsole", value = "ui.ei.wso2.com")
    void aNameWithoutSchemeIsAMistake(SmokeTestMojo mojo) {
        assertThatThrownBy(() -> run(mojo)).hasMessageStartingWith("balancerConsole: 'ui.ei.wso2.com' is no URL");
    }

    @Test
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "balancerHttp", value = "http://ei.wso2.com:65536")
    void aPortThatDoesNotExistIsAMistake(SmokeTestMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .hasMessageStartingWith("balancerHttp: 'http://ei.wso2.com:65536' is no URL of a server. ");
    }

    @Test
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "balancerHttp", value = "http://ei.wso2.com#top")
    void aUrlWithAFragmentIsAMistake(SmokeTestMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .hasMessageStartingWith("balancerHttp: 'http://ei.wso2.com#top' is no URL of a server. ");
    }

    @Test
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "healthPath", value = "health")
    void aPathWithoutASlashIsAMistake(SmokeTestMojo mojo) {
        assertThatThrownBy(() -> run(mojo)).hasMessage("healthPath: 'health' is no path. Write one such as /health.");
    }

    @Test
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "wsdlService", value = "a/b")
    void aServiceWithASlashIsAMistake(SmokeTestMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .hasMessage("wsdlService: 'a/b' is no name of a service. Write one such as EiClusterSample.");
    }

    @Test
    @Basedir("/mojo/no-cluster")
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "failover", value = "true")
    void failoverOfALoadBalancerAloneIsAMistake(SmokeTestMojo mojo) throws Exception {
        MojoExtension.setVariableValueToObject(mojo, "balancerHttp", url);

        assertThatThrownBy(() -> run(mojo))
                .hasMessage(
                        "failover: needs the nodes, and only URLs are given. Run the goal with the POM of the cluster.");
    }

    @Test
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "trustedCertificates", value = "pom.xml")
    void aFileWithoutCertificatesIsAMistake(SmokeTestMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .hasMessageStartingWith("trustedCertificates: holds no certificates")
                .hasMessageEndingWith(" Give a PEM file of certificates.");
    }

    @Test
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "trustedCertificates", value = "nowhere.crt")
    void aFileOfCertificatesThatIsMissingIsAMistake(SmokeTestMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .hasMessageStartingWith("trustedCertificates: '")
                .hasMessageEndingWith("nowhere.crt' is no file. Give a PEM file of certificates.");
    }

    @Test
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "smokeRequests", value = "1")
    void oneRequestCannotBeSpread(SmokeTestMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .hasMessage("smokeRequests: '1' is no number from 2 to 10000. Write one such as 20.");
    }

    @Test
    @InjectMojo(goal = "smoke-test")
    @MojoParameter(name = "skipSmokeTest", value = "true")
    void skipSmokeTestDoesNothing(SmokeTestMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetFiles()).isEmpty();
        assertThat(log().infos()).containsExactly("Skipped (ei-cluster.skip or ei-cluster.smoke-test.skip).");
    }

    private void listenersOfTheCluster() {
        userProperties().setProperty("ei-cluster.loadBalancer.httpPort", Integer.toString(http));
        userProperties().setProperty("ei-cluster.loadBalancer.httpsPort", Integer.toString(https));
    }

    private Path report() {
        return target().resolve("ei-cluster/smoke-test");
    }
}
