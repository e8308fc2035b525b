package io.github.eicluster.certs;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes key pairs, certificates and signing requests. */
@SuppressWarnings("DoNotCallSuggester") // until its methods are there
final class Issuer {

    /** Makes things as of a point in time; certificates begin an hour before it, since clocks differ. */
    Issuer(Instant now) {}

    /** A new key pair: RSA of so many bits, or EC on {@code P-256} or {@code P-384}. */
    KeyPair newKey(int rsaBits, Optional<String> curve) {
        throw new UnsupportedOperationException();
    }

    /** A self-signed certificate of an authority. */
    X509Certificate authority(KeyPair pair, String commonName, int days) {
        throw new UnsupportedOperationException();
    }

    /** A self-signed certificate of the internal key: it signs and encrypts data, and serves no TLS. */
    X509Certificate internal(KeyPair pair, String commonName, int days) {
        throw new UnsupportedOperationException();
    }

    /**
     * A certificate for TLS servers and clients.
     *
     * @param pair the key pair of the subject
     * @param authority who signs; absent: the pair signs its own
     * @param names host names and IP addresses, the first becomes the common name if it fits
     * @param days days that it is valid, cut at the end of the authority
     */
    X509Certificate tls(KeyPair pair, Optional<KeyEntry> authority, List<String> names, int days) {
        throw new UnsupportedOperationException();
    }

    /** A signing request with the same names, in PEM. */
    String request(KeyPair pair, List<String> names) {
        throw new UnsupportedOperationException();
    }
}
