package io.github.eicluster.certs;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key with its certificates.
 *
 * @param key the private key
 * @param chain its certificate first, then those that signed, as far as they are known
 */
record KeyEntry(PrivateKey key, List<X509Certificate> chain) {

    KeyEntry {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a key without a certificate");
        }
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** A private key prints itself, at least in part, in some providers. */
    @Override
    public String toString() {
        return "KeyEntry[" + certificate().getSubjectX500Principal() + "]";
    }
}
