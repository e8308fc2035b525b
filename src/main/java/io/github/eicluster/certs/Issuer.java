package io.github.eicluster.certs;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes key pairs, certificates and signing requests. */
final class Issuer {

    private static final int SERIAL_BITS = 128;
    private static final int BITS_OF_P384 = 384;
    private static final Map<String, String> CURVES = Map.of("P-256", "secp256r1", "P-384", "secp384r1");
    private static final ExtendedKeyUsage TLS_USAGE =
            new ExtendedKeyUsage(new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth});

    private final Instant now;
    private final SecureRandom random = new SecureRandom();

    /** Makes things as of a point in time; certificates begin an hour before it, since clocks differ. */
    Issuer(Instant now) {
        this.now = now;
    }

    /** A new key pair: RSA of so many bits, or EC on {@code P-256} or {@code P-384}. */
    KeyPair newKey(int rsaBits, Optional<String> curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(curve.isPresent() ? "EC" : "RSA");
            if (curve.isPresent()) {
                generator.initialize(new ECGenParameterSpec(CURVES.get(curve.get())), random);
            } else {
                generator.initialize(rsaBits, random);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA and these curves", e);
        }
    }

    /** A self-signed certificate of an authority. */
    X509Certificate authority(KeyPair pair, String commonName, int days) {
        return issue(new Request(pair, SubjectNames.commonName(commonName), days), Optional.empty(), extensions -> {
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
    }

    /** A self-signed certificate of the internal key: it signs and encrypts data, and serves no TLS. */
    X509Certificate internal(KeyPair pair, String commonName, int days) {
        int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;
        return issue(new Request(pair, SubjectNames.commonName(commonName), days), Optional.empty(), extensions -> {
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        });
    }

    /**
     * A certificate for TLS servers and clients.
     *
     * @param pair the key pair of the subject
     * @param authority who signs; absent: the pair signs its own
     * @param names host names and IP addresses, the first becomes the common name if it fits
     * @param days days that it is valid, cut at the end of the authority
     */
    X509Certificate tls(KeyPair pair, Optional<KeyEntry> authority, List<String> names, int days) {
        return issue(new Request(pair, SubjectNames.subject(names), days), authority, extensions -> {
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            extensions.addExtension(Extension.keyUsage, true, tlsUsage(pair));
            extensions.addExtension(Extension.extendedKeyUsage, false, TLS_USAGE);
            extensions.addExtension(Extension.subjectAlternativeName, false, SubjectNames.alternatives(names));
        });
    }

    /** A signing request with the same names, in PEM. */
    String request(KeyPair pair, List<String> names) {
        try {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.keyUsage, true, tlsUsage(pair));
            extensions.addExtension(Extension.extendedKeyUsage, false, TLS_USAGE);
            extensions.addExtension(Extension.subjectAlternativeName, false, SubjectNames.alternatives(names));
            byte[] request = new JcaPKCS10CertificationRequestBuilder(SubjectNames.subject(names), pair.getPublic())
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate())
                    .build(signer(pair.getPrivate()))
                    .getEncoded();
            return Pem.block("CERTIFICATE REQUEST", request);
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("a signing request cannot be made", e);
        }
    }

    private X509Certificate issue(Request wanted, Optional<KeyEntry> authority, ExtensionWriter writer) {
        Instant end = now.plus(Duration.ofDays(wanted.days()));
        X500Name issuer = wanted.subject();
        if (authority.isPresent()) {
            X509Certificate signing = authority.get().certificate();
            issuer = X500Name.getInstance(signing.getSubjectX500Principal().getEncoded());
            Instant last = signing.getNotAfter().toInstant();
            end = end.isBefore(last) ? end : last;
        }
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    serial(),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(end),
                    wanted.subject(),
                    wanted.pair().getPublic());
            writer.write(builder);
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    identifiers.createSubjectKeyIdentifier(wanted.pair().getPublic()));
            if (authority.isPresent()) {
                // By key only: with issuer and serial number, a re-issued authority would not match.
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        identifiers.createAuthorityKeyIdentifier(
                                authority.get().certificate().getPublicKey()));
            }
            ContentSigner signer = signer(
                    authority.isPresent()
                            ? authority.get().key()
                            : wanted.pair().getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("a certificate for " + wanted.subject() + " cannot be made", e);
        }
    }

    private static KeyUsage tlsUsage(KeyPair pair) {
        return new KeyUsage(
                pair.getPublic() instanceof ECKey
                        ? KeyUsage.digitalSignature
                        : KeyUsage.digitalSignature | KeyUsage.keyEncipherment);
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        String algorithm = "SHA256withRSA";
        if (key instanceof ECKey ec) {
            boolean large = ec.getParams().getOrder().bitLength() >= BITS_OF_P384;
            algorithm = large ? "SHA384withECDSA" : "SHA256withECDSA";
        }
        return new JcaContentSignerBuilder(algorithm).build(key);
    }

    private BigInteger serial() {
        // The highest bit but one is set, so that it is positive, never zero, and always of the same length.
        return new BigInteger(SERIAL_BITS - 1, random).setBit(SERIAL_BITS - 1);
    }

    /** Whose certificate is wanted. */
    private record Request(KeyPair pair, X500Name subject, int days) {}

    /** Adds what is special to one kind of certificate. */
    @FunctionalInterface
    private interface ExtensionWriter {
        void write(X509v3CertificateBuilder extensions) throws IOException;
    }
}
