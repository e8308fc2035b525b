package io.github.eicluster.certs;

import io.github.eicluster.model.DatabaseType;
import java.security.PublicKey;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must be right before any key is made (DESIGN 7, 15 to 17): else data that nodes share becomes unreadable. */
final class StoreGuards {

    private static final String STORE = Planning.PLACE + "/store";
    private static final String FINGERPRINT = Planning.PLACE + "/internalKeyFingerprint";

    private final Planning planning;
    private final InternalKeyPlan internal;

    StoreGuards(Planning planning, InternalKeyPlan internal) {
        this.planning = planning;
        this.internal = internal;
    }

    /** Judges; {@code generates} tells whether any key comes from the store. */
    void check(boolean generates) {
        sameOnAllNodes();
        declaredFingerprint();
        if (generates && planning.store().isNew()) {
            newStore();
        }
    }

    /** Lint rule EIC405. */
    private void sameOnAllNodes() {
        Map<String, Optional<PublicKey>> keys = internal.publicKeys();
        long kinds = keys.entrySet().stream()
                .map(key -> identity(key.getKey(), key.getValue()))
                .filter(identity -> !identity.equals(UNKNOWN))
                .distinct()
                .count();
        if (kinds <= 1) {
            return;
        }
        String list = new TreeSet<>(keys.keySet())
                .stream().map(id -> id + " " + identity(id, keys.get(id))).collect(Collectors.joining(", "));
        planning.findings()
                .error(
                        Planning.PLACE + "/internalKey",
                        "the internal key pairs of the nodes differ (" + list
                                + "): what one node encrypts in the shared"
                                + " databases, another cannot read. Give all nodes the same key store, or set internalKey"
                                + " to generate.");
    }

    private static final String UNKNOWN = "cannot be checked";

    private String identity(String nodeId, Optional<PublicKey> key) {
        return key.map(known -> "has SHA-256 " + Fingerprints.of(known))
                .orElse(internal.keeps(nodeId) ? UNKNOWN : "gets a new one");
    }

    private void declaredFingerprint() {
        Optional<String> declared = planning.wanted().internalKeyFingerprint();
        if (declared.isEmpty()) {
            return;
        }
        if (internal.makesKey()) {
            boolean asked = planning.renewal().keys().contains(Renewal.Key.INTERNAL);
            planning.findings()
                    .error(
                            FINGERPRINT,
                            "the internal key must be " + declared.get() + ", but "
                                    + (asked
                                            ? PlanTexts.newKey(Renewal.Key.INTERNAL) + " asks for a new one. Remove"
                                                    + " internalKeyFingerprint for that build, and enter the new one after it."
                                            : "the store " + planning.store().folder()
                                                    + " has none, so that another one"
                                                    + " would be made. Restore that folder, or name its place in"
                                                    + " cluster/certificates/store (-Dei-cluster.certs.store)."));
            return;
        }
        internal.publicKeys().forEach((id, key) -> compare(declared.get(), id, key));
    }

    private void compare(String declared, String nodeId, Optional<PublicKey> key) {
        if (key.isEmpty()) {
            if (internal.keeps(nodeId)) {
                planning.findings()
                        .warning(
                                FINGERPRINT,
                                "the internal key of " + nodeId + " could not be compared with " + declared
                                        + ", since its key store could not be opened.");
            }
            return;
        }
        String is = Fingerprints.of(key.get());
        if (!is.equals(declared)) {
            planning.findings()
                    .error(
                            FINGERPRINT,
                            "the internal key must be " + declared + ", but " + nodeId + " has " + is + " ("
                                    + origin(nodeId)
                                    + "). Use the store or key store that has the right one, or correct"
                                    + " the fingerprint.");
        }
    }

    private String origin(String nodeId) {
        if (internal.keeps(nodeId)) {
            return Objects.requireNonNull(internal.deciding().get(nodeId))
                    .reference()
                    .place();
        }
        return internal.isProvided()
                ? "cluster/certificates/internal"
                : planning.store().folder().toString();
    }

    private void newStore() {
        if (planning.cluster().databases().type() == DatabaseType.H2) {
            return;
        }
        boolean wanted = planning.wanted().store().isPresent()
                || !planning.renewal().keys().isEmpty();
        planning.findings()
                .report(
                        planning.production() && !wanted,
                        STORE,
                        "the store " + planning.store().folder()
                                + " holds no keys yet, so that new ones are made; nodes"
                                + " that already use the shared database may have encrypted data with others. Name the"
                                + " folder that has the keys of this cluster, or, if there are none, "
                                + (planning.production()
                                        ? "the folder that is to keep them."
                                        : "keep this one, and back it up."));
    }
}
