package io.github.eicluster.certs;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The keys that the store keeps: made if they are not there or if new ones are asked for. Certificates are issued anew on
 * the same key when there is a reason (DESIGN 7, 15); the one of the internal key never is.
 */
final class GeneratedKeys {

    static final String CA = "ca";
    static final String INTERNAL = "internal";
    static final String NODE = "node";
    static final String LOAD_BALANCER = "load-balancer";

    /** Days of certificates that are not renewed by the calendar: ten years. */
    private static final int LONG = 3650;

    private static final String KEY_SIZE = Planning.PLACE + "/keySize";

    private final Planning planning;
    private final Issuer issuer;
    private final ReissueReasons reasons;

    GeneratedKeys(Planning planning) {
        this.planning = planning;
        issuer = new Issuer(planning.now());
        reasons = new ReissueReasons(planning);
    }

    /** Name in the store of a node's own TLS key. */
    static String node(String id) {
        return NODE + "-" + id;
    }

    /**
     * The authority of the cluster. A cluster that gets another domain keeps it: its name is a label, and every trust
     * store that has it would have to change.
     */
    KeyEntry authority() {
        Optional<KeyEntry> kept = kept(CA, Renewal.Key.CA);
        if (kept.isEmpty()) {
            KeyPair pair = newKey(Optional.empty());
            return made(CA, "the cluster CA", self(pair, issuer.authority(pair, domain() + " CA", LONG)));
        }
        tellOtherKind(kept.get(), "the cluster CA", Renewal.Key.CA, Optional.empty());
        Optional<String> reason = reasons.ofAuthority(kept.get().certificate());
        if (reason.isEmpty()) {
            return kept.get();
        }
        KeyPair pair = pair(kept.get());
        KeyEntry entry = self(pair, issuer.authority(pair, domain() + " CA", LONG));
        return reissued(CA, "the cluster CA", entry, reason.get());
    }

    /** The key pair that encrypts shared data: nothing but a request replaces it, or its certificate. */
    KeyEntry internal() {
        Optional<KeyEntry> kept = kept(INTERNAL, Renewal.Key.INTERNAL);
        if (kept.isPresent()) {
            tellOtherKind(kept.get(), "the internal key", Renewal.Key.INTERNAL, Optional.empty());
            return kept.get();
        }
        KeyPair pair = newKey(Optional.empty());
        return made(INTERNAL, "the internal key", self(pair, issuer.internal(pair, domain() + " internal key", LONG)));
    }

    /** A key for TLS with a certificate that the authority, if there is one, has signed. */
    KeyEntry tls(Leaf leaf, Optional<KeyEntry> authority) {
        Optional<KeyEntry> kept = kept(leaf.name(), leaf.key());
        if (kept.isEmpty()) {
            return made(leaf.name(), leaf.purpose(), issue(newKey(leaf.curve()), leaf, authority));
        }
        tellOtherKind(kept.get(), leaf.purpose(), leaf.key(), leaf.curve());
        Optional<String> reason = reasons.ofTls(kept.get().certificate(), leaf.names(), authority);
        if (reason.isPresent()) {
            KeyEntry entry = issue(pair(kept.get()), leaf, authority);
            return reissued(leaf.name(), leaf.purpose(), entry, reason.get());
        }
        List<X509Certificate> chain = chain(kept.get().certificate(), authority);
        if (chain.equals(kept.get().chain())) {
            return kept.get();
        }
        // The authority's certificate was issued anew on its key: what it has signed is still valid.
        KeyEntry entry = new KeyEntry(kept.get().key(), chain);
        planning.store().putKey(leaf.name(), entry);
        return entry;
    }

    /** The signing request for a key, for teams whose own authority signs. */
    String request(KeyEntry entry, List<String> names) {
        return issuer.request(pair(entry), names);
    }

    /** Whether a key would be made: there is none, or another one is asked for. */
    static boolean isNew(Planning planning, String name, Renewal.Key key) {
        return planning.renewal().keys().contains(key)
                || planning.store().key(name).isEmpty();
    }

    private Optional<KeyEntry> kept(String name, Renewal.Key key) {
        return isNew(planning, name, key) ? Optional.empty() : planning.store().key(name);
    }

    private KeyPair newKey(Optional<String> curve) {
        return issuer.newKey(planning.wanted().keySize(), curve);
    }

    private KeyEntry issue(KeyPair pair, Leaf leaf, Optional<KeyEntry> authority) {
        X509Certificate certificate =
                issuer.tls(pair, authority, leaf.names(), planning.wanted().validity());
        return new KeyEntry(pair.getPrivate(), chain(certificate, authority));
    }

    private static List<X509Certificate> chain(X509Certificate certificate, Optional<KeyEntry> authority) {
        return authority.map(ca -> List.of(certificate, ca.certificate())).orElse(List.of(certificate));
    }

    private KeyEntry made(String name, String purpose, KeyEntry entry) {
        boolean replaced = planning.store().key(name).isPresent();
        planning.store().putKey(name, entry);
        planning.findings()
                .message((replaced ? "Made a new key for " : "Made a key for ") + purpose + " ("
                        + PlanTexts.kind(entry.certificate().getPublicKey()) + "; "
                        + PlanTexts.certificate(entry.certificate()) + ")"
                        + (replaced ? ", since -Dei-cluster.certs.newKey asks for it." : "."));
        return entry;
    }

    private KeyEntry reissued(String name, String purpose, KeyEntry entry, String reason) {
        planning.store().putKey(name, entry);
        planning.findings()
                .message("Issued the certificate of " + purpose + " anew on the same key, since " + reason + " ("
                        + PlanTexts.certificate(entry.certificate()) + ").");
        return entry;
    }

    private void tellOtherKind(KeyEntry entry, String purpose, Renewal.Key key, Optional<String> curve) {
        String is = PlanTexts.kind(entry.certificate().getPublicKey());
        String asked = PlanTexts.kind(planning.wanted().keySize(), curve);
        if (!is.equals(asked)) {
            planning.findings()
                    .warning(
                            curve.isPresent() ? Planning.PLACE + "/loadBalancer/curve" : KEY_SIZE,
                            "the key of " + purpose + " is " + is + " and stays so, although " + asked
                                    + " is wanted: keys are never replaced by themselves. " + PlanTexts.newKey(key)
                                    + " makes a new one.");
        }
    }

    private String domain() {
        return planning.cluster().domain();
    }

    private static KeyEntry self(KeyPair pair, X509Certificate certificate) {
        return new KeyEntry(pair.getPrivate(), List.of(certificate));
    }

    private static KeyPair pair(KeyEntry entry) {
        return new KeyPair(entry.certificate().getPublicKey(), entry.key());
    }

    /**
     * A key for TLS that is wanted.
     *
     * @param name its name in the store
     * @param purpose what it is for, in messages
     * @param key what replaces it
     * @param curve of an EC key; absent: RSA
     * @param names host names and addresses, the one of the clients first
     */
    record Leaf(String name, String purpose, Renewal.Key key, Optional<String> curve, List<String> names) {}
}
