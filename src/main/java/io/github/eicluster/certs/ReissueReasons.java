package io.github.eicluster.certs;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** Why a generated certificate has to be issued anew on the key that it has; texts stand behind "since". */
final class ReissueReasons {

    private final Instant now;
    private final int renewBefore;
    private final boolean asked;

    ReissueReasons(Instant now, int renewBefore, boolean asked) {
        this.now = now;
        this.renewBefore = renewBefore;
        this.asked = asked;
    }

    ReissueReasons(Planning planning) {
        this(planning.now(), planning.wanted().renewBefore(), planning.renewal().certificates());
    }

    /** For an authority: its end only. */
    Optional<String> ofAuthority(X509Certificate certificate) {
        return ofEnd(certificate).or(this::ofRequest);
    }

    /** For a certificate of TLS; the authority is absent if the certificate is to sign itself. */
    Optional<String> ofTls(X509Certificate certificate, List<String> names, Optional<KeyEntry> authority) {
        return ofEnd(certificate)
                .or(() -> ofNames(certificate, names))
                .or(() -> ofSignature(certificate, authority))
                .or(this::ofRequest);
    }

    private Optional<String> ofRequest() {
        return asked ? Optional.of("ei-cluster.certs.renew asks for it") : Optional.empty();
    }

    private Optional<String> ofEnd(X509Certificate certificate) {
        Instant end = certificate.getNotAfter().toInstant();
        if (!end.isAfter(now)) {
            return Optional.of("it ended on " + PlanTexts.end(certificate));
        }
        return end.isAfter(now.plus(Duration.ofDays(renewBefore)))
                ? Optional.empty()
                : Optional.of("it ends on " + PlanTexts.end(certificate) + ", within " + renewBefore + " days");
    }

    private static Optional<String> ofNames(X509Certificate certificate, List<String> wanted) {
        List<String> had = names(certificate);
        List<String> added = new ArrayList<>(SubjectNames.normal(wanted));
        added.removeAll(had);
        List<String> dropped = new ArrayList<>(had);
        dropped.removeAll(SubjectNames.normal(wanted));
        List<String> changes = new ArrayList<>();
        if (!added.isEmpty()) {
            changes.add("it lacks " + PlanTexts.list(added));
        }
        if (!dropped.isEmpty()) {
            changes.add("it has " + PlanTexts.list(dropped) + ", which the cluster no longer has");
        }
        if (changes.isEmpty() && !subject(certificate).equals(subject(wanted))) {
            changes.add("its subject is " + PlanTexts.subject(certificate));
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", changes));
    }

    private static Optional<String> ofSignature(X509Certificate certificate, Optional<KeyEntry> authority) {
        boolean bySelf = signedBy(certificate, certificate.getPublicKey());
        if (authority.isEmpty()) {
            return bySelf
                    ? Optional.empty()
                    : Optional.of("cluster/certificates/ca is false, so that each certificate signs itself");
        }
        if (signedBy(certificate, authority.get().certificate().getPublicKey())) {
            return Optional.empty();
        }
        return Optional.of(bySelf ? "the cluster CA is to sign it" : "the cluster CA has another key");
    }

    /** Whether a key signed a certificate. */
    static boolean signedBy(X509Certificate certificate, PublicKey key) {
        try {
            certificate.verify(key);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static X500Principal subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal();
    }

    private static X500Principal subject(List<String> names) {
        return new X500Principal(SubjectNames.subject(names).toString());
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            return SubjectNames.of(certificate.getSubjectAlternativeNames());
        } catch (CertificateParsingException e) {
            return List.of(); // it is issued anew
        }
    }
}
