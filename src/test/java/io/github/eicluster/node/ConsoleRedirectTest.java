package io.github.eicluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.product.Layout;
import io.github.eicluster.testing.StockHomes;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a browser meets that opens the console behind the load balancer, by real Tomcats that read what we write. */
class ConsoleRedirectTest {

    private static final String CONSOLE = "ui.ei.wso2.com";
    private static final String CLIENT = "10.1.2.3";
    private static final int PATIENCE = 6;
    private static final Pattern LOCATION = Pattern.compile("(?im)^location:\\s*(\\S+)");
    private static final Pattern VALVE = Pattern.compile("<Valve className=\"" + RemoteIpValve.CLASS + "\"[^>]*>");

    @TempDir
    Path folder;

    /** The miniatures, and the real homes if they are given. */
    static Stream<StockHome> homes() {
        return StockHomes.withMiniatures().stream().map(StockHome::new);
    }

    @ParameterizedTest
    @MethodSource("homes")
    void theConsoleRedirectsOnceAndToThePublicName(StockHome home) throws Exception {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.start(home, catalina(home, balancer(80, 443)), folder)) {
            for (boolean tls : List.of(true, false)) {
                assertThat(browse(tomcat, tls, "https://" + CONSOLE + "/carbon"))
                        .as("TLS to the node: %s", tls)
                        .containsExactly(
                                "https://" + CONSOLE + "/carbon",
                                "https://" + CONSOLE + EmbeddedTomcat.PAGE,
                                "https " + CONSOLE + " 443 true " + CLIENT);
            }
            assertThat(browse(tomcat, false, "http://" + CONSOLE + "/carbon"))
                    .containsExactly(
                            "http://" + CONSOLE + "/carbon",
                            "https://" + CONSOLE + "/carbon",
                            "https://" + CONSOLE + EmbeddedTomcat.PAGE,
                            "https " + CONSOLE + " 443 true " + CLIENT);
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void otherPortsOfTheBalancerStandInTheRedirects(StockHome home) throws Exception {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.start(home, catalina(home, balancer(8080, 8443)), folder)) {
            for (boolean tls : List.of(true, false)) {
                assertThat(browse(tomcat, tls, "https://" + CONSOLE + ":8443/carbon"))
                        .as("TLS to the node: %s", tls)
                        .containsExactly(
                                "https://" + CONSOLE + ":8443/carbon",
                                "https://" + CONSOLE + ":8443" + EmbeddedTomcat.PAGE,
                                "https " + CONSOLE + " 8443 true " + CLIENT);
            }
            assertThat(browse(tomcat, false, "http://" + CONSOLE + ":8080/carbon"))
                    .containsSubsequence("https://" + CONSOLE + ":8443/carbon")
                    .hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void withoutTheValveTheRedirectsNeverEnd(StockHome home) throws Exception {
        String catalina = VALVE.matcher(catalina(home, balancer(80, 443))).replaceFirst("");

        try (EmbeddedTomcat tomcat = EmbeddedTomcat.start(home, catalina, folder)) {
            assertLoops(tomcat);
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void theHeadersOfOthersThanTheBalancerAreNotBelieved(StockHome home) throws Exception {
        Path first = Files.createDirectory(folder.resolve("known"));
        try (EmbeddedTomcat tomcat =
                EmbeddedTomcat.start(home, catalina(home, balancer(80, 443, "10.0.0.5", "127.0.0.1")), first)) {
            assertThat(browse(tomcat, false, "https://" + CONSOLE + "/carbon"))
                    .endsWith("https " + CONSOLE + " 443 true " + CLIENT);
        }
        Path second = Files.createDirectory(folder.resolve("other"));
        try (EmbeddedTomcat tomcat =
                EmbeddedTomcat.start(home, catalina(home, balancer(80, 443, "10.0.0.5")), second)) {
            assertLoops(tomcat);
        }
    }

    /** A console that takes HTTPS for HTTP sends the browser to where it is already. */
    private void assertLoops(EmbeddedTomcat tomcat) throws Exception {
        assertThat(browse(tomcat, false, "https://" + CONSOLE + "/carbon"))
                .hasSize(PATIENCE)
                .containsOnly("https://" + CONSOLE + "/carbon");
    }

    private static LoadBalancer balancer(int httpPort, int httpsPort, String... addresses) {
        return TestClusters.balancer(OptionalInt.of(httpPort), httpsPort, true, LoadBalancer.Tls.REENCRYPT, addresses);
    }

    private static String catalina(StockHome home, LoadBalancer balancer) {
        TestClusters clusters = TestClusters.guide();
        clusters.loadBalancer = Optional.of(balancer);
        Cluster cluster = clusters.build();
        NodePlan plan = new NodePlanner(cluster, List.of(), home, home.version())
                .plan(cluster.nodes().get(0), MapHome.empty("overlay"), NodeKeystores.UNCHANGED, VaultInput.NONE);
        return new String(plan.files().get(Layout.CATALINA), StandardCharsets.UTF_8);
    }

    /** The addresses that a browser goes to, and what the page says that it ends on, if it ends on one. */
    private List<String> browse(EmbeddedTomcat tomcat, boolean tls, String start) throws Exception {
        List<String> visited = new ArrayList<>();
        URI address = URI.create(start);
        while (visited.size() < PATIENCE) {
            visited.add(address.toString());
            String answer = get(tomcat.port(tls), tls, address);
            Matcher location = LOCATION.matcher(answer.substring(0, answer.indexOf("\r\n\r\n")));
            if (!location.find()) {
                assertThat(answer).startsWith("HTTP/1.1 200");
                visited.add(answer.substring(answer.indexOf("\r\n\r\n") + 4));
                return visited;
            }
            address = address.resolve(location.group(1));
        }
        return visited;
    }

    /** A request as the load balancer hands it on, written by hand: Java's clients do not let a caller choose the host. */
    private String get(int port, boolean tls, URI address) throws Exception {
        boolean https = address.getScheme().equals("https");
        int publicPort = address.getPort() > 0 ? address.getPort() : https ? 443 : 80;
        String request = String.join(
                "\r\n",
                "GET " + address.getPath() + " HTTP/1.0",
                "Host: " + address.getAuthority(),
                "X-Forwarded-Host: " + address.getHost(),
                "X-Forwarded-For: " + CLIENT,
                "X-Forwarded-Proto: " + address.getScheme(),
                "X-Forwarded-Port: " + publicPort,
                "",
                "");
        InetAddress node = InetAddress.getLoopbackAddress();
        try (Socket socket = tls ? tls().getSocketFactory().createSocket(node, port) : new Socket(node, port);
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Trusts the certificate of the node, which is in its key store. */
    private SSLContext tls() throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(folder.resolve("repository/resources/security/wso2carbon.jks"))) {
            store.load(in, "wso2carbon".toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry("node", store.getCertificate("wso2carbon"));
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
