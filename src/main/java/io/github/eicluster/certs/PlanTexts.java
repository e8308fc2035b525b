package io.github.eicluster.certs;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;

/** How keys and certificates are named in messages; never a password. */
final class PlanTexts {

    /** User property that replaces key pairs. */
    private static final String NEW_KEY = "-Dei-cluster.certs.newKey=";

    private PlanTexts() {}

    /** Last day of a certificate in UTC, {@code 2028-11-23}. */
    static String end(X509Certificate certificate) {
        return LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC)
                .toString();
    }

    static String subject(X509Certificate certificate) {
        return SubjectNames.readable(certificate.getSubjectX500Principal());
    }

    /** Subject, fingerprint and end. */
    static String certificate(X509Certificate certificate) {
        return subject(certificate) + ", SHA-256 " + Fingerprints.of(certificate) + ", valid until " + end(certificate);
    }

    /** What the POM wants of a key, in the words of {@link #kind(PublicKey)}. */
    static String kind(int rsaBits, Optional<String> curve) {
        return curve.map(name -> "EC " + name).orElse("RSA " + rsaBits);
    }

    /** Algorithm and size, such as {@code RSA 3072} and {@code EC P-256}. */
    static String kind(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        if (key instanceof ECPublicKey ec) {
            return "EC P-" + ec.getParams().getCurve().getField().getFieldSize();
        }
        return key.getAlgorithm();
    }

    /** The argument of Maven that replaces a key. */
    static String newKey(Renewal.Key key) {
        return NEW_KEY + word(key);
    }

    /** How a key is named on the command line, as in the POM. */
    static String word(Renewal.Key key) {
        return switch (key) {
            case CA -> "ca";
            case LOAD_BALANCER -> "loadBalancer";
            case NODE -> "node";
            case INTERNAL -> "internal";
        };
    }

    static String list(Collection<String> words) {
        return String.join(", ", words);
    }
}
