package io.github.eicluster.certs;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who signed whom, and which key belongs to which certificate: by signatures, since names can be equal. */
final class ChainBuilder {

    private static final byte[] PROBE = {'p', 'r', 'o', 'b', 'e'};

    private ChainBuilder() {}

    /** The certificate and those that signed it, in order, as far as they are among the others; the rest is left out. */
    static List<X509Certificate> order(X509Certificate first, Collection<X509Certificate> others) {
        List<X509Certificate> chain = new ArrayList<>(List.of(first));
        Optional<X509Certificate> next = issuer(first, others);
        while (next.isPresent() && !chain.contains(next.get())) {
            chain.add(next.get());
            next = issuer(next.get(), others);
        }
        return chain;
    }

    /** The one that signed a certificate. */
    static Optional<X509Certificate> issuer(X509Certificate certificate, Collection<X509Certificate> others) {
        return isSelfSigned(certificate)
                ? Optional.empty()
                : others.stream().filter(other -> signed(other, certificate)).findFirst();
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        return signed(certificate, certificate);
    }

    /** Whether the private key is that of the certificate. */
    static boolean belongs(PrivateKey key, X509Certificate certificate) {
        String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // another algorithm, length or curve
        }
    }

    private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
