package io.github.eicluster.certs;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** The keys that WSO2 ships with EI, and whose private halves everybody has; server-semantics 1.7. */
final class VendorKeys {

    /** EI versions by SHA-256 fingerprint of the certificate. */
    private static final Map<String, String> VERSIONS = Map.of(
            "1D:72:9F:B8:C4:68:EA:D8:20:A2:A0:BE:4A:DB:8F:BA:BE:D9:AB:1B:A1:26:C9:D2:14:66:C5:70:6E:8E:4D:30",
            "6.0",
            "EE:CB:4D:02:DA:D4:AC:6B:50:53:53:A7:E2:1F:4F:B9:A3:3F:DC:AC:92:30:3F:F0:FF:43:E2:19:0A:84:EA:A0",
            "6.1",
            "50:F0:ED:A5:89:8A:F3:A1:15:C2:C5:08:19:49:56:E7:E1:14:FE:23:47:43:E9:D2:2F:70:9A:E7:CB:80:1B:BD",
            "6.2 to 6.5",
            "36:12:AD:8F:01:B4:EC:F4:71:4F:0B:C8:E0:71:B6:40:3D:D3:4C:4D:DE:62:D8:1D:D4:B9:1D:1A:A3:56:DE:E6",
            "6.6");

    private final Set<String> declared;

    /** Fingerprints that a team declares count as well: an update pack may bring another key. */
    VendorKeys(Set<String> declared) {
        this.declared = Set.copyOf(declared);
    }

    /** Whether the private key of a certificate is public. */
    boolean contains(X509Certificate certificate) {
        String fingerprint = Fingerprints.of(certificate);
        return VERSIONS.containsKey(fingerprint) || declared.contains(fingerprint);
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
