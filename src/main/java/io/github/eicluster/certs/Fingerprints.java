package io.github.eicluster.certs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** SHA-256 fingerprints as keytool prints them: upper-case pairs with colons. */
final class Fingerprints {

    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

    private Fingerprints() {}

    /** Of a certificate. */
    static String of(X509Certificate certificate) {
        try {
            return PAIRS.formatHex(sha256().digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }

    /** Of a public key, SubjectPublicKeyInfo: it stays when the certificate is issued anew. */
    static String of(PublicKey key) {
        return PAIRS.formatHex(sha256().digest(key.getEncoded()));
    }

    /** The digest, new. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
