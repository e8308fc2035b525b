package io.github.eicluster.certs;

import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.KeystoreReference;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A place of a node that names a key store, with what is in it.
 *
 * @param nodeId id of the node
 * @param reference the place
 * @param state what is known of the key
 * @param chain certificate of the used alias first; empty if it cannot be read
 * @param store the store as another place could name it; absent if the key has a password of its own
 * @param trouble why the key cannot be read, for messages; else empty
 */
record FoundKey(
        String nodeId,
        KeystoreReference reference,
        State state,
        List<X509Certificate> chain,
        Optional<Keystore> store,
        String trouble) {

    FoundKey {
        chain = List.copyOf(chain);
    }

    static FoundKey unreadable(String nodeId, KeystoreReference reference, State state, String trouble) {
        return new FoundKey(nodeId, reference, state, List.of(), Optional.empty(), trouble);
    }

    /** Whether a generated key takes its place. */
    boolean replaceable() {
        return state == State.VENDOR || state == State.OURS;
    }

    Optional<X509Certificate> certificate() {
        return chain.stream().findFirst();
    }

    /** What is known of a key. */
    enum State {
        /** Everybody has it. */
        VENDOR,
        /** An earlier build generated it, and the base is one that this build made. */
        OURS,
        /** The team's own. */
        OWN,
        /** There is none, or it does not open: a server would not start. */
        BROKEN,
        /** It cannot be looked at: its password is in the secure vault, or its file outside the home. */
        UNKNOWN
    }
}
