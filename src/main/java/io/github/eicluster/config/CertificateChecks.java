package io.github.eicluster.config;

import io.github.eicluster.model.Certificates.InternalKey;
import io.github.eicluster.model.Certificates.Mode;
import java.util.List;
import java.util.Optional;

/** Finds elements of {@code cluster/certificates} that contradict each other. */
final class CertificateChecks {

    private static final List<String> PURPOSES = List.of("loadBalancer", "node", "internal");

    private final Problems problems;
    private final Entry entry;
    private final Mode mode;
    private final InternalKey internalKey;

    CertificateChecks(Problems problems, Entry entry, Mode mode, InternalKey internalKey) {
        this.problems = problems;
        this.entry = entry;
        this.mode = mode;
        this.internalKey = internalKey;
    }

    void check(boolean hasBalancer) {
        if (mode == Mode.NONE) {
            checkNone();
            return;
        }
        if (!hasBalancer) {
            entry.child("loadBalancer")
                    .ifPresent(purpose -> problems.error(
                            purpose.path(),
                            "is the key of a load balancer, and the cluster has none. Add cluster/loadBalancer, or"
                                    + " remove it."));
        }
        if (mode == Mode.PROVIDED) {
            checkProvided();
        } else {
            PURPOSES.forEach(this::checkGenerated);
        }
        checkInternal();
        checkPerNode();
    }

    /** What the command line adds may stay, since it is often the same for many builds. */
    private void checkNone() {
        if (entry.pathOf("mode").startsWith("-D")) {
            return;
        }
        for (RawElement child : entry.raw().children()) {
            boolean known = entry.schema().child(child.name()).isPresent();
            boolean acts = child.name().equals("mode") || child.name().equals("protocols");
            if (known && !acts && isInPom(child)) {
                problems.error(
                        entry.pathOf(child.name()),
                        "means nothing with mode none, which leaves keys and stores as they are. Remove it, or choose"
                                + " another mode.");
            }
        }
    }

    private static boolean isInPom(RawElement raw) {
        return raw.property().isEmpty()
                && (raw.children().isEmpty() || raw.children().stream().anyMatch(CertificateChecks::isInPom));
    }

    private void checkProvided() {
        if (PURPOSES.stream().allMatch(name -> provided(name).isEmpty())) {
            problems.error(
                    entry.pathOf("mode"),
                    "'provided', but no key is given. Add certificate and key, or keystore, to loadBalancer, node or"
                            + " internal, or set mode to generate.");
        }
    }

    private void checkGenerated(String name) {
        provided(name)
                .ifPresent(element -> problems.error(
                        element.path(),
                        "is read only with mode provided, but the mode is generate. Set mode to provided, or remove"
                                + " it."));
    }

    private void checkInternal() {
        Optional<Entry> given = provided("internal");
        if (internalKey == InternalKey.PROVIDED && (given.isEmpty() || mode != Mode.PROVIDED)) {
            problems.error(
                    entry.pathOf("internalKey"),
                    "'provided' needs " + (given.isEmpty() ? "a key in certificates/internal" : "mode provided")
                            + ". Add it, or write auto.");
        }
        if (internalKey == InternalKey.GENERATE) {
            given.ifPresent(element -> problems.error(
                    element.path(), "contradicts internalKey generate. Remove it, or set internalKey to provided."));
        }
        if (internalKey == InternalKey.KEEP) {
            entry.child("internal")
                    .ifPresent(element -> problems.error(
                            element.path(), "contradicts internalKey keep. Remove it, or set internalKey to auto."));
        }
    }

    private void checkPerNode() {
        if (entry.isTrue("perNode") && provided("node").isPresent()) {
            problems.error(
                    entry.pathOf("perNode"),
                    "'true' contradicts the provided key in certificates/node, which serves all nodes. Keep one of"
                            + " them.");
        }
    }

    private Optional<Entry> provided(String purpose) {
        return KeySourceReader.provided(entry.child(purpose));
    }
}
