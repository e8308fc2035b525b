package io.github.eicluster.product;

import java.util.Map;
import java.util.Optional;

/** The certificates that WSO2 ships with EI in {@code wso2carbon.jks}; their private keys are public. */
public final class VendorCertificates {

    /** EI versions by SHA-256 fingerprint; read with keytool from the key stores of the kernel tags. */
    private static final Map<String, String> VERSIONS = Map.of(
            "1D:72:9F:B8:C4:68:EA:D8:20:A2:A0:BE:4A:DB:8F:BA:BE:D9:AB:1B:A1:26:C9:D2:14:66:C5:70:6E:8E:4D:30",
            "6.0",
            "EE:CB:4D:02:DA:D4:AC:6B:50:53:53:A7:E2:1F:4F:B9:A3:3F:DC:AC:92:30:3F:F0:FF:43:E2:19:0A:84:EA:A0",
            "6.1",
            "50:F0:ED:A5:89:8A:F3:A1:15:C2:C5:08:19:49:56:E7:E1:14:FE:23:47:43:E9:D2:2F:70:9A:E7:CB:80:1B:BD",
            "6.2 to 6.5",
            "36:12:AD:8F:01:B4:EC:F4:71:4F:0B:C8:E0:71:B6:40:3D:D3:4C:4D:DE:62:D8:1D:D4:B9:1D:1A:A3:56:DE:E6",
            "6.6");

    private VendorCertificates() {}

    /**
     * Tells which EI ships a certificate.
     *
     * @param fingerprint SHA-256 of the certificate, upper-case hexadecimal pairs with colons
     * @return the versions, such as {@code 6.2 to 6.5}; empty for any other certificate
     */
    public static Optional<String> version(String fingerprint) {
        return Optional.ofNullable(VERSIONS.get(fingerprint));
    }
}
