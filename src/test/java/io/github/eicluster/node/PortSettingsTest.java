package io.github.eicluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Ports;
import io.github.eicluster.product.Layout;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortSettingsTest {

    private static final String PORT = "/axisconfig/transportReceiver[@name='%s']/parameter[@name='port']";
    private static final String BIND = "/axisconfig/transportReceiver[@name='%s']/parameter[@name='bind-address']";
    private static final String SECURE = "/Server/Service/Connector[@SSLEnabled='true']";
    private static final String PLAIN = "/Server/Service/Connector[@redirectPort]";

    @Test
    void onlyTheOffsetIsWrittenIfNothingElseIsDeclared() {
        Applied applied = apply(MapHome.mini(), 2, Optional.empty(), Ports.OF_BASE);

        assertThat(applied.files().changed()).containsOnlyKeys(Layout.CARBON);
        assertThat(applied.text(Layout.CARBON))
                .isEqualTo(MapHome.mini().text(Layout.CARBON).replace("<Offset>0</Offset>", "<Offset>2</Offset>"));
    }

    @Test
    void theOffsetOfAnEarlierClusterIsReset() {
        MapHome base = MapHome.mini().replace(Layout.CARBON, "<Offset>0<", "<Offset>5<");

        assertThat(apply(base, 0, Optional.empty(), Ports.OF_BASE)
                        .dom(Layout.CARBON)
                        .text("/Server/Ports/Offset"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!--Offset>7</Offset-->"})
    void aMissingOrCommentedOffsetIsBroughtBack(String instead) {
        MapHome base = MapHome.mini().replace(Layout.CARBON, "<Offset>0</Offset>", instead);

        assertThat(apply(base, 1, Optional.empty(), Ports.OF_BASE)
                        .dom(Layout.CARBON)
                        .texts("/Server/Ports/Offset"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalina-tomcat7.xml", "catalina-tomcat9.xml"})
    void declaredPortsAreWrittenWithoutTheOffset(String catalina) {
        Ports ports = new Ports(OptionalInt.of(9280), OptionalInt.of(9283), OptionalInt.of(9555), OptionalInt.of(9888));
        MapHome base = MapHome.mini().resource(Layout.CATALINA, catalina);

        Applied applied = apply(base, 3, Optional.empty(), ports);

        assertThat(applied.dom(Layout.AXIS2).text(PORT.formatted("http"))).isEqualTo("9280");
        assertThat(applied.dom(Layout.AXIS2).text(PORT.formatted("https"))).isEqualTo("9283");
        Dom dom = applied.dom(Layout.CATALINA);
        assertThat(dom.text(SECURE + "/@port")).isEqualTo("9555");
        assertThat(dom.text(PLAIN + "/@port")).isEqualTo("9888");
        assertThat(dom.text(PLAIN + "/@redirectPort")).isEqualTo("9555");
        assertThat(dom.text("/Server/@port")).isEqualTo("8005");
    }

    @Test
    void aRedirectPortThatNamedAnotherPortStays() {
        MapHome base = MapHome.mini().replace(Layout.CATALINA, "redirectPort=\"9443\"", "redirectPort=\"443\"");
        Ports ports = new Ports(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(9555), OptionalInt.empty());

        assertThat(apply(base, 0, Optional.empty(), ports).dom(Layout.CATALINA).text(PLAIN + "/@redirectPort"))
                .isEqualTo("443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalina-tomcat7.xml", "catalina-tomcat9.xml"})
    void theBindAddressGoesToBothReceiversAndBothConnectors(String catalina) {
        MapHome base = MapHome.mini().resource(Layout.CATALINA, catalina);

        Applied applied = apply(base, 0, Optional.of("10.0.0.1"), Ports.OF_BASE);

        Dom axis2 = applied.dom(Layout.AXIS2);
        assertThat(axis2.text(BIND.formatted("http"))).isEqualTo("10.0.0.1");
        assertThat(axis2.text(BIND.formatted("https"))).isEqualTo("10.0.0.1");
        assertThat(applied.text(Layout.AXIS2)).doesNotContain("<!--parameter name=\"bind-address\"");
        assertThat(applied.dom(Layout.CATALINA).text(SECURE + "/@address")).isEqualTo("10.0.0.1");
        assertThat(applied.dom(Layout.CATALINA).text(PLAIN + "/@address")).isEqualTo("10.0.0.1");
        assertThat(applied.dom(Layout.CATALINA).count("//@address")).isEqualTo(2);
    }

    @Test
    void aPortForAReceiverThatIsNotLiveIsAnError() {
        MapHome base = MapHome.mini().text(Layout.AXIS2, "<axisconfig></axisconfig>");
        Ports ports = new Ports(OptionalInt.of(9280), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

        assertThatThrownBy(() -> apply(base, 0, Optional.empty(), ports))
                .isInstanceOf(ClusterException.class)
                .hasMessage("conf/axis2/axis2.xml (EI 6.4.0, mini.zip): there is no live transportReceiver 'http' that"
                        + " could listen on port 9280. Restore it, or remove ports/http from the POM.");
    }

    @Test
    void aConsolePortWithoutItsConnectorIsAnError() {
        MapHome base = MapHome.mini().text(Layout.CATALINA, "<Server><Service/></Server>");
        Ports ports = new Ports(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(9555), OptionalInt.empty());

        assertThatThrownBy(() -> apply(base, 0, Optional.empty(), ports))
                .isInstanceOf(ClusterException.class)
                .hasMessage("conf/tomcat/catalina-server.xml (EI 6.4.0, mini.zip): ports/console needs exactly one"
                        + " HTTPS <Connector>, but there are 0. Set their ports in the file, or remove ports/console"
                        + " from the POM.");
    }

    private static Applied apply(MapHome base, int offset, Optional<String> bindAddress, Ports ports) {
        TestClusters cluster =
                TestClusters.of(TestClusters.node("node1", Optional.of("10.0.0.1"), offset, 4100, bindAddress, ports));
        return Applied.first(new PortSettings(), base, cluster);
    }
}
