package io.github.eicluster.certs;

import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.KeystoreReference.Use;
import io.github.eicluster.model.NodeStores;
import io.github.eicluster.model.VaultKeys;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Decides for every place and node which key it uses, and makes what is missing. */
public final class CertificatePlanner {

    private final CertificateStore store;
    private final Path baseDirectory;
    private final Instant now;
    private final Renewal renewal;
    private final boolean production;

    /**
     * A planner of one build.
     *
     * @param store keeps keys between builds
     * @param baseDirectory where relative paths of provided files start
     * @param now the time of the build
     * @param renewal what is to be made anew
     * @param production whether unsafe choices are errors
     */
    public CertificatePlanner(
            CertificateStore store, Path baseDirectory, Instant now, Renewal renewal, boolean production) {
        this.store = store;
        this.baseDirectory = baseDirectory;
        this.now = now;
        this.renewal = renewal;
        this.production = production;
    }

    /**
     * Plans keys and certificates; provided keys are checked before anything is generated.
     *
     * @param cluster the cluster
     * @param found what each node's configuration names, one per node
     * @return the plan; if it has errors, nothing was generated
     */
    public CertificatePlan plan(Cluster cluster, List<NodeStores> found) {
        if (cluster.certificates().mode() == Certificates.Mode.NONE) {
            return CertificatePlan.NONE;
        }
        Findings findings = new Findings();
        store.problems(production).forEach(findings.problemList()::add);
        ProvidedKeys provided =
                new ProvidedKeys(baseDirectory, now, cluster.certificates().renewBefore(), findings.problemList());
        Planning planning = new Planning(cluster, store, now, renewal, production, provided, findings);
        Map<String, X509Certificate> trusted = provided.trusted(
                cluster.certificates().trusted(), cluster.databases().server().caCertificate());
        KeySurvey survey = new KeySurvey(planning);
        Parts parts = new Parts(
                new InternalKeyPlan(planning, survey.find(found, Use.INTERNAL)),
                new TlsKeyPlan(planning, survey.find(found, Use.TLS)),
                new BalancerKeyPlan(planning),
                new TrustStorePlan(planning, found));
        check(planning, parts);
        return findings.hasErrors() ? failed(findings) : make(planning, parts, trusted);
    }

    /**
     * What opens key stores for secure vaults, and keeps their texts.
     *
     * @param wanted knows the passwords of provided key stores
     * @return the ciphers
     */
    public VaultKeys vaultKeys(Certificates wanted) {
        return new VaultCiphers(store, wanted);
    }

    /** Everything that can be wrong; nothing is made here. */
    private static void check(Planning planning, Parts parts) {
        new KeptKeys(planning)
                .report(Stream.concat(parts.internal().kept().stream(), parts.tls().kept().stream())
                        .toList());
        boolean leaves = parts.tls().isGenerated() || parts.balancer().isGenerated();
        new StoreGuards(planning, parts.internal())
                .check(leaves || parts.internal().isGenerated());
        RenewalChecks renewals = new RenewalChecks(planning);
        renewals.unused(Renewal.Key.CA, leaves && planning.wanted().ca());
        renewals.unused(Renewal.Key.LOAD_BALANCER, parts.balancer().isGenerated());
        renewals.unused(Renewal.Key.NODE, parts.tls().isGenerated());
        renewals.unused(Renewal.Key.INTERNAL, parts.internal().isGenerated());
        if (parts.internal().isGenerated()) {
            renewals.newInternalKey();
        }
    }

    private static CertificatePlan failed(Findings findings) {
        return new CertificatePlan(
                Map.of(),
                Map.of(),
                new TreeMap<>(),
                Set.of(),
                findings.problems(),
                findings.messages(),
                Optional.empty(),
                List.of());
    }

    private static CertificatePlan make(Planning planning, Parts parts, Map<String, X509Certificate> trusted) {
        boolean fresh = planning.store().isNew();
        GeneratedKeys keys = new GeneratedKeys(planning);
        NodeOutputs outputs = new NodeOutputs(planning.nodeIds());
        boolean leaves = parts.tls().isGenerated() || parts.balancer().isGenerated();
        boolean newInternal = parts.internal().makesKey();
        Optional<KeyEntry> authority =
                planning.wanted().ca() && leaves ? Optional.of(keys.authority()) : Optional.empty();
        MadeKeys made = new MadeKeys(
                authority,
                parts.balancer().make(keys, authority),
                parts.tls().make(keys, authority, outputs),
                parts.internal().make(keys, outputs));
        Optional<String> fingerprint = internalKey(made, parts.internal());
        if (parts.internal().isGenerated()) {
            made.internal().ifPresent(entry -> new RenewalChecks(planning).internalEnd(entry.certificate()));
        }
        if (leaves || parts.internal().isGenerated()) {
            tellStore(planning, fresh, newInternal, fingerprint);
        }
        parts.trust()
                .make(new TrustedCertificates(planning).of(made, parts.tls().isPerNode(), trusted), outputs);
        SortedMap<String, byte[]> files = new CertsFolder(planning, keys)
                .files(made, parts.balancer(), parts.tls().kept());
        return new CertificatePlan(
                outputs.keystores(),
                outputs.files(),
                files,
                files.containsKey(CertsFolder.SERVER_KEY) ? Set.of(CertsFolder.SERVER_KEY) : Set.of(),
                planning.findings().problems(),
                planning.findings().messages(),
                fingerprint,
                new Summaries().of(made, parts.balancer(), parts.tls(), parts.internal()));
    }

    /** The one of the place that decides; all nodes have the same, as far as it is known. */
    private static Optional<String> internalKey(MadeKeys made, InternalKeyPlan internal) {
        List<PublicKey> known = new ArrayList<>();
        internal.deciding().forEach((id, place) -> {
            if (internal.keeps(id)) {
                place.certificate().ifPresent(certificate -> known.add(certificate.getPublicKey()));
            } else {
                made.internal().ifPresent(entry -> known.add(entry.certificate().getPublicKey()));
            }
        });
        return known.stream().findFirst().map(Fingerprints::of);
    }

    /** A machine that invents keys must say so (DESIGN 7, 17). */
    private static void tellStore(Planning planning, boolean fresh, boolean newInternal, Optional<String> fingerprint) {
        String line = fingerprint
                .map(text -> " The internal key is " + text + "; to be sure of it, enter it in cluster/certificates:"
                        + " <internalKeyFingerprint>" + text + "</internalKeyFingerprint>")
                .orElse("");
        if (fresh) {
            planning.findings()
                    .message("Keys and passwords of the cluster are kept in "
                            + planning.store().folder()
                            + ", which is new: back it up, and let every machine that builds use it." + line);
        } else if (newInternal) {
            planning.findings()
                    .message("A new internal key is kept in " + planning.store().folder() + "." + line);
        }
    }

    /** What is planned one by one. */
    private record Parts(InternalKeyPlan internal, TlsKeyPlan tls, BalancerKeyPlan balancer, TrustStorePlan trust) {}
}
