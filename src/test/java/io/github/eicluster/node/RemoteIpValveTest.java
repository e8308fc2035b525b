package io.github.eicluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.product.Layout;
import io.github.eicluster.testing.Miniatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RemoteIpValveTest {

    private static final String ENGINE = "/Server/Service/Engine";
    private static final String OURS = "//Valve[@className='org.apache.catalina.valves.RemoteIpValve']";
    private static final OptionalInt HTTP = OptionalInt.of(80);

    private static final String TEAMS = """
            <Server>
              <Service>
                <Engine name="Catalina">
                  <Valve className="com.example.AuditValve"/>
                  <Valve protocolHeader='X-Proto' requestAttributesEnabled="false"
                         className="org.apache.catalina.valves.RemoteIpValve" protocolHeaderHttpsValue="on"
                         internalProxies="127\\.0\\.0\\.1" trustedProxies="proxy1"/>
                  <Host name="localhost"/>
                </Engine>
              </Service>
            </Server>
            """;

    static Stream<String> catalinas() {
        return Stream.concat(
                Stream.of("6.4.0", "6.6.0").map(version -> read(version)),
                // No realm, no host: all on one line.
                Stream.of(MapHome.mini().text(Layout.CATALINA)));
    }

    private static String read(String version) {
        try {
            return Files.readString(Miniatures.home(version).resolve(Layout.CATALINA));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("catalinas")
    void theEngineGetsTheValveAndNoOtherByteChanges(String catalina) {
        Applied applied = apply(catalina, balancer(HTTP, 443));

        Dom dom = applied.dom(Layout.CATALINA);
        assertThat(dom.texts(ENGINE + "/Valve[1]/@*"))
                .containsExactlyInAnyOrder(
                        "org.apache.catalina.valves.RemoteIpValve",
                        "x-forwarded-for",
                        "x-forwarded-proto",
                        "80",
                        "443");
        assertThat(dom.text(OURS + "/@remoteIpHeader")).isEqualTo("x-forwarded-for");
        assertThat(dom.text(OURS + "/@protocolHeader")).isEqualTo("x-forwarded-proto");
        assertThat(dom.text(OURS + "/@httpServerPort")).isEqualTo("80");
        assertThat(dom.text(OURS + "/@httpsServerPort")).isEqualTo("443");
        assertThat(applied.text(Layout.CATALINA)
                        .replaceFirst("(?m)^ *<Valve className=\"org.apache.[^>]*RemoteIp[^>]*>\n", ""))
                .isEqualTo(catalina.replaceFirst(
                        " defaultHost=\"localhost\"/>", " defaultHost=\"localhost\">\n    </Engine>"));
    }

    @ParameterizedTest
    @MethodSource("catalinas")
    void aSecondRunChangesNothing(String catalina) {
        LoadBalancer balancer = balancer(OptionalInt.empty(), 8443, "10.0.0.5", "fd00::5");
        String once = apply(catalina, balancer).text(Layout.CATALINA);

        assertThat(once).isNotEqualTo(catalina);
        assertThat(apply(once, balancer).files().changed()).isEmpty();
    }

    @Test
    void itStandsBeforeTheOtherValvesOfTheEngine() {
        String catalina = TEAMS.replace("org.apache.catalina.valves.RemoteIpValve", "com.example.Other");

        Dom dom = apply(catalina, balancer(HTTP, 443)).dom(Layout.CATALINA);

        assertThat(dom.texts(ENGINE + "/Valve/@className"))
                .containsExactly(
                        "org.apache.catalina.valves.RemoteIpValve", "com.example.AuditValve", "com.example.Other");
    }

    @Test
    void aValveOfTheTeamIsChangedInItsPlaceAndKeepsWhatIsNotOurs() {
        Applied applied = apply(TEAMS, balancer(OptionalInt.of(8080), 8443, "10.0.0.5"));

        assertThat(applied.text(Layout.CATALINA))
                .isEqualTo(TEAMS.replace("'X-Proto'", "'x-forwarded-proto'")
                        .replace("\"on\"", "\"https\"")
                        .replace("127\\.0\\.0\\.1", "10\\.0\\.0\\.5")
                        .replace(
                                "\"proxy1\"",
                                "\"proxy1\" remoteIpHeader=\"x-forwarded-for\" httpServerPort=\"8080\""
                                        + " httpsServerPort=\"8443\""));
    }

    @Test
    void withoutAddressesOrHttpPortTheTeamsValuesOfThemStay() {
        String catalina = TEAMS.replace("trustedProxies", "httpServerPort=\"81\" trustedProxies");

        Dom dom = apply(catalina, balancer(OptionalInt.empty(), 443)).dom(Layout.CATALINA);

        assertThat(dom.text(OURS + "/@internalProxies")).isEqualTo("127\\.0\\.0\\.1");
        assertThat(dom.text(OURS + "/@httpServerPort")).isEqualTo("81");
    }

    @Test
    void aValveOfTheHostIsTakenInsteadOfASecondOne() {
        String catalina = """
                <Server><Service><Engine><Host name="a"/><Host name="b">
                <Valve className="org.apache.catalina.valves.RemoteIpValve"/></Host></Engine></Service></Server>
                """;

        Dom dom = apply(catalina, balancer(HTTP, 443)).dom(Layout.CATALINA);

        assertThat(dom.count(OURS)).isEqualTo(1);
        assertThat(dom.text(ENGINE + "/Host[2]/Valve/@httpsServerPort")).isEqualTo("443");
    }

    @Test
    void aCommentedOutValveStaysAComment() {
        String comment = "<!--Valve className=\"org.apache.catalina.valves.RemoteIpValve\" internalProxies=\"x\"/-->";
        String catalina = read("6.6.0").replaceFirst("(<Engine [^>]*>)", "$1\n            " + comment);

        Applied applied = apply(catalina, balancer(HTTP, 443));

        assertThat(applied.text(Layout.CATALINA)).contains(comment);
        assertThat(applied.dom(Layout.CATALINA).count(OURS)).isEqualTo(1);
        assertThat(applied.dom(Layout.CATALINA).count(OURS + "/@internalProxies"))
                .isZero();
    }

    @Test
    void internalProxiesMatchTheAddressesAsTomcatSeesThemAndNoOthers() {
        String expression = apply(read("6.4.0"), balancer(HTTP, 443, "10.0.0.5", "fd00::5"))
                .dom(Layout.CATALINA)
                .text(OURS + "/@internalProxies");

        assertThat(expression).isEqualTo("10\\.0\\.0\\.5|fd00:0:0:0:0:0:0:5");
        assertThat(List.of("10.0.0.5", "fd00:0:0:0:0:0:0:5"))
                .allMatch(Pattern.compile(expression).asMatchPredicate());
        assertThat(List.of("10.0.0.55", "10.010.5", "110.0.0.5", "fd00:0:0:0:0:0:0:51", "127.0.0.1"))
                .noneMatch(Pattern.compile(expression).asMatchPredicate());
    }

    @Test
    void nothingIsTouchedWhereNoBalancerSetsTheHeadersForTheConsole() {
        assertUntouched(TestClusters.guide().withoutBalancer());
        assertUntouched(with(TestClusters.balancer(HTTP, 443, false)));
        assertUntouched(with(TestClusters.balancer(HTTP, 443, true, LoadBalancer.Tls.PASSTHROUGH)));
    }

    private static void assertUntouched(TestClusters cluster) {
        for (String catalina : List.of(read("6.6.0"), TEAMS)) {
            assertThat(apply(catalina, cluster).files().changed()).isEmpty();
        }
    }

    @Test
    void aFileWithoutEngineIsAnError() {
        assertThatThrownBy(() -> apply("<Server><Service/></Server>", balancer(HTTP, 443)))
                .isInstanceOf(ClusterException.class)
                .hasMessage(
                        "conf/tomcat/catalina-server.xml (EI 6.4.0, mini.zip): there are 0 <Engine> below <Service>,"
                                + " but the RemoteIpValve for the load balancer's headers belongs into one. Restore the shipped"
                                + " file's, or set cluster/loadBalancer/console to false.");
    }

    private static LoadBalancer balancer(OptionalInt httpPort, int httpsPort, String... addresses) {
        return TestClusters.balancer(httpPort, httpsPort, true, LoadBalancer.Tls.REENCRYPT, addresses);
    }

    private static TestClusters with(LoadBalancer balancer) {
        TestClusters cluster = TestClusters.guide();
        cluster.loadBalancer = Optional.of(balancer);
        return cluster;
    }

    private static Applied apply(String catalina, LoadBalancer balancer) {
        return apply(catalina, with(balancer));
    }

    private static Applied apply(String catalina, TestClusters cluster) {
        return Applied.first(new RemoteIpValve(), MapHome.mini().text(Layout.CATALINA, catalina), cluster);
    }
}
