package io.github.eicluster.node;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.Home;
import io.github.eicluster.product.Layout;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeystoresTest {

    private static final String OLD = "wso2carbon.jks";
    private static final String HTTPS = "//%s[@name='https']/parameter[@name='keystore']/KeyStore/";

    @ParameterizedTest
    @MethodSource("io.github.eicluster.node.Swaps#homes")
    void noLiveReferenceToTheOldKeyStoreIsLeft(StockHome home) throws IOException {
        Home after = new Laid(home, Swaps.swapped(home).changed());

        for (String path : after.files()) {
            byte[] content = after.read(path).orElseThrow();
            if (!path.startsWith("conf/") || !new String(content, ISO_8859_1).contains("wso2carbon")) {
                continue;
            }
            if (path.endsWith(".xml")) {
                Dom dom = Dom.of(content);
                assertThat(dom.texts("//text() | //@*")).as(path).noneMatch(text -> text.contains(OLD));
                assertThat(dom.texts("//KeyStore/Password | //KeyStore/KeyPassword | //InternalKeyStore/Password"
                                + " | //InternalKeyStore/KeyPassword | //@keystorePass | //@certificateKeystorePassword"
                                + " | //KeyStore/KeyAlias | //InternalKeyStore/KeyAlias | //@certificateKeyAlias"))
                        .as(path)
                        .doesNotContain("wso2carbon");
            } else if (path.endsWith(".properties")) {
                assertThat(properties(content).values()).as(path).noneMatch(value -> ((String) value).contains(OLD));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.eicluster.node.Swaps#homes")
    void everyPlaceNamesItsStore(StockHome home) throws IOException {
        Home after = new Laid(home, Swaps.swapped(home).changed());

        Dom carbon = Dom.of(after.read(Layout.CARBON).orElseThrow());
        for (String name :
                home.version().atLeast(6, 4) ? List.of("KeyStore", "InternalKeyStore") : List.of("KeyStore")) {
            assertStore(carbon, "/Server/Security/" + name + "/", "${carbon.home}/", Swaps.INTERNAL);
            assertThat(carbon.text("/Server/Security/" + name + "/KeyAlias")).isEqualTo("ei-internal");
            assertThat(carbon.text("/Server/Security/" + name + "/KeyPassword"))
                    .isEqualTo(Swaps.INTERNAL.password().reveal());
        }
        for (String file : List.of(Layout.AXIS2, Layout.AXIS2_NHTTP, Layout.AXIS2_PT)) {
            if (home.read(file).isPresent()) {
                Dom axis2 = Dom.of(after.read(file).orElseThrow());
                for (String transport : List.of("transportReceiver", "transportSender")) {
                    assertStore(axis2, HTTPS.formatted(transport), "", Swaps.TLS);
                    assertThat(axis2.text(HTTPS.formatted(transport) + "KeyPassword"))
                            .isEqualTo(Swaps.TLS.password().reveal());
                }
            }
        }
        assertCatalina(home, Dom.of(after.read(Layout.CATALINA).orElseThrow()));
        Dom identity = Dom.of(after.read(Layout.IDENTITY).orElseThrow());
        assertThat(identity.text("//ThirftBasedEntitlementConfig/KeyStore/Location"))
                .isEqualTo("${carbon.home}/" + Swaps.INTERNAL.path());
        assertThat(identity.text("//ThirftBasedEntitlementConfig/KeyStore/Password"))
                .isEqualTo(Swaps.INTERNAL.password().reveal());
        if (home.read(Layout.CIPHER_STANDALONE).isPresent()) {
            assertThat(properties(after.read(Layout.CIPHER_STANDALONE).orElseThrow()))
                    .containsEntry("primary.key.location", Swaps.INTERNAL.path())
                    .containsEntry("primary.key.type", "JKS")
                    .containsEntry("primary.key.alias", "ei-internal");
        }
    }

    private static void assertStore(Dom dom, String holder, String prefix, Keystore store) {
        assertThat(dom.text(holder + "Location")).isEqualTo(prefix + store.path());
        assertThat(dom.text(holder + "Type")).isEqualTo(store.type());
        assertThat(dom.text(holder + "Password")).isEqualTo(store.password().reveal());
    }

    private static void assertCatalina(StockHome home, Dom catalina) {
        boolean newer = home.version().atLeast(6, 6);
        String path = "//Connector[@SSLEnabled='true']" + (newer ? "/SSLHostConfig/Certificate" : "");
        assertThat(catalina.text(path + (newer ? "/@certificateKeystoreFile" : "/@keystoreFile")))
                .isEqualTo("${carbon.home}/" + Swaps.TLS.path());
        assertThat(catalina.text(path + (newer ? "/@certificateKeystorePassword" : "/@keystorePass")))
                .isEqualTo(Swaps.TLS.password().reveal());
        if (newer) {
            assertThat(catalina.text(path + "/@certificateKeyAlias")).isEqualTo("ei-tls");
            assertThat(catalina.text(path + "/@certificateKeystoreType")).isEqualTo("JKS");
            assertThat(catalina.text("//SSLHostConfig/@truststorePassword")).isEqualTo("wso2carbon");
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.eicluster.node.Swaps#homes")
    void noOtherByteChanges(StockHome home) {
        NodeFiles files = Swaps.swapped(home);

        assertThat(files.problems()).isEmpty();
        files.changed()
                .forEach((path, content) -> assertThat(back(new String(content, ISO_8859_1)))
                        .as(path)
                        .isEqualTo(new String(home.read(path).orElseThrow(), ISO_8859_1)));
    }

    private static String back(String text) {
        return text.replace("ei-internal.jks", OLD)
                .replace("ei-tls.jks", OLD)
                .replace("inner-1a&amp;&lt;2b", "wso2carbon")
                .replace("inner-1a&<2b", "wso2carbon")
                .replaceAll("outer-3c(\"|&quot;)4d", "wso2carbon")
                .replaceAll("\\bei-(internal|tls)\\b", "wso2carbon");
    }

    @ParameterizedTest
    @MethodSource("io.github.eicluster.node.Swaps#homes")
    void aHomeThatIsSwappedStaysAsItIs(StockHome home) {
        Home once = new Laid(home, Swaps.swapped(home).changed());
        NodeFiles twice = Swaps.swapped(once);

        assertThat(twice.changed()).isEmpty();
        assertThat(twice.problems()).isEmpty();
    }

    @Test
    void onlyPlacesThatAreSwappedChange() {
        StockHome home = Swaps.miniature("6.6.0");
        String id = "conf/carbon.xml#/Server/Security/InternalKeyStore";
        NodeFiles files = Swaps.apply(home, new NodeKeystores(Map.of(id, Swaps.INTERNAL)), new Keystores());

        assertThat(files.changed()).containsOnlyKeys(Layout.CARBON);
        Dom carbon = Dom.of(files.read(Layout.CARBON).orElseThrow());
        assertThat(carbon.text("/Server/Security/KeyStore/Password")).isEqualTo("wso2carbon");
        assertThat(carbon.text("/Server/Security/InternalKeyStore/KeyAlias")).isEqualTo("ei-internal");
    }

    @Test
    void theToolOfTheVaultGetsTheNewPasswords() throws IOException {
        for (String version : List.of("6.4.0", "6.6.0")) {
            NodeFiles files = Swaps.swapped(Swaps.miniature(version));
            Properties values = properties(files.read(Layout.CIPHER_TEXT).orElseThrow());

            assertThat(values)
                    .containsEntry("Carbon.Security.KeyStore.Password", "[inner-1a&<2b]")
                    .containsEntry("Carbon.Security.KeyStore.KeyPassword", "[inner-1a&<2b]")
                    .containsEntry("Carbon.Security.TrustStore.Password", "[wso2carbon]")
                    .containsEntry("Datasources.WSO2_CARBON_DB.Configuration.Password", "[wso2carbon]")
                    .containsValue("[outer-3c\"4d]");
            assertThat(files.clearSecrets()).containsKey(Layout.CIPHER_TEXT);
        }
    }

    @Test
    void valuesThatTheToolCannotTakeAreTold() {
        StockHome home = Swaps.miniature("6.4.0");
        Keystore bracket = Swaps.store("ei-internal.jks", "JKS", "ei-internal", "a]b");
        String values = "Carbon.Security.KeyStore.Password=[wso2carbon]\nServer.Service.Connector.keystorePass=Zm9v\n";
        Home changed = new Laid(home, Map.of(Layout.CIPHER_TEXT, values.getBytes(ISO_8859_1)));
        NodeFiles files = Swaps.apply(changed, Swaps.all(changed, bracket, Swaps.TLS), new Keystores());

        assertThat(files.changed()).doesNotContainKey(Layout.CIPHER_TEXT);
        assertThat(files.problems().stream().map(Problem::text))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text)
                                .contains("cipher-text.properties", ":1:", "cuts a password")
                                .doesNotContain("a]b"),
                        text -> assertThat(text).contains(":2:", "keystorePass' is encrypted"));
    }

    private static Properties properties(byte[] content) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(new String(content, ISO_8859_1)));
        return properties;
    }
}
