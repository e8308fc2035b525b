package io.github.eicluster.certs;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Datasource;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a team has to know of renewals: what they destroy, and what they do not reach. */
final class RenewalChecks {

    private static final String PLACE = "ei-cluster.certs.newKey";

    private final Planning planning;

    RenewalChecks(Planning planning) {
        this.planning = planning;
    }

    /** Tells of keys that cannot be replaced since nothing uses a generated one. */
    void unused(Renewal.Key key, boolean used) {
        if (!used && planning.renewal().keys().contains(key)) {
            planning.findings()
                    .warning(
                            PLACE,
                            "'" + PlanTexts.word(key)
                                    + "' has no effect, since the cluster uses no generated key of that"
                                    + " kind: it is provided, kept as the distribution has it, or not needed.");
        }
    }

    /** Names what a new internal key cannot read. */
    void newInternalKey() {
        if (!planning.renewal().keys().contains(Renewal.Key.INTERNAL)) {
            return;
        }
        Cluster cluster = planning.cluster();
        List<String> databases = Stream.of(
                        Optional.of(cluster.databases().user()),
                        Optional.of(cluster.databases().registry()),
                        cluster.databases().config())
                .flatMap(Optional::stream)
                .map(Datasource::name)
                .distinct()
                .toList();
        planning.findings()
                .warning(
                        PLACE,
                        "the internal key is replaced. What the old one has encrypted becomes unreadable: secure vault"
                                + " entries of " + PlanTexts.list(planning.nodeIds()) + ", and in "
                                + PlanTexts.list(databases)
                                + " the registry's secure vault and encrypted passwords of user"
                                + " stores and datasources. Encrypt all of it anew; the old key stays in "
                                + planning.store().folder() + ".");
    }

    /** The certificate of the internal key may end: the key goes on. */
    void internalEnd(X509Certificate certificate) {
        Instant end = certificate.getNotAfter().toInstant();
        Instant notice = planning.now().plus(Duration.ofDays(planning.wanted().renewBefore()));
        if (!end.isAfter(notice)) {
            String word = end.isAfter(planning.now()) ? "ends" : "ended";
            planning.findings()
                    .warning(
                            Planning.PLACE + "/internal",
                            "the certificate of the internal key " + word + " on " + PlanTexts.end(certificate)
                                    + " (" + PlanTexts.subject(certificate)
                                    + "). It encrypts and decrypts all the same, and"
                                    + " is never replaced by itself, since data would become unreadable.");
        }
    }
}
