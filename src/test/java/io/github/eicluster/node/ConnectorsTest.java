package io.github.eicluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.product.Layout;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorsTest {

    private static final String SECURE = "/Server/Service/Connector[@port='9443']";
    private static final String PLAIN = "/Server/Service/Connector[@port='9763']";

    @ParameterizedTest
    @ValueSource(strings = {"catalina-tomcat7.xml", "catalina-tomcat9.xml"})
    void eachConnectorNamesItsPortOfTheBalancerWhateverTheirOrder(String catalina) {
        Applied applied = apply(catalina, TestClusters.guide());

        Dom dom = applied.dom(Layout.CATALINA);
        assertThat(dom.text(SECURE + "/@proxyPort")).isEqualTo("443");
        assertThat(dom.text(PLAIN + "/@proxyPort")).isEqualTo("80");
        assertThat(dom.text(PLAIN + "/@redirectPort")).isEqualTo("443");
        assertThat(dom.count(SECURE + "/@redirectPort")).isZero();
        assertThat(dom.count("//@proxyPort")).isEqualTo(2);
        assertThat(Dom.comments(applied.files().read(Layout.CATALINA).orElseThrow()))
                .isEqualTo(Dom.comments(MapHome.mini()
                        .resource(Layout.CATALINA, catalina)
                        .read(Layout.CATALINA)
                        .orElseThrow()));
    }

    @Test
    void aBalancerWithoutHttpLeavesThePlainConnectorWithoutProxyPort() {
        TestClusters cluster = with(TestClusters.balancer(OptionalInt.empty(), 8443, true));

        Dom dom = apply("catalina-tomcat7.xml", cluster).dom(Layout.CATALINA);

        assertThat(dom.text(SECURE + "/@proxyPort")).isEqualTo("8443");
        assertThat(dom.count(PLAIN + "/@proxyPort")).isZero();
        assertThat(dom.text(PLAIN + "/@redirectPort")).isEqualTo("8443");
    }

    @Test
    void aBalancerThatHandsTlsThroughHasItsPortsInLinksToo() {
        TestClusters cluster =
                with(TestClusters.balancer(OptionalInt.of(80), 8443, true, LoadBalancer.Tls.PASSTHROUGH));

        Dom dom = apply("catalina-tomcat9.xml", cluster).dom(Layout.CATALINA);

        assertThat(dom.text(SECURE + "/@proxyPort")).isEqualTo("8443");
        assertThat(dom.text(PLAIN + "/@proxyPort")).isEqualTo("80");
        assertThat(dom.text(PLAIN + "/@redirectPort")).isEqualTo("8443");
    }

    @Test
    void withoutABalancerOrWithoutItsConsoleNothingIsTouched() {
        assertThat(apply("catalina-tomcat9.xml", TestClusters.guide().withoutBalancer())
                        .files()
                        .changed())
                .isEmpty();
        assertThat(apply("catalina-tomcat9.xml", with(TestClusters.balancer(OptionalInt.of(80), 443, false)))
                        .files()
                        .changed())
                .isEmpty();
    }

    @Test
    void aSecondRunChangesNothing() {
        MapHome base = MapHome.mini();
        MapHome once = base.with(Applied.first(new Connectors(), base, TestClusters.guide())
                .files()
                .changed());

        assertThat(Applied.first(new Connectors(), once, TestClusters.guide())
                        .files()
                        .changed())
                .isEmpty();
    }

    @Test
    void aConsoleWithoutHttpsConnectorIsAnError() {
        MapHome base = MapHome.mini().text(Layout.CATALINA, "<Server><Service/></Server>");

        assertThatThrownBy(() -> Applied.first(new Connectors(), base, TestClusters.guide()))
                .isInstanceOf(ClusterException.class)
                .hasMessage("conf/tomcat/catalina-server.xml (EI 6.4.0, mini.zip): no <Connector> says"
                        + " SSLEnabled=\"true\", but the load balancer serves the console over HTTPS. Restore the"
                        + " connector, or set cluster/loadBalancer/console to false.");
    }

    private static TestClusters with(LoadBalancer balancer) {
        TestClusters cluster = TestClusters.guide();
        cluster.loadBalancer = Optional.of(balancer);
        return cluster;
    }

    private static Applied apply(String catalina, TestClusters cluster) {
        return Applied.first(new Connectors(), MapHome.mini().resource(Layout.CATALINA, catalina), cluster);
    }
}
