package io.github.eicluster.node;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.KeystoreReference;
import io.github.eicluster.model.KeystoreReference.Use;
import io.github.eicluster.model.NodeStores;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoreReaderTest {

    private static final String KEYSTORE = "/axisconfig/%s/parameter[@name='keystore']/KeyStore";

    @ParameterizedTest
    @MethodSource("io.github.eicluster.node.Swaps#homes")
    void everyShippedPlaceNamesAStoreOfTheHomeWithThePublishedPassword(StockHome home) {
        NodeStores stores = Swaps.stores(home);

        for (KeystoreReference reference : stores.references()) {
            String file = reference.use() == Use.TRUST ? "client-truststore.jks" : "wso2carbon.jks";
            assertThat(reference.path()).as(reference.id()).contains(Swaps.SECURITY + file);
            assertThat(reference.type()).isEqualTo("JKS");
            if (!reference.id().startsWith(Layout.CIPHER_STANDALONE)) {
                assertThat(reference.password())
                        .as(reference.id())
                        .contains(new Secret("wso2carbon", Secret.Source.DEFAULT));
            }
            assertThat(reference.active()).isEqualTo(!reference.id().matches("conf/axis2/axis2_.*"));
        }
        assertThat(stores.files())
                .containsOnlyKeys(Swaps.SECURITY + "wso2carbon.jks", Swaps.SECURITY + "client-truststore.jks");
    }

    @ParameterizedTest
    @MethodSource("io.github.eicluster.node.Swaps#homes")
    void theNumberOfPlacesIsThatOfTheVersion(StockHome home) {
        boolean inner = home.version().atLeast(6, 4);
        boolean templates = home.read(Layout.AXIS2_NHTTP).isPresent();
        boolean both = home.read(Layout.AXIS2_PT).isPresent();
        int axis2 = 1 + (templates ? 1 : 0) + (both ? 1 : 0);
        int cipher = home.read(Layout.CIPHER_STANDALONE).isPresent() ? 1 : 0;
        Map<Use, List<String>> ids = Swaps.stores(home).references().stream()
                .collect(groupingBy(KeystoreReference::use, mapping(KeystoreReference::id, toList())));

        assertThat(ids.get(Use.INTERNAL)).hasSize(2 + (inner ? 1 : 0) + cipher);
        assertThat(ids.get(Use.TLS)).hasSize(1 + 2 * axis2);
        assertThat(ids.get(Use.TRUST)).hasSize(1 + 2 * axis2 + (home.version().atLeast(6, 6) ? 1 : 0));
        assertThat(ids.get(Use.INTERNAL).get(0))
                .isEqualTo("conf/carbon.xml#/Server/Security/" + (inner ? "InternalKeyStore" : "KeyStore"));
        assertThat(ids.get(Use.TLS))
                .contains(Layout.AXIS2 + "#" + KEYSTORE.formatted("transportReceiver[@name='https']"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aliasesAndLinesAreTold() {
        KeystoreReference reference =
                Swaps.reference(Swaps.miniature("6.6.0"), "conf/carbon.xml#/Server/Security/KeyStore");

        assertThat(reference.alias()).contains("wso2carbon");
        assertThat(reference.place()).matches("conf/carbon.xml line \\d+");
        assertThat(reference.location()).isEqualTo("${carbon.home}/repository/resources/security/wso2carbon.jks");
    }

    @Test
    void aPasswordOfTheVaultIsNotAPassword() {
        MapHome home = MapHome.mini()
                .text(
                        Layout.CARBON,
                        "<Server xmlns:svns='urn:v'><Security><KeyStore><Location>a.jks</Location>"
                                + "<Password svns:secretAlias='a.b'>password</Password></KeyStore></Security></Server>")
                .replace(
                        Layout.CATALINA,
                        "keystoreFile=",
                        "keystorePass='password' svns:secretAlias='Server.Service.Connector.keystorePass'"
                                + " xmlns:svns='urn:v' keystoreFile=");

        assertThat(Swaps.stores(home).references())
                .filteredOn(reference -> !reference.id().startsWith("conf/axis2"))
                .isNotEmpty()
                .allMatch(reference -> reference.password().isEmpty());
    }

    @Test
    void aStoreOutsideTheHomeHasNoPath() {
        MapHome home = MapHome.mini().replace(Layout.CATALINA, "${carbon.home}/store.jks", "/etc/own.jks");

        assertThat(Swaps.stores(home).references())
                .filteredOn(reference -> reference.location().equals("/etc/own.jks"))
                .singleElement()
                .extracting(KeystoreReference::path)
                .isEqualTo(Optional.empty());
    }

    @Test
    void theOverlayWins() {
        StockHome base = Swaps.miniature("6.6.0");
        String path = Swaps.SECURITY + "wso2carbon.jks";
        NodeStores stores = Swaps.stores(base, MapHome.empty("overlay").bytes(path, new byte[] {7}));

        assertThat(stores.files().get(path)).containsExactly(7);
    }

    @Test
    void aBaseWithoutAFileThatAllHaveIsRefused() {
        MapHome home = MapHome.empty("half.zip").resource(Layout.AXIS2, "axis2.xml");

        assertThatThrownBy(() -> Swaps.stores(home))
                .isInstanceOf(BaseFileException.class)
                .hasMessageContaining("conf/carbon.xml is missing");
        assertThatThrownBy(() -> Swaps.stores(home.text(Layout.CARBON, "<Server><a></Server>")))
                .isInstanceOf(BaseFileException.class)
                .hasMessageContaining("half.zip");
    }
}
