package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.eicluster.certs.CertificatePlan.Summary;
import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.NodeStores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The usual case: two nodes with the vendor's keys, a load balancer, nothing declared. */
class CertificatePlannerTest {

    private static final String INTERNAL = "repository/resources/security/ei-internal.jks";
    private static final String TLS = "repository/resources/security/ei-tls.jks";

    @TempDir
    Path temporary;

    /** DESIGN 7, 16: two stores, always. */
    @Test
    void everyPlaceWithTheVendorsKeyNamesTheInternalOrTheTlsStore() {
        CertificatePlan plan = Builds.fresh(temporary).build();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.keystores()).containsOnlyKeys("node1", "node2");
        for (String id : List.of("node1", "node2")) {
            Map<String, Keystore> swaps = plan.keystores().get(id).swaps();
            assertThat(swaps).hasSize(7);
            BaseStores.INTERNAL_PLACES.forEach(place ->
                    assertThat(swaps.get(place)).extracting(Keystore::path).isEqualTo(INTERNAL));
            BaseStores.TLS_PLACES.forEach(place ->
                    assertThat(swaps.get(place)).extracting(Keystore::path).isEqualTo(TLS));
            assertThat(swaps.get(BaseStores.PRIMARY).alias()).contains("ei-internal");
            assertThat(swaps.get(BaseStores.TOMCAT).alias()).contains("ei-tls");
        }
    }

    /** DESIGN 7, 18: key password = store password, one private key per store, wso2carbon.jks is not touched. */
    @Test
    void everyStoreOpensWithWhatThePlacesSayAndHoldsOneKey() {
        Builds builds = Builds.second(temporary);
        CertificatePlan plan = builds.build();
        assertThat(plan.nodeFiles()).containsOnlyKeys("node1", "node2");
        for (NodeStores node : builds.stores) {
            Map<String, byte[]> files = plan.nodeFiles().get(node.nodeId());
            assertThat(files).containsOnlyKeys(INTERNAL, TLS, BaseStores.TRUST);
            Collection<Keystore> named =
                    plan.keystores().get(node.nodeId()).swaps().values();
            assertThat(named).extracting(Keystore::path).contains(INTERNAL, TLS);
            for (Keystore keystore : named) {
                StoreFile file = StoreFile.open(files.get(keystore.path()), keystore.password());
                assertThat(file.type()).isEqualTo(keystore.type()).isEqualTo("JKS");
                assertThat(file.keyAliases()).containsExactly(keystore.alias().orElseThrow());
                assertThat(file.entry(keystore.alias().get(), keystore.password())
                                .key())
                        .isNotNull();
                assertThat(keystore.password().reveal()).hasSizeGreaterThan(15);
            }
            assertThat(StoreFile.open(files.get(BaseStores.TRUST), BaseStores.PASSWORD)
                            .trusted())
                    .containsKeys("lb-ei.wso2.com", "internal-ei.wso2.com");
        }
        assertThat(keyOf(plan, "node1", BaseStores.PRIMARY))
                .isEqualTo(keyOf(plan, "node2", BaseStores.INTERNAL_KEY_STORE))
                .isNotEqualTo(keyOf(plan, "node1", BaseStores.TOMCAT));
    }

    @Test
    void theFolderCertsHasWhatBalancerAndClientsNeed() throws Exception {
        Builds builds = Builds.second(temporary);
        CertificatePlan plan = builds.build();
        assertThat(plan.files()).containsOnlyKeys("ca.crt", "nodes.crt", "server.crt", "server.csr", "server.key");
        assertThat(plan.ownerOnly()).containsExactly("server.key");
        X509Certificate ca = only(plan.files().get("ca.crt"));
        X509Certificate server = only(plan.files().get("server.crt"));
        server.verify(ca.getPublicKey());
        assertThat(server.getSubjectX500Principal().getName()).isEqualTo("CN=ei.wso2.com");
        assertThat(SubjectNames.of(server.getSubjectAlternativeNames()))
                .containsExactly("ei.wso2.com", "ui.ei.wso2.com");
        assertThat(only(plan.files().get("nodes.crt"))).isEqualTo(ca);
        assertThat(Pem.key(plan.files().get("server.key"), Optional.empty()))
                .isEqualTo(builds.key("load-balancer").key());
        assertThat(new String(plan.files().get("server.csr"), StandardCharsets.US_ASCII))
                .startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        X509Certificate tls = builds.key("node").certificate();
        assertThat(SubjectNames.of(tls.getSubjectAlternativeNames()))
                .containsExactly(
                        "ei.wso2.com", "ui.ei.wso2.com", "192.168.57.11", "192.168.57.12", "localhost", "127.0.0.1");
    }

    @Test
    void twoBuildsGiveTheSameBytes() {
        Builds builds = Builds.fresh(temporary);
        CertificatePlan first = builds.build();
        CertificatePlan second = builds.later(1).build();
        assertThat(bytes(second)).isEqualTo(bytes(first));
        assertThat(second.keystores()).isEqualTo(first.keystores());
        assertThat(second.internalKeyFingerprint()).isEqualTo(first.internalKeyFingerprint());
        assertThat(first.messages()).hasSize(5);
        assertThat(second.messages()).isEmpty();
    }

    /** DESIGN 7, 15. */
    @Test
    void aThirdNodeKeepsTheInternalKeyAndGetsANewTlsCertificateOnTheSameKey() throws Exception {
        Builds builds = Builds.second(temporary);
        CertificatePlan before = builds.build();
        KeyEntry tls = builds.key("node");
        KeyEntry internal = builds.key("internal");
        CertificatePlan after = builds.add("node3", "192.168.57.13").build();
        assertThat(builds.key("internal")).isEqualTo(internal);
        assertThat(after.internalKeyFingerprint())
                .isEqualTo(before.internalKeyFingerprint())
                .contains(Fingerprints.of(internal.certificate().getPublicKey()));
        assertThat(after.nodeFiles().get("node3").get(INTERNAL))
                .isEqualTo(before.nodeFiles().get("node1").get(INTERNAL));
        assertThat(builds.key("node").key()).isEqualTo(tls.key());
        assertThat(builds.key("node").certificate()).isNotEqualTo(tls.certificate());
        assertThat(SubjectNames.of(builds.key("node").certificate().getSubjectAlternativeNames()))
                .contains("192.168.57.13");
        assertThat(password(after, "node3")).isEqualTo(password(before, "node1"));
        assertThat(after.messages())
                .singleElement()
                .asString()
                .contains("TLS", "same key", "192.168.57.13", "2028-11-23");
        assertThat(after.nodeFiles().get("node1").get(TLS))
                .isNotEqualTo(before.nodeFiles().get("node1").get(TLS));
    }

    /** DESIGN 7, 17. */
    @Test
    void aNewStoreIsToldWithItsPlaceAndTheLineToPaste() {
        Builds builds = Builds.fresh(temporary);
        CertificatePlan plan = builds.build();
        String fingerprint = plan.internalKeyFingerprint().orElseThrow();
        assertThat(plan.messages())
                .anySatisfy(message -> assertThat(message)
                        .contains(
                                builds.folder().toString(),
                                "<internalKeyFingerprint>" + fingerprint + "</internalKeyFingerprint>"));
    }

    @Test
    void noPasswordIsEverShown() {
        Builds builds = Builds.fresh(temporary);
        CertificatePlan plan = builds.build();
        String shown = plan.messages() + " " + plan.problems() + " " + plan.summary() + " " + plan.keystores();
        plan.keystores()
                .get("node1")
                .swaps()
                .values()
                .forEach(keystore ->
                        assertThat(shown).doesNotContain(keystore.password().reveal()));
    }

    @Test
    void theSummaryHasEveryCertificateInUse() {
        CertificatePlan plan = Builds.second(temporary).build();
        assertThat(plan.summary())
                .extracting(Summary::purpose, Summary::subject, Summary::origin)
                .containsExactly(
                        tuple("cluster CA", "CN=wso2.ei.domain CA", "generated"),
                        tuple("load balancer", "CN=ei.wso2.com", "generated"),
                        tuple("TLS of the nodes", "CN=ei.wso2.com", "generated"),
                        tuple("internal key", "CN=wso2.ei.domain internal key", "generated"));
        assertThat(plan.summary()).extracting(Summary::ends).contains("2036-11-21", "2028-11-23");
    }

    @Test
    void perNodeEachNodeHasAKeyForItsOwnHosts() throws Exception {
        Builds builds = Builds.second(temporary);
        builds.wanted.perNode = true;
        CertificatePlan plan = builds.build();
        assertThat(builds.keyNames()).contains("node-node1.pem", "node-node2.pem");
        X509Certificate first = builds.key("node-node1").certificate();
        assertThat(SubjectNames.of(first.getSubjectAlternativeNames()))
                .containsExactly("ei.wso2.com", "ui.ei.wso2.com", "192.168.57.11", "localhost", "127.0.0.1");
        assertThat(keyOf(plan, "node1", BaseStores.TOMCAT)).isNotEqualTo(keyOf(plan, "node2", BaseStores.TOMCAT));
        assertThat(keyOf(plan, "node1", BaseStores.PRIMARY)).isEqualTo(keyOf(plan, "node2", BaseStores.PRIMARY));
        assertThat(plan.summary()).extracting(Summary::purpose).contains("TLS of node1", "TLS of node2");
    }

    @Test
    void withoutACaEachCertificateSignsItself() throws Exception {
        Builds builds = Builds.fresh(temporary);
        builds.wanted.ca = false;
        CertificatePlan plan = builds.build();
        assertThat(plan.files()).doesNotContainKey("ca.crt");
        assertThat(builds.keyNames()).containsExactly("internal.pem", "load-balancer.pem", "node.pem");
        X509Certificate node = only(plan.files().get("nodes.crt"));
        node.verify(node.getPublicKey());
        assertThat(node).isEqualTo(builds.key("node").certificate());
        Map<String, X509Certificate> trusted = StoreFile.open(
                        plan.nodeFiles().get("node1").get(BaseStores.TRUST), BaseStores.PASSWORD)
                .trusted();
        assertThat(trusted.get("lb-ei.wso2.com")).isEqualTo(only(plan.files().get("server.crt")));
        assertThat(trusted.get("node-ei.wso2.com")).isEqualTo(node);
        assertThat(trusted).doesNotContainKey("ca-ei.wso2.com");
    }

    @Test
    void pkcs12IsWrittenIfWanted() {
        Builds builds = Builds.second(temporary);
        builds.wanted.storeType = Certificates.StoreType.PKCS12;
        CertificatePlan plan = builds.build();
        Keystore named = plan.keystores().get("node1").swaps().get(BaseStores.TOMCAT);
        assertThat(named.type()).isEqualTo("PKCS12");
        assertThat(named.path()).endsWith("ei-tls.p12");
        StoreFile file = StoreFile.open(plan.nodeFiles().get("node1").get(named.path()), named.password());
        assertThat(file.type()).isEqualTo("PKCS12");
        assertThat(file.entry("ei-tls", named.password()).key())
                .isEqualTo(builds.key("node").key());
    }

    @Test
    void declaredPasswordsOpenTheStoresAndServerKey() {
        Builds builds = Builds.second(temporary);
        builds.wanted.node = WantedCertificates.generated(
                Optional.of(Builds.secret("tls-password")), List.of("more.example.com"), Optional.empty());
        builds.wanted.loadBalancer = WantedCertificates.generated(
                Optional.of(Builds.secret("lb-password")), List.of("shop.example.com"), Optional.empty());
        CertificatePlan plan = builds.build();
        Keystore named = plan.keystores().get("node1").swaps().get(BaseStores.TOMCAT);
        assertThat(named.password().reveal()).isEqualTo("tls-password");
        assertThat(StoreFile.open(plan.nodeFiles().get("node1").get(TLS), named.password())
                        .keyAliases())
                .containsExactly("ei-tls");
        String key = new String(plan.files().get("server.key"), StandardCharsets.US_ASCII);
        assertThat(key).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(Pem.key(plan.files().get("server.key"), Optional.of(Builds.secret("lb-password"))))
                .isEqualTo(builds.key("load-balancer").key());
        assertThat(plan.messages()).hasSize(2).allMatch(message -> message.contains("it lacks"));
        assertThat(bytes(builds.build())).isEqualTo(bytes(plan));
    }

    @Test
    void withoutABalancerThereIsNoServerCertificate() {
        Builds builds = Builds.second(temporary);
        builds.balancer = Optional.empty();
        CertificatePlan plan = builds.build();
        assertThat(plan.files()).containsOnlyKeys("ca.crt", "nodes.crt");
        assertThat(plan.ownerOnly()).isEmpty();
        assertThat(StoreFile.open(plan.nodeFiles().get("node1").get(BaseStores.TRUST), BaseStores.PASSWORD)
                        .trusted())
                .containsKey("ca-ei.wso2.com")
                .doesNotContainKey("lb-ei.wso2.com");
    }

    @Test
    void modeNoneChangesNothing() {
        Builds builds = Builds.fresh(temporary);
        builds.wanted.mode = Certificates.Mode.NONE;
        assertThat(builds.build()).isEqualTo(CertificatePlan.NONE);
        assertThat(builds.keyNames()).isEmpty();
    }

    private static X509Certificate only(byte[] pem) {
        List<X509Certificate> certificates = Pem.certificates(pem);
        assertThat(certificates).hasSize(1);
        return certificates.get(0);
    }

    private static String password(CertificatePlan plan, String id) {
        return plan.keystores()
                .get(id)
                .swaps()
                .get(BaseStores.PRIMARY)
                .password()
                .reveal();
    }

    /** Fingerprint of the public key in the store that a place is to name. */
    static String keyOf(CertificatePlan plan, String id, String place) {
        Keystore named = plan.keystores().get(id).swaps().get(place);
        StoreFile file = StoreFile.open(plan.nodeFiles().get(id).get(named.path()), named.password());
        return Fingerprints.of(file.chain(named.alias().orElseThrow()).get(0).getPublicKey());
    }

    /** All bytes that are written, as text. */
    static Map<String, List<Byte>> bytes(CertificatePlan plan) {
        Map<String, List<Byte>> bytes = new TreeMap<>();
        plan.files().forEach((name, content) -> bytes.put("certs/" + name, list(content)));
        plan.nodeFiles()
                .forEach((id, files) -> files.forEach((path, content) -> bytes.put(id + "/" + path, list(content))));
        return bytes;
    }

    private static List<Byte> list(byte[] content) {
        List<Byte> list = new ArrayList<>();
        for (byte one : content) {
            list.add(one);
        }
        return list;
    }
}
