package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When certificates are issued anew on the same keys, and what replaces a key. */
class PlannedRenewalTest {

    @TempDir
    Path temporary;

    @Test
    void aCertificateThatEndsSoonIsIssuedAnewOnTheSameKey() {
        Builds builds = Builds.second(temporary).later(699);
        assertThat(builds.build().messages()).isEmpty();
        KeyEntry node = builds.key("node");
        KeyEntry ca = builds.key("ca");
        CertificatePlan plan = builds.later(701).build();
        assertThat(plan.messages())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message)
                        .contains("same key", "it ends on 2028-11-23, within 30 days", "valid until 2030-10-25"));
        assertThat(builds.key("node").key()).isEqualTo(node.key());
        assertThat(builds.key("node").certificate()).isNotEqualTo(node.certificate());
        assertThat(builds.key("ca")).isEqualTo(ca);
        assertThat(builds.keyNames()).containsExactly("ca.pem", "internal.pem", "load-balancer.pem", "node.pem");
    }

    @Test
    void anEndedCertificateIsIssuedAnew() {
        CertificatePlan plan = Builds.second(temporary).later(800).build();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.messages()).hasSize(2).allMatch(message -> message.contains("it ended on 2028-11-23"));
    }

    /** DESIGN 7, 16: not even when its certificate ends. */
    @Test
    void theInternalKeyStaysWhenItsCertificateHasEnded() {
        Builds builds = Builds.second(temporary);
        KeyEntry internal = builds.key("internal");
        CertificatePlan plan = builds.later(3700).build();
        assertThat(builds.key("internal")).isEqualTo(internal);
        assertThat(Builds.warnings(plan))
                .singleElement()
                .asString()
                .startsWith("cluster/certificates/internal: ")
                .contains("ended on 2036-11-21", "encrypts and decrypts all the same");
    }

    /** Its key, and so everything that it has signed, stays valid. */
    @Test
    void theAuthorityIsIssuedAnewOnItsKeyBeforeItEnds() throws Exception {
        Builds builds = Builds.second(temporary);
        KeyEntry before = builds.key("ca");
        CertificatePlan plan = builds.later(3640).build();
        KeyEntry ca = builds.key("ca");
        assertThat(ca.key()).isEqualTo(before.key());
        assertThat(ca.certificate()).isNotEqualTo(before.certificate());
        assertThat(plan.messages().get(0)).contains("cluster CA", "same key", "it ends on 2036-11-21");
        X509Certificate node = builds.key("node").certificate();
        node.verify(ca.certificate().getPublicKey());
        assertThat(builds.key("node").chain().get(1)).isEqualTo(ca.certificate());
    }

    @Test
    void leavesFollowARenewedAuthorityWithoutBeingIssuedAnew() {
        Builds builds = Builds.second(temporary);
        KeyEntry node = builds.key("node");
        KeyEntry ca = builds.key("ca");
        X509Certificate newer = new Issuer(Builds.START)
                .authority(new KeyPair(ca.certificate().getPublicKey(), ca.key()), "wso2.ei.domain CA", 3000);
        try (CertificateStore store = CertificateStore.open(builds.folder())) {
            store.putKey("ca", new KeyEntry(ca.key(), List.of(newer)));
            store.commit();
        }
        assertThat(builds.build().messages()).isEmpty();
        assertThat(builds.key("node").chain()).containsExactly(node.certificate(), newer);
    }

    @Test
    void aRequestIssuesAllCertificatesAnewButTheInternalOne() {
        Builds builds = Builds.second(temporary).later(1);
        KeyEntry internal = builds.key("internal");
        KeyEntry ca = builds.key("ca");
        builds.renewal = new Renewal(true, Set.of());
        CertificatePlan plan = builds.build();
        assertThat(plan.messages())
                .hasSize(3)
                .allSatisfy(message -> assertThat(message).contains("same key", "ei-cluster.certs.renew"));
        assertThat(builds.key("internal")).isEqualTo(internal);
        assertThat(builds.key("ca").key()).isEqualTo(ca.key());
    }

    @Test
    void aNewAuthorityIssuesAllLeavesAnew() {
        Builds builds = Builds.second(temporary).replacing(Renewal.Key.CA);
        KeyEntry ca = builds.key("ca");
        KeyEntry node = builds.key("node");
        CertificatePlan plan = builds.build();
        assertThat(builds.key("ca").key()).isNotEqualTo(ca.key());
        assertThat(builds.key("node").key()).isEqualTo(node.key());
        assertThat(plan.messages()).hasSize(3);
        assertThat(plan.messages().get(0)).contains("Made a new key for the cluster CA");
        assertThat(plan.messages().subList(1, 3))
                .allMatch(message -> message.contains("the cluster CA has another key"));
    }

    @Test
    void turningTheAuthorityOffAndOnIsTold() {
        Builds builds = Builds.second(temporary);
        builds.wanted.ca = false;
        assertThat(builds.build().messages())
                .hasSize(2)
                .allMatch(message -> message.contains("cluster/certificates/ca is false"));
        assertThat(builds.key("node").chain()).hasSize(1);
        builds.wanted.ca = true;
        assertThat(builds.build().messages())
                .hasSize(2)
                .allMatch(message -> message.contains("the cluster CA is to sign it"));
    }

    @Test
    void newKeysReplaceTheAskedOnesOnly() {
        Builds builds = Builds.second(temporary).replacing(Renewal.Key.NODE, Renewal.Key.LOAD_BALANCER);
        KeyEntry node = builds.key("node");
        KeyEntry balancer = builds.key("load-balancer");
        KeyEntry ca = builds.key("ca");
        KeyEntry internal = builds.key("internal");
        CertificatePlan plan = builds.build();
        assertThat(plan.problems()).isEmpty();
        assertThat(builds.key("node").key()).isNotEqualTo(node.key());
        assertThat(builds.key("load-balancer").key()).isNotEqualTo(balancer.key());
        assertThat(builds.key("ca")).isEqualTo(ca);
        assertThat(builds.key("internal")).isEqualTo(internal);
        assertThat(builds.keyNames()).hasSize(6);
    }

    /** DESIGN 7, 15: replaced only by request, which names what becomes unreadable. */
    @Test
    void aNewInternalKeyNamesWhatBecomesUnreadable() {
        Builds builds = Builds.second(temporary).replacing(Renewal.Key.INTERNAL);
        KeyEntry before = builds.key("internal");
        CertificatePlan plan = builds.build();
        assertThat(builds.key("internal").key()).isNotEqualTo(before.key());
        assertThat(builds.key(KeyFile.replaced("internal", before.certificate().getPublicKey())))
                .isEqualTo(before);
        assertThat(Builds.warnings(plan))
                .singleElement()
                .asString()
                .startsWith("ei-cluster.certs.newKey: ")
                .contains("unreadable", "secure vault", "node1, node2", "WSO2_USER_DB, REGISTRY_DB", "user");
        String fingerprint =
                Fingerprints.of(builds.key("internal").certificate().getPublicKey());
        assertThat(plan.internalKeyFingerprint()).contains(fingerprint);
        assertThat(plan.messages())
                .anyMatch(message ->
                        message.contains("<internalKeyFingerprint>" + fingerprint + "</internalKeyFingerprint>"));
    }

    @Test
    void aRequestThatReachesNoKeyIsTold() {
        Builds builds = Builds.second(temporary).replacing(Renewal.Key.LOAD_BALANCER);
        builds.balancer = Optional.empty();
        assertThat(Builds.warnings(builds.build())).singleElement().asString().contains("'loadBalancer' has no effect");
    }

    @Test
    void anotherSizeOrCurveIsToldAndTheKeyStays() {
        Builds builds = Builds.second(temporary);
        KeyEntry balancer = builds.key("load-balancer");
        builds.wanted.keySize = 4096;
        builds.wanted.loadBalancer = WantedCertificates.generated(Optional.empty(), List.of(), Optional.of("P-256"));
        CertificatePlan plan = builds.build();
        assertThat(builds.key("load-balancer")).isEqualTo(balancer);
        assertThat(Builds.warnings(plan))
                .hasSize(4)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("cluster/certificates/loadBalancer/curve: ")
                        .contains("RSA 2048", "EC P-256", "-Dei-cluster.certs.newKey=loadBalancer"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("cluster/certificates/keySize: ")
                        .contains("internal key", "RSA 4096", "-Dei-cluster.certs.newKey=internal"));
        plan = builds.replacing(Renewal.Key.LOAD_BALANCER).build();
        assertThat(PlanTexts.kind(builds.key("load-balancer").certificate().getPublicKey()))
                .isEqualTo("EC P-256");
        assertThat(CertificatePlannerTest.bytes(builds.replacing().build()))
                .isEqualTo(CertificatePlannerTest.bytes(plan));
    }

    /** A domain is a label: the authority that all trust stores have stays. */
    @Test
    void anotherDomainKeepsAuthorityAndInternalKey() {
        Builds builds = Builds.second(temporary);
        CertificatePlan before = builds.build();
        builds.domain = "other.domain";
        CertificatePlan after = builds.build();
        assertThat(after.messages()).isEmpty();
        assertThat(CertificatePlannerTest.bytes(after)).isEqualTo(CertificatePlannerTest.bytes(before));
    }

    /** A distribution that an earlier build made, with an internal key that was replaced since. */
    @Test
    void aBaseOfAnEarlierBuildGetsTheKeysOfTheStore() {
        Builds builds = Builds.second(temporary);
        KeyEntry internal = builds.key("internal");
        KeyEntry node = builds.key("node");
        builds.base(id -> BaseStores.miniature(id)
                .own("a.jks", internal, Builds.secret("aaaaaa"), BaseStores.INTERNAL_PLACES)
                .own("b.jks", node, Builds.secret("bbbbbb"), BaseStores.TLS_PLACES));
        CertificatePlan plan = builds.build();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.messages()).isEmpty();
        assertThat(plan.keystores().get("node1").swaps()).hasSize(7);
        builds.replacing(Renewal.Key.INTERNAL).build();
        plan = builds.replacing().build();
        assertThat(plan.messages()).isEmpty();
        assertThat(CertificatePlannerTest.keyOf(plan, "node1", BaseStores.PRIMARY))
                .isEqualTo(plan.internalKeyFingerprint().orElseThrow())
                .isNotEqualTo(Fingerprints.of(internal.certificate().getPublicKey()));
    }
}
