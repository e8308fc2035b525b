package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is added to the trust stores of the nodes. */
class PlannedTrustStoresTest {

    private static final KeyEntry OWN = Builds.own(Builds.PAIR, 400);

    @TempDir
    Path temporary;

    @Test
    void theDistributionsOwnCertificatesStay() {
        CertificatePlan plan = Builds.second(temporary).build();
        Map<String, X509Certificate> before = base().trusted();
        Map<String, X509Certificate> after = trusted(plan, BaseStores.PASSWORD);
        assertThat(before).isNotEmpty();
        assertThat(after).containsAllEntriesOf(before).hasSize(before.size() + 2);
        assertThat(plan.keystores().get("node1").swaps()).doesNotContainKeys(BaseStores.CARBON_TRUST);
        assertThat(plan.nodeFiles().get("node2").get(BaseStores.TRUST))
                .isEqualTo(plan.nodeFiles().get("node1").get(BaseStores.TRUST));
    }

    @Test
    void sameFingerprintUnderAnyAliasAddsNothing() {
        Builds builds = Builds.second(temporary);
        byte[] known = with(Map.of(
                "something", builds.key("ca").certificate(),
                "else", builds.key("internal").certificate()));
        builds.base(id -> BaseStores.miniature(id).put(BaseStores.TRUST, known));
        CertificatePlan plan = builds.build();
        assertThat(plan.nodeFiles().get("node1")).doesNotContainKey(BaseStores.TRUST);
        assertThat(plan.messages()).isEmpty();
    }

    @Test
    void sameAliasWithAnotherCertificateIsReplacedAndTold() {
        Builds builds = Builds.second(temporary);
        byte[] old = with(Map.of("LB-ei.wso2.com", OWN.certificate()));
        builds.base(id -> BaseStores.miniature(id).put(BaseStores.TRUST, old));
        CertificatePlan plan = builds.build();
        assertThat(trusted(plan, BaseStores.PASSWORD))
                .containsEntry("lb-ei.wso2.com", builds.key("ca").certificate());
        assertThat(plan.messages())
                .singleElement()
                .asString()
                .contains("Replaced", "lb-ei.wso2.com", Fingerprints.of(OWN.certificate()));
    }

    @Test
    void aNewPasswordIsStatedByAllPlaces() {
        Builds builds = Builds.second(temporary);
        Secret secret = Builds.secret("new-trust-password");
        builds.wanted.truststorePassword = Optional.of(secret);
        CertificatePlan plan = builds.build();
        Map<String, Keystore> swaps = plan.keystores().get("node1").swaps();
        BaseStores.TRUST_PLACES.forEach(place -> assertThat(swaps.get(place))
                .isEqualTo(new Keystore(BaseStores.TRUST, "JKS", Optional.empty(), secret)));
        assertThat(trusted(plan, secret)).containsKey("lb-ei.wso2.com");
        assertThat(plan.messages() + plan.problems().toString()).doesNotContain(secret.reveal());
    }

    @Test
    void aNewPasswordOfAFileThatIsAKeyStoreTooIsAnError() {
        Builds builds = Builds.fresh(temporary)
                .base(id -> BaseStores.miniature(id).path(Optional.of(BaseStores.KEYS), BaseStores.CARBON_TRUST));
        builds.wanted.truststorePassword = Optional.of(Builds.secret("new-trust-password"));
        assertThat(Builds.errors(builds.build()))
                .isNotEmpty()
                .allMatch(text -> text.startsWith("cluster/certificates/truststore: "));
    }

    @Test
    void furtherCertificatesAreTrusted() {
        Builds builds = Builds.second(temporary);
        Path file = temporary.resolve("Corporate.pem");
        Builds.write(file, Pem.text(List.of(OWN.certificate())).getBytes(StandardCharsets.US_ASCII));
        builds.wanted.trusted = List.of("Corporate.pem");
        CertificatePlan plan = builds.build();
        assertThat(plan.problems()).isEmpty();
        assertThat(trusted(plan, BaseStores.PASSWORD)).containsEntry("trusted-corporate", OWN.certificate());
    }

    @Test
    void perNodeWithoutACaEveryNodeTrustsAllOthers() {
        Builds builds = Builds.second(temporary);
        builds.wanted.ca = false;
        builds.wanted.perNode = true;
        CertificatePlan plan = builds.build();
        assertThat(trusted(plan, BaseStores.PASSWORD))
                .containsEntry("node-node1", builds.key("node-node1").certificate())
                .containsEntry("node-node2", builds.key("node-node2").certificate())
                .doesNotContainKey("ca-ei.wso2.com");
        assertThat(Pem.certificates(plan.files().get("nodes.crt"))).hasSize(2);
    }

    @Test
    void aMissingOrLockedTrustStoreIsAnError() {
        Builds builds =
                Builds.fresh(temporary).base(id -> BaseStores.miniature(id).without(BaseStores.TRUST));
        assertThat(Builds.errors(builds.build()))
                .hasSize(2)
                .allMatch(text -> text.contains(BaseStores.TRUST + ", which the distribution does not have"));
        builds.base(id -> BaseStores.miniature(id).password(Builds.secret("wrong-one"), BaseStores.SENDER_TRUST));
        assertThat(Builds.errors(builds.build()))
                .singleElement()
                .asString()
                .startsWith("conf/axis2/axis2.xml line 18: ")
                .contains("that the password does not open")
                .doesNotContain("wrong-one");
        assertThat(builds.keyNames()).isEmpty();
    }

    /** One clear password is enough to open the file. */
    @Test
    void aPasswordInTheSecureVaultIsAWarningIfNoPlaceHasItInClearText() {
        Builds builds =
                Builds.second(temporary).base(id -> BaseStores.miniature(id).vaulted(BaseStores.CARBON_TRUST));
        CertificatePlan plan = builds.build();
        assertThat(plan.problems()).isEmpty();
        assertThat(trusted(plan, BaseStores.PASSWORD)).containsKey("lb-ei.wso2.com");
        builds.base(id -> BaseStores.miniature(id).vaulted(BaseStores.TRUST_PLACES.toArray(String[]::new)));
        plan = builds.build();
        assertThat(Builds.warnings(plan)).singleElement().asString().contains("secure vault", "import", "certs");
        assertThat(plan.nodeFiles().get("node1")).doesNotContainKey(BaseStores.TRUST);
    }

    private static StoreFile base() {
        return StoreFile.open(BaseStores.miniature("any").build().files().get(BaseStores.TRUST), BaseStores.PASSWORD);
    }

    private static byte[] with(Map<String, X509Certificate> certificates) {
        return base().withTrusted(certificates, BaseStores.PASSWORD, Optional.empty());
    }

    private static Map<String, X509Certificate> trusted(CertificatePlan plan, Secret password) {
        return StoreFile.open(plan.nodeFiles().get("node1").get(BaseStores.TRUST), password)
                .trusted();
    }
}
