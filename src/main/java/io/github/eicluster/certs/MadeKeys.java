package io.github.eicluster.certs;

import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that the cluster uses beside those that stay as the distribution has them.
 *
 * @param authority the cluster's own, if it signs something
 * @param balancer the load balancer's
 * @param tls those of the nodes that do not keep theirs, by node id
 * @param internal the one that encrypts shared data, unless every node keeps its own
 */
record MadeKeys(
        Optional<KeyEntry> authority,
        Optional<KeyEntry> balancer,
        Map<String, KeyEntry> tls,
        Optional<KeyEntry> internal) {

    MadeKeys {
        tls = Collections.unmodifiableMap(new LinkedHashMap<>(tls));
    }

    /** The certificate whose trust suffices: the last of the chain. */
    static X509Certificate top(KeyEntry entry) {
        return top(entry.chain());
    }

    static X509Certificate top(List<X509Certificate> chain) {
        return chain.get(chain.size() - 1);
    }
}
