package io.github.eicluster.certs;

import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which certificates the nodes are to trust beside what the distribution trusts, by alias in order. */
final class TrustedCertificates {

    private final Planning planning;
    private final Map<String, X509Certificate> wanted = new LinkedHashMap<>();

    TrustedCertificates(Planning planning) {
        this.planning = planning;
    }

    Map<String, X509Certificate> of(MadeKeys made, boolean nodesDiffer, Map<String, X509Certificate> further) {
        String host = planning.cluster().hostName();
        Optional<X509Certificate> ca = made.authority().map(KeyEntry::certificate);
        // A balancer's certificate that the CA signed has the CA at its top.
        made.balancer().ifPresent(entry -> add("lb-" + host, MadeKeys.top(entry)));
        ca.ifPresent(certificate -> add("ca-" + host, certificate));
        made.tls().forEach((id, entry) -> add("node-" + (nodesDiffer ? id : host), MadeKeys.top(entry)));
        made.internal().ifPresent(entry -> add("internal-" + host, entry.certificate()));
        further.forEach(this::add);
        return wanted;
    }

    private void add(String alias, X509Certificate certificate) {
        if (!wanted.containsValue(certificate)) {
            wanted.put(alias, certificate);
        }
    }
}
