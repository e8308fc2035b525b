package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.eicluster.certs.CertificatePlan.Summary;
import io.github.eicluster.model.Certificates.InternalKey;
import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key stores of the distribution that stay, and those that are broken. DESIGN 7, 16. */
class PlannedKeptKeysTest {

    private static final KeyEntry OWN = Builds.own(Builds.PAIR, 400);
    private static final KeyEntry OTHER = Builds.own(Builds.OTHER_PAIR, 400);
    private static final Secret PASSWORD = Builds.secret("own-password");
    private static final String PATH = BaseStores.FOLDER + "own.jks";

    @TempDir
    Path temporary;

    @Test
    void aTeamsOwnKeysStayAndAreTold() {
        Builds builds = Builds.fresh(temporary)
                .base(id -> BaseStores.miniature(id)
                        .own(PATH, OWN, PASSWORD, BaseStores.INTERNAL_PLACES)
                        .own(PATH, OWN, PASSWORD, BaseStores.TLS_PLACES));
        builds.balancer = Optional.empty();
        CertificatePlan plan = builds.build();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.messages())
                .singleElement()
                .asString()
                .contains(PATH, "CN=own.example.com", Fingerprints.of(OWN.certificate()), "until 2027-12-29")
                .contains("conf/carbon.xml line 10", "conf/tomcat/catalina-server.xml line 15")
                .doesNotContain(PASSWORD.reveal());
        assertThat(builds.keyNames()).isEmpty();
        assertThat(plan.nodeFiles().get("node1")).isEmpty();
        assertThat(plan.keystores().get("node1").swaps()).isEmpty();
        assertThat(plan.internalKeyFingerprint())
                .contains(Fingerprints.of(OWN.certificate().getPublicKey()));
        assertThat(Pem.certificates(plan.files().get("nodes.crt"))).containsExactly(OWN.certificate());
        assertThat(plan.summary())
                .extracting(Summary::purpose, Summary::origin)
                .containsExactly(
                        tuple("TLS of the nodes", "the distribution's own"),
                        tuple("internal key", "the distribution's own"));
    }

    @Test
    void onlyPlacesWithTheVendorsKeyAreSwapped() {
        Builds builds = Builds.second(temporary)
                .base(id -> BaseStores.miniature(id)
                        .own(PATH, OWN, PASSWORD, List.of(BaseStores.RECEIVER, BaseStores.PRIMARY)));
        CertificatePlan plan = builds.build();
        assertThat(plan.keystores().get("node1").swaps())
                .containsOnlyKeys(
                        BaseStores.INTERNAL_KEY_STORE,
                        BaseStores.IDENTITY,
                        BaseStores.SENDER,
                        BaseStores.TOMCAT,
                        BaseStores.TEMPLATE);
        assertThat(Pem.certificates(plan.files().get("nodes.crt")))
                .containsExactly(builds.key("ca").certificate(), OWN.certificate());
    }

    /** A node has one internal key: what still has the vendor's follows the one that stays. */
    @Test
    void theInternalKeyThatStaysIsUsedByPlacesWithTheVendorsKey() {
        Builds builds = Builds.second(temporary)
                .base(id -> BaseStores.miniature(id).own(PATH, OWN, PASSWORD, List.of(BaseStores.INTERNAL_KEY_STORE)));
        CertificatePlan plan = builds.build();
        assertThat(plan.problems()).isEmpty();
        Map<String, Keystore> swaps = plan.keystores().get("node1").swaps();
        assertThat(swaps).doesNotContainKey(BaseStores.INTERNAL_KEY_STORE);
        assertThat(swaps.get(BaseStores.PRIMARY)).isEqualTo(new Keystore(PATH, "JKS", Optional.of("own"), PASSWORD));
        assertThat(swaps.get(BaseStores.IDENTITY).path()).isEqualTo(PATH);
        assertThat(plan.nodeFiles().get("node1")).doesNotContainKey(BaseStores.FOLDER + "ei-internal.jks");
        assertThat(plan.messages())
                .anyMatch(message -> message.contains("conf/carbon.xml line 11 names the key store"));
    }

    @Test
    void internalKeysThatDifferAmongNodesAreAnError() {
        Builds builds = Builds.fresh(temporary)
                .base(id -> BaseStores.miniature(id)
                        .own(PATH, id.equals("node1") ? OWN : OTHER, PASSWORD, BaseStores.INTERNAL_PLACES));
        assertNothingMade(builds, "cluster/certificates/internalKey: ", "node1 has SHA-256", "node2 has SHA-256");
        builds.base(id -> id.equals("node1")
                ? BaseStores.miniature(id).own(PATH, OWN, PASSWORD, BaseStores.INTERNAL_PLACES)
                : BaseStores.miniature(id));
        assertNothingMade(builds, "cluster/certificates/internalKey: ", "node1 has SHA-256", "node2 gets a new one");
    }

    @Test
    void aMissingStoreIsAnErrorOfActivePlacesAndAWarningOfTemplates() {
        Builds builds = Builds.fresh(temporary)
                .base(id ->
                        BaseStores.miniature(id).path(Optional.of("gone.jks"), BaseStores.TOMCAT, BaseStores.TEMPLATE));
        CertificatePlan plan = builds.build();
        assertThat(Builds.errors(plan))
                .singleElement()
                .asString()
                .startsWith("conf/tomcat/catalina-server.xml line 15: names gone.jks, which the distribution does not");
        assertThat(Builds.warnings(plan))
                .singleElement()
                .asString()
                .startsWith("conf/axis2/axis2_nhttp.xml line 16: ")
                .contains("no server reads");
        assertThat(builds.keyNames()).isEmpty();
    }

    @Test
    void aWrongPasswordIsAnErrorThatDoesNotShowIt() {
        Builds builds = Builds.fresh(temporary)
                .base(id -> BaseStores.miniature(id).password(Builds.secret("wrong-one"), BaseStores.PRIMARY));
        assertNothingMade(
                builds, "conf/carbon.xml line 11: names " + BaseStores.KEYS, "that the password does not open");
    }

    @Test
    void aMissingAliasIsAnErrorThatListsTheOthers() {
        Builds builds =
                Builds.fresh(temporary).base(id -> BaseStores.miniature(id).alias("nobody", BaseStores.PRIMARY));
        assertNothingMade(builds, "conf/carbon.xml line 11: ", "'nobody'", "it has: wso2carbon");
    }

    @Test
    void whatIsInTheSecureVaultIsKeptWithAWarning() {
        Builds builds = Builds.second(temporary)
                .base(id -> BaseStores.miniature(id).vaulted(BaseStores.TOMCAT, BaseStores.INTERNAL_KEY_STORE));
        CertificatePlan plan = builds.build();
        assertThat(Builds.errors(plan)).isEmpty();
        assertThat(Builds.warnings(plan))
                .anyMatch(text ->
                        text.startsWith("conf/tomcat/catalina-server.xml line 15: ") && text.contains("secure vault"))
                .anyMatch(text -> text.startsWith("conf/carbon.xml line 10: "));
        // What decides the internal key is not known: nothing gets another one.
        assertThat(plan.keystores().get("node1").swaps())
                .containsOnlyKeys(BaseStores.RECEIVER, BaseStores.SENDER, BaseStores.TEMPLATE);
        assertThat(plan.internalKeyFingerprint()).isEmpty();
        builds.wanted.internalKeyFingerprint = Optional.of("AA:BB");
        assertThat(Builds.warnings(builds.build())).anyMatch(text -> text.contains("could not be compared with AA:BB"));
    }

    @Test
    void aStoreOutsideTheHomeIsKeptWithAWarning() {
        Builds builds =
                Builds.second(temporary).base(id -> BaseStores.miniature(id).path(Optional.empty(), BaseStores.TOMCAT));
        CertificatePlan plan = builds.build();
        assertThat(Builds.warnings(plan))
                .singleElement()
                .asString()
                .contains("/etc/elsewhere.jks", "not below the home");
        assertThat(plan.keystores().get("node1").swaps()).doesNotContainKey(BaseStores.TOMCAT);
    }

    @Test
    void anOwnKeyWhoseCertificateEndsIsAWarning() {
        Builds builds = Builds.second(temporary)
                .base(id -> BaseStores.miniature(id).own(PATH, OWN, PASSWORD, List.of(BaseStores.TOMCAT)));
        assertThat(Builds.warnings(builds.build())).isEmpty();
        assertThat(Builds.warnings(builds.later(390).build()))
                .singleElement()
                .asString()
                .contains("ends on 2027-12-29", "own.example.com", PATH);
        assertThat(Builds.warnings(builds.later(401).build()))
                .singleElement()
                .asString()
                .contains("ended on 2027-12-29");
    }

    /** An update pack may bring a vendor's key that nobody has listed. */
    @Test
    void anUnknownKeyWithTheVendorsSubjectIsAWarning() {
        KeyEntry pack = Builds.ofVendor();
        Builds builds = Builds.second(temporary)
                .base(id -> BaseStores.miniature(id)
                        .own(BaseStores.KEYS, pack, BaseStores.PASSWORD, BaseStores.INTERNAL_PLACES)
                        .alias("own", BaseStores.TLS_PLACES.toArray(String[]::new)));
        builds.production = true;
        CertificatePlan plan = builds.build();
        assertThat(Builds.errors(plan)).isEmpty();
        assertThat(Builds.warnings(plan))
                .singleElement()
                .asString()
                .contains(
                        Fingerprints.of(pack.certificate()),
                        "cluster/certificates/defaultKeys",
                        "cluster/certificates/internalKey to generate");
        assertThat(plan.keystores().get("node1").swaps()).isEmpty();
        builds.wanted.defaultKeys = Set.of(Fingerprints.of(pack.certificate()));
        plan = builds.build();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.keystores().get("node1").swaps()).hasSize(7);
    }

    @Test
    void keepKeepsTheVendorsInternalKeyWithAWarningOrUnderProductionAnError() {
        Builds builds = Builds.second(temporary);
        builds.wanted.internalKey = InternalKey.KEEP;
        CertificatePlan plan = builds.build();
        assertThat(plan.keystores().get("node1").swaps())
                .containsOnlyKeys(BaseStores.TLS_PLACES.toArray(String[]::new));
        assertThat(Builds.warnings(plan)).singleElement().asString().contains("everybody has");
        builds.production = true;
        assertThat(Builds.errors(builds.build())).singleElement().asString().contains("everybody has");
    }

    @Test
    void generateReplacesATeamsOwnInternalKey() {
        Builds builds = Builds.second(temporary)
                .base(id -> BaseStores.miniature(id).own(PATH, OWN, PASSWORD, BaseStores.INTERNAL_PLACES));
        builds.wanted.internalKey = InternalKey.GENERATE;
        CertificatePlan plan = builds.build();
        assertThat(CertificatePlannerTest.keyOf(plan, "node2", BaseStores.INTERNAL_KEY_STORE))
                .isEqualTo(Fingerprints.of(builds.key("internal").certificate().getPublicKey()));
    }

    /** Our file takes the place of one that a kept place names. */
    @Test
    void whatNamesAFileThatIsReplacedNamesTheNewOne() {
        String tls = BaseStores.FOLDER + "ei-tls.jks";
        Builds builds = Builds.second(temporary)
                .base(id -> BaseStores.miniature(id).own(tls, OWN, PASSWORD, List.of(BaseStores.SENDER)));
        CertificatePlan plan = builds.build();
        assertThat(plan.keystores().get("node1").swaps().get(BaseStores.SENDER))
                .isEqualTo(plan.keystores().get("node1").swaps().get(BaseStores.TOMCAT));
    }

    private static void assertNothingMade(Builds builds, String place, String... parts) {
        CertificatePlan plan = builds.build();
        assertThat(Builds.errors(plan))
                .singleElement()
                .asString()
                .startsWith(place)
                .contains(parts);
        assertThat(plan.keystores()).isEmpty();
        assertThat(plan.nodeFiles()).isEmpty();
        assertThat(plan.files()).isEmpty();
        assertThat(builds.keyNames()).isEmpty();
    }
}
