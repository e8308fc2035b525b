package io.github.eicluster.certs;

import io.github.eicluster.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A JKS or PKCS#12 file, opened. */
final class StoreFile {

    private static final String JKS = "JKS";
    private static final String PKCS12 = "PKCS12";
    private static final int JCEKS_MAGIC = 0xCECECECE;

    /** DER of a sequence: what every PKCS#12 file begins with. */
    private static final byte SEQUENCE = 0x30;

    private final String type;
    private final KeyStore store;
    private final byte[] content;

    private StoreFile(String type, KeyStore store, byte[] content) {
        this.type = type;
        this.store = store;
        this.content = content;
    }

    /**
     * Opens a key store or trust store; the type is found by its content, whatever its name says.
     *
     * @throws BadKeyException if it is neither JKS nor PKCS#12, damaged, or the password is wrong (it says which)
     */
    static StoreFile open(byte[] content, Secret password) {
        String type = typeOf(content);
        if (type.equals(JKS)) {
            JksFile.read(content, password); // tells damage from a wrong password
        }
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(new ByteArrayInputStream(content), password.reveal().toCharArray());
            return new StoreFile(type, store, content.clone());
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new BadKeyException("is a " + type + " file that the password does not open", e);
            }
            throw new BadKeyException("is a damaged " + type + " file", e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new BadKeyException("is a damaged " + type + " file", e);
        }
    }

    /** Writes a key store with one private key; every call gives other bytes. */
    static byte[] keystore(String type, String alias, KeyEntry entry, Secret password) {
        if (type.equals(PKCS12)) {
            return Pkcs12File.keystore(alias, entry, password);
        }
        try {
            char[] characters = password.reveal().toCharArray();
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, characters);
            store.setKeyEntry(alias, entry.key(), characters, entry.chain().toArray(new Certificate[0]));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, characters);
            return bytes.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a key store of type " + type + " cannot be made", e);
        }
    }

    /** JKS or PKCS12. */
    String type() {
        return type;
    }

    /** Aliases of private keys, sorted. */
    List<String> keyAliases() {
        return aliases().stream()
                .filter(alias -> is(alias, KeyStore.PrivateKeyEntry.class))
                .toList();
    }

    /** The certificates of an alias: the chain of a key, or the one trusted certificate. */
    List<X509Certificate> chain(String alias) {
        try {
            Certificate[] chain = store.getCertificateChain(alias);
            if (chain == null || chain.length == 0) {
                Certificate one = store.getCertificate(alias);
                chain = one == null ? new Certificate[0] : new Certificate[] {one};
            }
            if (chain.length == 0) {
                throw new BadKeyException("has no certificate with the alias '" + alias + "'; it has " + aliases());
            }
            return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Key and chain. @throws BadKeyException if the alias is no key or the password does not open it */
    KeyEntry entry(String alias, Secret password) {
        if (!is(alias, KeyStore.PrivateKeyEntry.class)) {
            String found = aliases().stream().anyMatch(alias::equalsIgnoreCase)
                    ? "has a certificate but no private key with the alias '"
                    : "has no alias '";
            throw new BadKeyException(found + alias + "'; aliases of its private keys: " + keyAliases());
        }
        try {
            Key key = store.getKey(alias, password.reveal().toCharArray());
            return new KeyEntry((PrivateKey) key, chain(alias));
        } catch (GeneralSecurityException | RuntimeException e) {
            if (e instanceof BadKeyException bad) {
                throw bad;
            }
            throw new BadKeyException("has a key '" + alias + "' that the password does not open", e);
        }
    }

    /** The trusted certificates, by alias. */
    Map<String, X509Certificate> trusted() {
        Map<String, X509Certificate> trusted = new TreeMap<>();
        for (String alias : aliases()) {
            if (is(alias, KeyStore.TrustedCertificateEntry.class)) {
                trusted.put(alias, chain(alias).get(0));
            }
        }
        return trusted;
    }

    /**
     * The same store with other or more trusted certificates, everything else (private keys, too) kept, in the same type;
     * every call gives other bytes. The password may change: keys in a JKS file keep theirs, those in a PKCS#12 file get
     * the new one if the old one opens them.
     *
     * @throws BadKeyException if an alias is that of a private key
     */
    byte[] withTrusted(Map<String, X509Certificate> certificates, Secret password, Optional<Secret> newPassword) {
        for (String alias : certificates.keySet()) {
            boolean taken = aliases().stream().anyMatch(alias::equalsIgnoreCase);
            if (taken && !is(alias, KeyStore.TrustedCertificateEntry.class)) {
                throw new BadKeyException(
                        "has a private key with the alias '" + alias + "', which a trusted certificate would replace");
            }
        }
        return type.equals(JKS)
                ? JksFile.read(content, password).with(certificates, newPassword.orElse(password))
                : Pkcs12File.with(content, certificates, password, newPassword);
    }

    private static String typeOf(byte[] content) {
        int magic =
                content.length < Integer.BYTES ? 0 : ByteBuffer.wrap(content).getInt();
        if (magic == JksFile.MAGIC) {
            return JKS;
        }
        if (magic == JCEKS_MAGIC) {
            throw new BadKeyException("is a JCEKS file, not JKS or PKCS#12; convert it with keytool -importkeystore");
        }
        if (content.length > 0 && content[0] == SEQUENCE) {
            return PKCS12;
        }
        throw new BadKeyException("is neither a JKS nor a PKCS#12 file");
    }

    private List<String> aliases() {
        try {
            return Collections.list(store.aliases()).stream().sorted().toList();
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean is(String alias, Class<? extends KeyStore.Entry> kind) {
        try {
            return store.entryInstanceOf(alias, kind);
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
