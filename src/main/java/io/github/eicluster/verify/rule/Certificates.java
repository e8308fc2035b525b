package io.github.eicluster.verify.rule;

import io.github.eicluster.verify.home.Addresses;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What can be wrong with a certificate. */
final class Certificates {

    private static final int LEAST_BITS = 2048;
    private static final int SOON = 30;

    private Certificates() {}

    /** What is wrong, each as the end of a sentence that begins with the certificate. */
    static List<String> faults(X509Certificate certificate, Instant now, Collection<String> names) {
        List<String> faults = new ArrayList<>();
        end(certificate, now).ifPresent(faults::add);
        faults.addAll(weaknesses(certificate));
        List<String> missing =
                names.stream().filter(name -> !covers(certificate, name)).toList();
        if (!missing.isEmpty()) {
            faults.add("is not for " + String.join(", ", missing));
        }
        return faults;
    }

    /** Whether it has ended or will end soon. */
    static java.util.Optional<String> end(X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        String day = end.atZone(ZoneOffset.UTC).toLocalDate().toString();
        if (end.isBefore(now)) {
            return java.util.Optional.of("expired on " + day);
        }
        if (certificate.getNotBefore().toInstant().isAfter(now)) {
            return java.util.Optional.of("is not valid before "
                    + certificate
                            .getNotBefore()
                            .toInstant()
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate());
        }
        boolean soon = end.isBefore(now.plus(Duration.ofDays(SOON)));
        return soon ? java.util.Optional.of("expires on " + day) : java.util.Optional.empty();
    }

    /** Keys and signatures that are too short. */
    static List<String> weaknesses(X509Certificate certificate) {
        List<String> faults = new ArrayList<>();
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() < LEAST_BITS) {
            faults.add("has an RSA key of " + rsa.getModulus().bitLength() + " bits");
        }
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (algorithm.startsWith("SHA1") || algorithm.startsWith("MD5")) {
            faults.add("is signed with " + algorithm);
        }
        return faults;
    }

    /** Whether a client that asks for a name accepts it; the subject alone counts no more. */
    static boolean covers(X509Certificate certificate, String name) {
        return alternatives(certificate).stream().anyMatch(found -> matches(found, name));
    }

    /** {@return the names and addresses of the extension subjectAltName} */
    static List<String> alternatives(X509Certificate certificate) {
        try {
            Collection<List<?>> found = certificate.getSubjectAlternativeNames();
            return found == null
                    ? List.of()
                    : found.stream()
                            .filter(entry -> entry.size() > 1 && entry.get(1) instanceof String)
                            .map(entry -> (String) entry.get(1))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static boolean matches(String alternative, String name) {
        String pattern = Addresses.plain(alternative);
        String wanted = Addresses.plain(name);
        if (pattern.startsWith("*.")) {
            int dot = wanted.indexOf('.');
            return dot > 0 && wanted.substring(dot).equals(pattern.substring(1));
        }
        return pattern.equals(wanted);
    }
}
