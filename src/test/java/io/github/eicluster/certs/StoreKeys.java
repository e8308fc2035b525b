package io.github.eicluster.certs;

import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Small keys for the tests of the store, which does not care what a key is for. */
final class StoreKeys {

    private static final Issuer ISSUER = new Issuer(Instant.parse("2026-03-01T10:00:00Z"));

    private static final KeyPair PAIR = pair();

    static final KeyEntry FIRST = entry(PAIR, "first");

    /** Another certificate on the same pair. */
    static final KeyEntry FIRST_AGAIN = entry(PAIR, "first again");

    static final KeyEntry SECOND = make();

    private StoreKeys() {}

    /** A key that nobody else has. */
    static KeyEntry make() {
        return entry(pair(), "made");
    }

    static String fingerprint(KeyEntry entry) {
        return Fingerprints.of(entry.certificate().getPublicKey());
    }

    private static KeyPair pair() {
        return ISSUER.newKey(0, Optional.of("P-256"));
    }

    private static KeyEntry entry(KeyPair pair, String name) {
        return new KeyEntry(pair.getPrivate(), List.of(ISSUER.internal(pair, name, 30)));
    }
}
