package io.github.eicluster.certs;

import io.github.eicluster.certs.CertificatePlan.Summary;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One entry per certificate in use. */
final class Summaries {

    private static final String GENERATED = "generated";
    private static final String PROVIDED = "provided";
    private static final String OF_BASE = "the distribution's own";

    private final Set<Summary> summaries = new LinkedHashSet<>();

    List<Summary> of(MadeKeys made, BalancerKeyPlan balancer, TlsKeyPlan tls, InternalKeyPlan internal) {
        made.authority().ifPresent(entry -> add("cluster CA", entry.certificate(), GENERATED));
        made.balancer().ifPresent(entry -> add("load balancer", entry.certificate(), origin(balancer.isProvided())));
        for (Map.Entry<String, KeyEntry> node : made.tls().entrySet()) {
            String purpose = tls.isPerNode() ? "TLS of " + node.getKey() : "TLS of the nodes";
            add(purpose, node.getValue().certificate(), origin(tls.isProvided()));
        }
        kept("TLS of the nodes", tls.kept());
        made.internal().ifPresent(entry -> add("internal key", entry.certificate(), origin(internal.isProvided())));
        kept("internal key", internal.kept());
        return new ArrayList<>(summaries);
    }

    private void kept(String purpose, List<FoundKey> places) {
        for (FoundKey place : places) {
            if (place.reference().active()) {
                place.certificate().ifPresent(certificate -> add(purpose, certificate, OF_BASE));
            }
        }
    }

    private void add(String purpose, X509Certificate certificate, String origin) {
        summaries.add(new Summary(
                purpose,
                PlanTexts.subject(certificate),
                PlanTexts.end(certificate),
                Fingerprints.of(certificate),
                origin));
    }

    private static String origin(boolean provided) {
        return provided ? PROVIDED : GENERATED;
    }
}
