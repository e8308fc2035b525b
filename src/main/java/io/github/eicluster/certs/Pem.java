package io.github.eicluster.certs;

import io.github.eicluster.model.Secret;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Reads and writes PEM texts. */
@SuppressWarnings("DoNotCallSuggester") // until its methods are there
final class Pem {

    private Pem() {}

    /** Certificates as text, in order. */
    static String text(List<X509Certificate> certificates) {
        throw new UnsupportedOperationException();
    }

    /** A private key as PKCS#8 text, encrypted (PBES2, AES-256) if there is a password. */
    static String text(PrivateKey key, Optional<Secret> password) {
        throw new UnsupportedOperationException();
    }

    /** All certificates of a text, in order; text around them is ignored. */
    static List<X509Certificate> certificates(byte[] pem) {
        throw new UnsupportedOperationException();
    }

    /**
     * The one private key of a text: PKCS#8, PKCS#1 or SEC1, encrypted or not.
     *
     * @throws BadKeyException if there is none or more than one, or if the password is missing or wrong
     */
    static PrivateKey key(byte[] pem, Optional<Secret> password) {
        throw new UnsupportedOperationException();
    }
}
