package io.github.eicluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.product.Layout;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TransportsTest {

    private static final String PREFIX = "/axisconfig/transportReceiver[@name='%s']/parameter[@name='WSDLEPRPrefix']";

    @Test
    void theCommentedSampleOfEachReceiverBecomesTheBalancersAddress() {
        Applied applied = apply(MapHome.mini(), TestClusters.guide());

        assertThat(prefix(applied, "http")).isEqualTo("http://ei.wso2.com:80");
        assertThat(prefix(applied, "https")).isEqualTo("https://ei.wso2.com:443");
        assertThat(applied.text(Layout.AXIS2))
                .contains(
                        "        <parameter name=\"WSDLEPRPrefix\" locked=\"false\">http://ei.wso2.com:80</parameter>\n")
                .doesNotContain("https://balancer:port/path");
        assertThat(applied.dom(Layout.AXIS2).count("//parameter[@name='WSDLEPRPrefix']"))
                .isEqualTo(2);
        assertThat(applied.problems()).isEmpty();
    }

    @Test
    void withoutABalancerNothingIsTouched() {
        assertThat(apply(MapHome.mini(), TestClusters.guide().withoutBalancer())
                        .files()
                        .changed())
                .isEmpty();
    }

    @Test
    void aBalancerWithHttpsOnlyIsNamedInBothReceivers() {
        TestClusters cluster = TestClusters.guide();
        cluster.loadBalancer = Optional.of(TestClusters.balancer(OptionalInt.empty(), 8443, true));

        Applied applied = apply(MapHome.mini(), cluster);

        assertThat(prefix(applied, "http")).isEqualTo("https://ei.wso2.com:8443");
        assertThat(prefix(applied, "https")).isEqualTo("https://ei.wso2.com:8443");
    }

    @Test
    void anIpv6HostNameStandsInBrackets() {
        TestClusters cluster = TestClusters.guide();
        cluster.hostName = "2001:db8::9";

        assertThat(prefix(apply(MapHome.mini(), cluster), "https")).isEqualTo("https://[2001:db8::9]:443");
    }

    @Test
    void aHandMadeFileWithNhttpListenersIsChangedInPlaceAndCompleted() {
        MapHome base = MapHome.mini().resource(Layout.AXIS2, "axis2-hand-made.xml");

        Applied applied = apply(base, TestClusters.guide());

        assertThat(prefix(applied, "http")).isEqualTo("http://ei.wso2.com:80");
        assertThat(applied.text(Layout.AXIS2))
                .contains("<parameter   locked='false' name='WSDLEPRPrefix' >https://ei.wso2.com:443</parameter>");
        assertThat(applied.problems()).isEmpty();
    }

    @Test
    void aRemovedReceiverIsNotBroughtBack() {
        String text = MapHome.mini().text(Layout.AXIS2);
        int start = text.indexOf("     <transportReceiver name=\"http\"");
        int end = text.indexOf("     <transportReceiver name=\"https\"");
        MapHome base = MapHome.mini().text(Layout.AXIS2, text.substring(0, start) + text.substring(end));

        Applied applied = apply(base, TestClusters.guide());

        assertThat(applied.dom(Layout.AXIS2).count("/axisconfig/transportReceiver[@name='http']"))
                .isZero();
        assertThat(prefix(applied, "https")).isEqualTo("https://ei.wso2.com:443");
        assertThat(applied.text(Layout.AXIS2)).contains("<!--transportReceiver name=\"http\" class=\"mini.Decoy\">");
    }

    @Test
    void aForeignListenerClassIsWarnedOf() {
        MapHome base = MapHome.mini()
                .replace(Layout.AXIS2, "org.apache.synapse.transport.passthru.PassThroughHttpListener", "own.Listener");

        Applied applied = apply(base, TestClusters.guide());

        assertThat(applied.problems())
                .containsExactly("conf/axis2/axis2.xml (EI 6.4.0, mini.zip):6: 'own.Listener' of the receiver http is"
                        + " neither a PassThrough nor an NHTTP listener, and may not know WSDLEPRPrefix: look at the"
                        + " addresses in a WSDL, or use the shipped class.");
        assertThat(applied.files().problems().get(0).isError()).isFalse();
    }

    private static Applied apply(MapHome base, TestClusters cluster) {
        return Applied.first(new Transports(), base, cluster);
    }

    private static String prefix(Applied applied, String receiver) {
        return applied.dom(Layout.AXIS2).text(PREFIX.formatted(receiver));
    }
}
