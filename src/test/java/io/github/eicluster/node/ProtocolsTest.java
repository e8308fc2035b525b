package io.github.eicluster.node;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.product.Home;
import io.github.eicluster.product.Layout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolsTest {

    private static final String ADDED =
            "(?m)^ *<parameter name=\"HttpsProtocols\" locked=\"false\">TLSv1.2</parameter>\r?\n";

    private static NodeFiles applied(Home home) {
        return Swaps.apply(home, NodeKeystores.UNCHANGED, new Protocols());
    }

    @ParameterizedTest
    @MethodSource("io.github.eicluster.node.Swaps#homes")
    void listenersSpeakTheDeclaredVersionsOnly(StockHome home) {
        Home after = new Laid(home, applied(home).changed());

        for (String file : List.of(Layout.AXIS2, Layout.AXIS2_NHTTP, Layout.AXIS2_PT)) {
            after.read(file)
                    .ifPresent(content -> assertThat(Dom.of(content)
                                    .texts("//transportReceiver[@name='https']/parameter[@name='HttpsProtocols']"))
                            .as(file)
                            .containsExactly("TLSv1.2"));
        }
        Dom catalina = Dom.of(after.read(Layout.CATALINA).orElseThrow());
        if (home.version().atLeast(6, 6)) {
            assertThat(catalina.texts("//SSLHostConfig/@protocols")).containsExactly("+TLSv1.2");
            assertThat(catalina.texts("//@sslEnabledProtocols")).isEmpty();
        } else {
            assertThat(catalina.texts("//@sslEnabledProtocols")).containsExactly("TLSv1.2");
        }
        assertThat(applied(after).changed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.github.eicluster.node.Swaps#homes")
    void noOtherByteChanges(StockHome home) {
        applied(home).changed().forEach((path, content) -> {
            String before = new String(home.read(path).orElseThrow(), ISO_8859_1);
            String after = new String(content, ISO_8859_1).replaceAll(ADDED, "");
            assertThat(after)
                    .as(path)
                    .isEqualTo(before.replace("TLSv1,TLSv1.1,TLSv1.2", "TLSv1.2")
                            .replace("+TLSv1,+TLSv1.1,+TLSv1.2", "+TLSv1.2"));
        });
    }

    @Test
    void whatSaysTheSameStays() {
        MapHome home = MapHome.mini()
                .text(
                        Layout.CATALINA,
                        "<Server><Service><Connector SSLEnabled='true'><SSLHostConfig protocols=' TLSv1.2 '/>"
                                + "</Connector><Connector SSLEnabled='true'/></Service></Server>");

        assertThat(new String(applied(home).read(Layout.CATALINA).orElseThrow(), ISO_8859_1))
                .isEqualTo(
                        "<Server><Service><Connector SSLEnabled='true'><SSLHostConfig protocols=' TLSv1.2 '/>"
                                + "</Connector><Connector SSLEnabled='true' sslEnabledProtocols=\"TLSv1.2\"/></Service></Server>");
    }
}
