package io.github.eicluster.node;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.Home;
import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeystoreLeftoversTest {

    private static List<String> leftovers(Home home) {
        return Swaps.apply(home, Swaps.all(home), new Keystores(), new KeystoreLeftovers()).problems().stream()
                .map(Problem::text)
                .toList();
    }

    private static List<String> with(String path, String text) {
        return leftovers(new Laid(Swaps.miniature("6.6.0"), Map.of(path, text.getBytes(ISO_8859_1))));
    }

    @ParameterizedTest
    @MethodSource("io.github.eicluster.node.Swaps#homes")
    void aShippedHomeHasNone(StockHome home) {
        assertThat(leftovers(home)).isEmpty();
    }

    @Test
    void filesOfFeaturesAreToldLineByLine() {
        assertThat(leftovers(Swaps.variant("keystores")))
                .satisfiesExactly(
                        text -> assertThat(text)
                                .contains("EndpointConfig.properties", ":2:", "key store wso2carbon.jks"),
                        text -> assertThat(text).contains("EndpointConfig.properties", ":3:", "alias or the password"),
                        text -> assertThat(text).contains("conf/sec.policy", ":2:", "key store wso2carbon.jks"),
                        text -> assertThat(text).contains("conf/sec.policy", ":4:", "alias or the password"));
    }

    @Test
    void nothingIsLookedForIfNothingWasSwapped() {
        NodeFiles files = Swaps.apply(Swaps.variant("keystores"), NodeKeystores.UNCHANGED, new KeystoreLeftovers());

        assertThat(files.problems()).isEmpty();
    }

    @Test
    void aLiveVaultIsTold() {
        assertThat(with("conf/security/secret-conf.properties", """
            #keystore.identity.alias=wso2carbon
            keystore.identity.location=security/wso2carbon.jks
            keystore.identity.alias = wso2carbon
            """))
                .satisfiesExactly(
                        text -> assertThat(text).contains(":2:"),
                        text -> assertThat(text).contains(":3:"));
    }

    @Test
    void trustStoresThatStayAndCommentsAndOtherWordsAreNoLeftovers() {
        assertThat(with("conf/data-bridge/data-agent-config.xml", """
            <DataAgentsConfiguration>
              <!-- <KeyStore>wso2carbon.jks</KeyStore><Password>wso2carbon</Password> -->
              <TrustSore>repository/resources/security/client-truststore.jks</TrustSore>
              <TrustSorePassword>wso2carbon</TrustSorePassword>
              <TrustStore>
                <Password>
                   wso2carbon
                </Password>
              </TrustStore>
              <Log>logs/wso2carbon.log</Log><Old>my-wso2carbon.jks</Old><Prose>the wso2carbon server</Prose>
            </DataAgentsConfiguration>
            """)).isEmpty();
    }

    @Test
    void anUnknownPasswordOfAKnownFileIsTold() {
        String axis2 = new String(Swaps.miniature("6.6.0").read(Layout.AXIS2).orElseThrow(), ISO_8859_1)
                .replaceFirst(
                        "</transportReceiver>",
                        "<parameter name='SSLProfiles'><profile><KeyStore><Location>"
                                + "x/wso2carbon.jks</Location>\n<Password>wso2carbon</Password></KeyStore></profile></parameter>"
                                + "</transportReceiver>");

        assertThat(with(Layout.AXIS2, axis2))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("conf/axis2/axis2.xml", "cluster/edits"));
    }

    @Test
    void aPasswordIsNeverShown() {
        Home home = new Laid(
                Swaps.miniature("6.6.0"),
                Map.of(
                        Layout.CATALINA,
                        "<Server><Service><Connector SSLEnabled='true' keystoreFile='s/own.jks' keystorePass='hu&amp;sh'/></Service></Server>"
                                .getBytes(ISO_8859_1),
                        "conf/other.xml",
                        "<a>\n<b x='hu&amp;sh'/></a>".getBytes(ISO_8859_1)));

        assertThat(leftovers(home))
                .singleElement()
                .satisfies(text ->
                        assertThat(text).contains("conf/other.xml", ":2:").doesNotContain("hu&"));
    }
}
