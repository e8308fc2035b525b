package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.certs.CertificatePlan.Summary;
import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.KeySource;
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

/** Keys that a team gives for some purposes, generated ones behind them. */
class PlannedProvidedKeysTest {

    private static final Issuer ISSUER = new Issuer(Builds.START);
    private static final KeyEntry CORPORATE = new KeyEntry(
            Builds.OTHER_PAIR.getPrivate(), List.of(ISSUER.authority(Builds.OTHER_PAIR, "Corporate CA", 3650)));
    private static final List<String> NAMES =
            List.of("ei.wso2.com", "ui.ei.wso2.com", "192.168.57.11", "192.168.57.12");
    private static final KeyEntry SIGNED = new KeyEntry(
            Builds.PAIR.getPrivate(),
            List.of(ISSUER.tls(Builds.PAIR, Optional.of(CORPORATE), NAMES, 400), CORPORATE.certificate()));
    private static final Secret PASSWORD = Builds.secret("corporate-password");

    @TempDir
    Path temporary;

    /** A corporate certificate for the balancer, a cluster CA behind it: the usual case. */
    @Test
    void theBalancersCorporateChainIsServedAndTrusted() {
        Builds builds = provided(Builds.second(temporary));
        builds.wanted.loadBalancer = pem(Optional.empty());
        CertificatePlan plan = builds.build();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.files()).containsOnlyKeys("ca.crt", "nodes.crt", "server.crt", "server.key");
        assertThat(Pem.certificates(plan.files().get("server.crt"))).containsExactly(SIGNED.certificate());
        assertThat(Pem.key(plan.files().get("server.key"), Optional.empty())).isEqualTo(SIGNED.key());
        assertThat(plan.ownerOnly()).containsExactly("server.key");
        Map<String, X509Certificate> trusted = StoreFile.open(
                        plan.nodeFiles().get("node1").get(BaseStores.TRUST), BaseStores.PASSWORD)
                .trusted();
        assertThat(trusted)
                .containsEntry("lb-ei.wso2.com", CORPORATE.certificate())
                .containsEntry("ca-ei.wso2.com", builds.key("ca").certificate());
        assertThat(plan.summary())
                .filteredOn(entry -> entry.purpose().equals("load balancer"))
                .extracting(Summary::origin)
                .containsExactly("provided");
    }

    @Test
    void aPasswordEncryptsTheWrittenServerKeyToo() {
        Builds builds = provided(Builds.second(temporary));
        builds.wanted.loadBalancer = pem(Optional.of(PASSWORD));
        CertificatePlan plan = builds.build();
        byte[] key = plan.files().get("server.key");
        assertThat(new String(key, StandardCharsets.US_ASCII)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(Pem.key(key, Optional.of(PASSWORD))).isEqualTo(SIGNED.key());
        assertThat(CertificatePlannerTest.bytes(builds.build())).isEqualTo(CertificatePlannerTest.bytes(plan));
    }

    /** A provided key takes every place of its use, whatever the distribution has there. */
    @Test
    void providedKeysOfTheNodesTakeEveryPlace() {
        KeyEntry own = Builds.own(Builds.OTHER_PAIR, 400);
        Builds builds = provided(Builds.fresh(temporary)
                .base(id -> BaseStores.miniature(id)
                        .own(
                                "own.jks",
                                own,
                                Builds.secret("own-password"),
                                List.of(BaseStores.TOMCAT, BaseStores.PRIMARY))));
        builds.balancer = Optional.empty();
        builds.wanted.node = pem(Optional.of(PASSWORD));
        builds.wanted.internal = builds.wanted.node;
        builds.wanted.internalKey = Certificates.InternalKey.PROVIDED;
        CertificatePlan plan = builds.build();
        assertThat(Builds.errors(plan)).isEmpty();
        assertThat(plan.keystores().get("node1").swaps()).hasSize(7);
        Keystore named = plan.keystores().get("node2").swaps().get(BaseStores.TOMCAT);
        assertThat(named.password()).isEqualTo(PASSWORD);
        StoreFile file = StoreFile.open(plan.nodeFiles().get("node2").get(named.path()), PASSWORD);
        assertThat(file.chain("ei-tls")).isEqualTo(SIGNED.chain());
        assertThat(CertificatePlannerTest.keyOf(plan, "node1", BaseStores.INTERNAL_KEY_STORE))
                .isEqualTo(Fingerprints.of(Builds.PAIR.getPublic()))
                .isEqualTo(plan.internalKeyFingerprint().orElseThrow());
        assertThat(builds.keyNames()).isEmpty();
        assertThat(Pem.certificates(plan.files().get("nodes.crt"))).containsExactly(CORPORATE.certificate());
    }

    @Test
    void aMistakeInAProvidedKeyIsFoundBeforeAnythingIsMade() {
        Builds builds = provided(Builds.fresh(temporary));
        builds.wanted.loadBalancer = WantedCertificates.pem(Path.of("gone.pem"), Path.of("gone.key"), Optional.empty());
        CertificatePlan plan = builds.build();
        assertThat(Builds.errors(plan))
                .isNotEmpty()
                .allMatch(text -> text.startsWith("cluster/certificates/loadBalancer/"));
        assertThat(plan.keystores()).isEmpty();
        assertThat(builds.keyNames()).isEmpty();
        assertThat(builds.folder().resolve("passwords.properties")).doesNotExist();
    }

    private static Builds provided(Builds builds) {
        builds.wanted.mode = Certificates.Mode.PROVIDED;
        return builds;
    }

    private KeySource pem(Optional<Secret> password) {
        Path certificate = temporary.resolve("corporate.crt");
        Path key = temporary.resolve("corporate.key");
        Builds.write(certificate, Pem.text(SIGNED.chain()).getBytes(StandardCharsets.US_ASCII));
        Builds.write(key, Pem.text(SIGNED.key(), password).getBytes(StandardCharsets.US_ASCII));
        return WantedCertificates.pem(certificate, key, password);
    }
}
