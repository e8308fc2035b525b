package io.github.eicluster.certs;

import io.github.eicluster.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** Reads and writes PEM texts. */
final class Pem {

    private static final int LINE = 64;

    /** Rounds of PBKDF2 with HMAC-SHA256: much for who guesses, little for a server that starts. */
    private static final int ITERATIONS = 100_000;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----[ \\t]*\\r?\\n(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final Set<String> CERTIFICATE = Set.of("CERTIFICATE", "X509 CERTIFICATE");
    private static final String ANY_KEY = "PRIVATE KEY";
    private static final Map<String, String> ALGORITHMS = Map.of(
            PKCSObjectIdentifiers.rsaEncryption.getId(), "RSA",
            X9ObjectIdentifiers.id_ecPublicKey.getId(), "EC");

    private Pem() {}

    /** Certificates as text, in order. */
    static String text(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                text.append(block("CERTIFICATE", certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read has an encoding", e);
            }
        }
        return text.toString();
    }

    /** A private key as PKCS#8 text, encrypted (PBES2, AES-256) if there is a password. */
    static String text(PrivateKey key, Optional<Secret> password) {
        if (password.isEmpty()) {
            return block(ANY_KEY, key.getEncoded());
        }
        try {
            OutputEncryptor encryptor = new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(Bouncy.provider())
                    .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE))
                    .setIterationCount(ITERATIONS)
                    .build(password.get().reveal().toCharArray());
            byte[] encrypted = new JcaPKCS8EncryptedPrivateKeyInfoBuilder(key)
                    .build(encryptor)
                    .getEncoded();
            return block("ENCRYPTED PRIVATE KEY", encrypted);
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("a private key cannot be encrypted", e);
        }
    }

    /** One block of such a text; lines end in a line feed on every system. */
    static String block(String type, byte[] content) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }

    /** All certificates of a text, in order; text around them is ignored. */
    static List<X509Certificate> certificates(byte[] pem) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks(pem)) {
            if (CERTIFICATE.contains(block.type())) {
                certificates.add(certificate(block));
            }
        }
        return certificates;
    }

    /**
     * The one private key of a text: PKCS#8, PKCS#1 or SEC1, encrypted or not.
     *
     * @throws BadKeyException if there is none or more than one, or if the password is missing or wrong
     */
    static PrivateKey key(byte[] pem, Optional<Secret> password) {
        List<Block> keys = blocks(pem).stream()
                .filter(block -> block.type().endsWith(ANY_KEY))
                .toList();
        if (keys.isEmpty()) {
            throw new BadKeyException("holds no private key in PEM");
        }
        if (keys.size() > 1) {
            throw new BadKeyException("holds " + keys.size() + " private keys instead of one");
        }
        return privateKey(info(keys.get(0), password));
    }

    private static X509Certificate certificate(Block block) {
        try {
            byte[] content = Base64.getMimeDecoder().decode(block.body());
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new BadKeyException("holds a damaged certificate", e);
        }
    }

    private static PrivateKeyInfo info(Block block, Optional<Secret> password) {
        Object content;
        try (PEMParser parser = new PEMParser(new StringReader(block.whole()))) {
            content = parser.readObject();
        } catch (IOException | RuntimeException e) {
            throw new BadKeyException("holds a damaged private key", e);
        }
        if (content instanceof PrivateKeyInfo info) {
            return info;
        }
        if (content instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        boolean encrypted = content instanceof PKCS8EncryptedPrivateKeyInfo || content instanceof PEMEncryptedKeyPair;
        if (!encrypted) {
            throw new BadKeyException("holds a private key of an unknown kind: " + block.type());
        }
        char[] characters = password.orElseThrow(
                        () -> new BadKeyException("holds an encrypted private key, and no password is given"))
                .reveal()
                .toCharArray();
        try {
            return content instanceof PEMEncryptedKeyPair old ? decrypt(old, characters) : decrypt(content, characters);
        } catch (IOException | PKCSException | RuntimeException e) {
            // A wrong password shows as bad padding or as an unreadable key: which one is a matter of chance.
            throw new BadKeyException("holds a private key that the password does not open", e);
        }
    }

    private static PrivateKeyInfo decrypt(PEMEncryptedKeyPair old, char[] password) throws IOException {
        return old.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                        .setProvider(Bouncy.provider())
                        .build(password))
                .getPrivateKeyInfo();
    }

    private static PrivateKeyInfo decrypt(Object encrypted, char[] password) throws PKCSException {
        return ((PKCS8EncryptedPrivateKeyInfo) encrypted)
                .decryptPrivateKeyInfo(new JcePKCSPBEInputDecryptorProviderBuilder()
                        .setProvider(Bouncy.provider())
                        .build(password));
    }

    private static PrivateKey privateKey(PrivateKeyInfo info) {
        String identifier = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
        String algorithm = ALGORITHMS.get(identifier);
        if (algorithm == null) {
            throw new BadKeyException("holds a private key that is neither RSA nor EC (algorithm " + identifier + ")");
        }
        try {
            KeyFactory factory = KeyFactory.getInstance(algorithm);
            PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
            // A SEC1 key carries its public key along: without it, the same key has the same bytes.
            return algorithm.equals("EC")
                    ? factory.generatePrivate(factory.getKeySpec(key, ECPrivateKeySpec.class))
                    : key;
        } catch (IOException | GeneralSecurityException e) {
            throw new BadKeyException("holds a private key that Java cannot use", e);
        }
    }

    private static List<Block> blocks(byte[] pem) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2), matcher.group()));
        }
        return blocks;
    }

    /** One block of a text; it may hold a key, so that it does not print itself. */
    private record Block(String type, String body, String whole) {
        @Override
        public String toString() {
            return type;
        }
    }
}
