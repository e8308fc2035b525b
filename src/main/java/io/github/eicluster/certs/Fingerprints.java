package io.github.eicluster.certs;

import java.security.PublicKey;
import java.security.cert.X509Certificate;

/** SHA-256 fingerprints as keytool prints them: upper-case pairs with colons. */
@SuppressWarnings("DoNotCallSuggester") // until its methods are there
final class Fingerprints {

    private Fingerprints() {}

    /** Of a certificate. */
    static String of(X509Certificate certificate) {
        throw new UnsupportedOperationException();
    }

    /** Of a public key, SubjectPublicKeyInfo: it stays when the certificate is issued anew. */
    static String of(PublicKey key) {
        throw new UnsupportedOperationException();
    }
}
