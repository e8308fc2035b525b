package io.github.eicluster.certs;

import io.github.eicluster.model.Secret;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * Writes PKCS#12 files with triple DES and a SHA-1 MAC: what the first JDK 8 reads as well as JDK 25 and OpenSSL 3 (without
 * its legacy provider). AES came to JDK 8 with update 301 only, RC2 has left OpenSSL 3.
 */
final class Pkcs12File {

    private static final int ITERATIONS = 10_000;

    /** Java takes a certificate without this attribute for a link of a chain (JDK-8002220). */
    private static final ASN1ObjectIdentifier TRUSTED = new ASN1ObjectIdentifier("2.16.840.1.113894.746875.1.1");

    private static final byte[] KEY_ID = {1};

    private Pkcs12File() {}

    /** A file with one key and its chain. */
    static byte[] keystore(String alias, KeyEntry entry, Secret password) {
        try {
            PKCS12SafeBagBuilder key = named(new JcaPKCS12SafeBagBuilder(entry.key(), encryptor(password)), alias);
            List<PKCS12SafeBag> certificates = new ArrayList<>();
            for (X509Certificate certificate : entry.chain()) {
                PKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(certificate);
                certificates.add((certificates.isEmpty() ? named(bag, alias) : bag).build());
            }
            return write(List.of(key.build()), certificates, password);
        } catch (IOException | PKCSException | OperatorCreationException e) {
            throw new IllegalStateException("a PKCS#12 file cannot be made", e);
        }
    }

    /** A file with other or more trusted certificates. */
    static byte[] with(
            byte[] content, Map<String, X509Certificate> trusted, Secret password, Optional<Secret> newPassword) {
        List<PKCS12SafeBag> keys = new ArrayList<>();
        List<PKCS12SafeBag> others = new ArrayList<>();
        try {
            for (PKCS12SafeBag bag : bags(content, decryptor(password))) {
                if (bag.getType().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
                    keys.add(newPassword.isPresent() ? opened(bag, password, newPassword.get()) : bag);
                } else if (!isReplaced(bag, trusted)) {
                    others.add(bag);
                }
            }
            for (Map.Entry<String, X509Certificate> one : trusted.entrySet()) {
                others.add(new JcaPKCS12SafeBagBuilder(one.getValue())
                        .addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(name(one.getKey())))
                        .addBagAttribute(TRUSTED, KeyPurposeId.anyExtendedKeyUsage)
                        .build());
            }
            return write(keys, others, newPassword.orElse(password));
        } catch (IOException | PKCSException | OperatorCreationException e) {
            throw new BadKeyException("is a PKCS12 file that cannot be changed", e);
        }
    }

    private static byte[] write(List<PKCS12SafeBag> keys, List<PKCS12SafeBag> others, Secret password)
            throws IOException, PKCSException, OperatorCreationException {
        PKCS12PfxPduBuilder builder = new PKCS12PfxPduBuilder();
        for (PKCS12SafeBag key : keys) {
            builder.addData(key); // encrypted already, each by itself
        }
        builder.addEncryptedData(encryptor(password), others.toArray(new PKCS12SafeBag[0]));
        return builder.build(
                        new JcePKCS12MacCalculatorBuilder()
                                .setProvider(Bouncy.provider())
                                .setIterationCount(ITERATIONS),
                        password.reveal().toCharArray())
                .getEncoded();
    }

    private static List<PKCS12SafeBag> bags(byte[] content, InputDecryptorProvider decryptor)
            throws IOException, PKCSException {
        List<PKCS12SafeBag> bags = new ArrayList<>();
        for (ContentInfo info : new PKCS12PfxPdu(content).getContentInfos()) {
            boolean encrypted = info.getContentType().equals(PKCSObjectIdentifiers.encryptedData);
            PKCS12SafeBagFactory factory =
                    encrypted ? new PKCS12SafeBagFactory(info, decryptor) : new PKCS12SafeBagFactory(info);
            bags.addAll(Arrays.asList(factory.getSafeBags()));
        }
        return bags;
    }

    /** A key under the new password if the old one opens it; else as it is. */
    private static PKCS12SafeBag opened(PKCS12SafeBag bag, Secret password, Secret newPassword)
            throws OperatorCreationException {
        PKCS12SafeBagBuilder builder;
        try {
            builder = new PKCS12SafeBagBuilder(
                    ((PKCS8EncryptedPrivateKeyInfo) bag.getBagValue()).decryptPrivateKeyInfo(decryptor(password)),
                    encryptor(newPassword));
        } catch (PKCSException | RuntimeException e) {
            return bag;
        }
        for (Attribute attribute : attributes(bag)) {
            builder.addBagAttribute(attribute.getAttrType(), attribute.getAttributeValues()[0]);
        }
        return builder.build();
    }

    /** Whether it is a trusted certificate of one of these aliases. */
    private static boolean isReplaced(PKCS12SafeBag bag, Map<String, X509Certificate> trusted) {
        if (!bag.getType().equals(PKCSObjectIdentifiers.certBag)) {
            return false;
        }
        for (Attribute attribute : attributes(bag)) {
            if (attribute.getAttrType().equals(PKCS12SafeBag.friendlyNameAttribute)) {
                ASN1Encodable value = attribute.getAttributeValues()[0];
                String alias = name(DERBMPString.getInstance(value).getString());
                return trusted.keySet().stream().anyMatch(other -> name(other).equals(alias));
            }
        }
        return false;
    }

    private static Attribute[] attributes(PKCS12SafeBag bag) {
        Attribute[] attributes = bag.getAttributes();
        return attributes == null ? new Attribute[0] : attributes;
    }

    private static PKCS12SafeBagBuilder named(PKCS12SafeBagBuilder bag, String alias) {
        return bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(name(alias)))
                .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, new DEROctetString(KEY_ID));
    }

    /** Java compares aliases in lower case. */
    private static String name(String alias) {
        return alias.toLowerCase(Locale.ENGLISH);
    }

    private static OutputEncryptor encryptor(Secret password) throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)
                .setProvider(Bouncy.provider())
                .setIterationCount(ITERATIONS)
                .build(password.reveal().toCharArray());
    }

    private static InputDecryptorProvider decryptor(Secret password) {
        return new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(Bouncy.provider())
                .build(password.reveal().toCharArray());
    }
}
