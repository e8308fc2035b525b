package io.github.eicluster.certs;

import io.github.eicluster.model.Problem;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** Checks certificates that a team gives; what is wrong goes to the list of problems. */
final class CertificateChecks {

    private static final int SMALLEST_RSA = 2048;

    private final Instant now;
    private final int renewBefore;
    private final List<Problem> problems;

    CertificateChecks(Instant now, int renewBefore, List<Problem> problems) {
        this.now = now;
        this.renewBefore = renewBefore;
        this.problems = problems;
    }

    /** Size and kind of the key; the internal key encrypts, which only RSA does (secure vault, CryptoService). */
    void key(String where, KeyEntry entry, boolean internal) {
        if (entry.key() instanceof RSAKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits < SMALLEST_RSA) {
                error(
                        where,
                        "the RSA key of " + subject(entry.certificate()) + " has " + bits + " bits, which is too weak."
                                + " Give a key of 2048 bits or more.");
            }
        } else if (internal) {
            error(
                    where,
                    "the key of " + subject(entry.certificate()) + " is an EC key, but the server encrypts with the"
                            + " internal key. Give an RSA key.");
        }
    }

    /**
     * Beginning and end.
     *
     * @param harmless whether a bad date is worth a warning only: nobody checks that of the internal key, which must never
     *     change, nor does a dead entry of a trust store stop anybody
     */
    void dates(String where, X509Certificate certificate, boolean harmless) {
        Instant end = certificate.getNotAfter().toInstant();
        Instant begin = certificate.getNotBefore().toInstant();
        String of = "the certificate " + subject(certificate);
        if (end.isBefore(now)) {
            bad(harmless, where, of + " has expired on " + date(end) + ". Give one that is valid.");
        } else if (begin.isAfter(now)) {
            bad(harmless, where, of + " is not valid before " + date(begin) + ". Give one that is valid now.");
        } else if (end.isBefore(now.plus(Duration.ofDays(renewBefore)))) {
            warning(where, of + " ends on " + date(end) + ". Ask for a new one in time.");
        }
    }

    /** Whether the issuer of the last one is known. */
    void chain(String where, KeyEntry entry, Collection<X509Certificate> anchors) {
        X509Certificate top = entry.chain().get(entry.chain().size() - 1);
        if (ChainBuilder.isSelfSigned(top) || ChainBuilder.issuer(top, anchors).isPresent()) {
            return;
        }
        warning(
                where,
                "the chain ends with " + subject(top) + ", and the certificate of its issuer "
                        + SubjectNames.readable(top.getIssuerX500Principal())
                        + " is missing. Add it to the chain, or to cluster/certificates/trusted if it is the root.");
    }

    /** Whether it is valid for the names. */
    void names(String where, X509Certificate certificate, List<String> names) {
        List<String> found;
        try {
            found = SubjectNames.of(certificate.getSubjectAlternativeNames());
        } catch (CertificateParsingException e) {
            error(
                    where,
                    "the names (SAN) of the certificate " + subject(certificate) + " cannot be read."
                            + " Ask for a new one.");
            return;
        }
        List<String> missing =
                names.stream().filter(name -> !SubjectNames.covers(found, name)).toList();
        if (found.isEmpty()) {
            warning(
                    where,
                    "the certificate " + subject(certificate)
                            + " has no names (SAN), so that today's clients refuse it." + " Ask for one with: "
                            + String.join(", ", names) + ".");
        } else if (!missing.isEmpty()) {
            warning(
                    where,
                    "the certificate " + subject(certificate) + " is not valid for " + String.join(", ", missing)
                            + ". Ask for one with all names (SAN), unless nobody uses these.");
        }
    }

    private void bad(boolean harmless, String where, String message) {
        if (harmless) {
            warning(where, message);
        } else {
            error(where, message);
        }
    }

    private void error(String where, String message) {
        problems.add(Problem.error(where, message));
    }

    private void warning(String where, String message) {
        problems.add(Problem.warning(where, message));
    }

    private static String subject(X509Certificate certificate) {
        return SubjectNames.readable(certificate.getSubjectX500Principal());
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
