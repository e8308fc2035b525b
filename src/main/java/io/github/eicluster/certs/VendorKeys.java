package io.github.eicluster.certs;

import io.github.eicluster.product.VendorCertificates;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** The keys that WSO2 ships with EI, and whose private halves everybody has; server-semantics 1.7. */
final class VendorKeys {

    private final Set<String> declared;

    /** Fingerprints that a team declares count as well: an update pack may bring another key. */
    VendorKeys(Set<String> declared) {
        this.declared = Set.copyOf(declared);
    }

    /** Whether the private key of a certificate is public. */
    boolean contains(X509Certificate certificate) {
        String fingerprint = Fingerprints.of(certificate);
        return VendorCertificates.version(fingerprint).isPresent() || declared.contains(fingerprint);
    }

    /** Whether a certificate has the subject that WSO2 gives its default keys: CN=localhost of O=WSO2. */
    static boolean looksLikeOne(X509Certificate certificate) {
        boolean host = false;
        boolean organisation = false;
        try {
            LdapName subject =
                    new LdapName(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253));
            for (Rdn part : subject.getRdns()) {
                host |= is(part, "CN", "localhost");
                organisation |= is(part, "O", "WSO2");
            }
        } catch (InvalidNameException e) {
            return false; // a subject that Java itself wrote but cannot read is not one of WSO2's
        }
        return host && organisation;
    }

    private static boolean is(Rdn part, String type, String value) {
        return part.getType().equalsIgnoreCase(type) && value.equalsIgnoreCase(String.valueOf(part.getValue()));
    }
}
