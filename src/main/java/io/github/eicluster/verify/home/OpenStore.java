package io.github.eicluster.verify.home;

import io.github.eicluster.product.StoreField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A key store that has been opened with the password of the place that names it. */
public final class OpenStore {

    private static final int LARGEST = 8 << 20;

    private final KeyStore store;

    private OpenStore(KeyStore store) {
        this.store = store;
    }

    /** How opening ended; one of the two is there. */
    public record Outcome(Optional<OpenStore> store, String failure) {}

    /**
     * Opens the store that a place names.
     *
     * @param home the node
     * @param use the place
     * @return the store, or why it does not open
     * @throws CannotCheck if the file is not in the home, or its password is not told
     */
    public static Outcome open(NodeHome home, StoreUse use) {
        String path = use.path()
                .orElseThrow(() -> new CannotCheck(use.location().place(), "the store is outside of the home"));
        String password = use.field(StoreField.PASSWORD)
                .orElseThrow(() -> new CannotCheck(use.place(), "no password is given here"))
                .known();
        String type = use.field(StoreField.TYPE).map(Setting::trimmed).orElse("JKS");
        byte[] bytes = bytes(home, path)
                .orElseThrow(() -> new CannotCheck(use.location().place(), "the store " + path + " is missing"));
        String key = "store " + path + " " + type + " " + Integer.toHexString(password.hashCode()) + password.length();
        return home.once(key, () -> open(bytes, type, password));
    }

    private static Optional<byte[]> bytes(NodeHome home, String path) {
        return home.once("store " + path, () -> home.read(path, LARGEST));
    }

    private static Outcome open(byte[] bytes, String type, String password) {
        String found = typeOf(bytes);
        if (!found.equalsIgnoreCase(type)) {
            return new Outcome(Optional.empty(), "is of type " + found + ", not " + type);
        }
        try {
            KeyStore store = KeyStore.getInstance(type.toUpperCase(Locale.ROOT));
            store.load(new ByteArrayInputStream(bytes), password.toCharArray());
            return new Outcome(Optional.of(new OpenStore(store)), "");
        } catch (IOException e) {
            boolean password1 = e.getCause() instanceof UnrecoverableKeyException;
            return new Outcome(
                    Optional.empty(),
                    password1 ? "does not open with the password given here" : "is damaged (" + e.getMessage() + ")");
        } catch (GeneralSecurityException | RuntimeException e) {
            return new Outcome(Optional.empty(), "is damaged (" + e.getMessage() + ")");
        }
    }

    /**
     * Opens the certificates of a store without its password, which JKS allows.
     *
     * @param home the node
     * @param path path of the store below the home
     * @return the store; empty if it is missing, damaged or of another type
     */
    public static Optional<OpenStore> certificatesOnly(NodeHome home, String path) {
        return bytes(home, path).filter(bytes -> typeOf(bytes).equals("JKS")).flatMap(bytes -> {
            try {
                KeyStore store = KeyStore.getInstance("JKS");
                store.load(new ByteArrayInputStream(bytes), null);
                return Optional.of(new OpenStore(store));
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * Gives a private key.
     *
     * @param alias its alias
     * @param password password of the key
     * @return the key; empty if it cannot be read
     */
    public Optional<java.security.PrivateKey> key(String alias, String password) {
        try {
            return store.getKey(alias, password.toCharArray()) instanceof java.security.PrivateKey key
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** By the first bytes: PKCS#12 is a DER sequence. */
    private static String typeOf(byte[] bytes) {
        if (bytes.length < 4) {
            return "an empty file";
        }
        int magic = java.nio.ByteBuffer.wrap(bytes).getInt();
        return switch (magic) {
            case 0xFEEDFEED -> "JKS";
            case 0xCECECECE -> "JCEKS";
            default -> bytes[0] == 0x30 ? "PKCS12" : "unknown";
        };
    }

    /** {@return all aliases} */
    public List<String> aliases() {
        try {
            return Collections.list(store.aliases());
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the aliases of private keys} */
    public List<String> keys() {
        return aliases().stream().filter(this::isKey).toList();
    }

    /**
     * Tells whether an alias names a private key.
     *
     * @param alias the alias
     * @return whether it does
     */
    public boolean isKey(String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Gives the certificate of an entry.
     *
     * @param alias its alias
     * @return the certificate, or empty
     */
    public Optional<X509Certificate> certificate(String alias) {
        try {
            Certificate found = store.getCertificate(alias);
            return found instanceof X509Certificate x509 ? Optional.of(x509) : Optional.empty();
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Gives the chain of a key.
     *
     * @param alias its alias
     * @return the key's certificate and those above it
     */
    public List<X509Certificate> chain(String alias) {
        try {
            Certificate[] chain = store.getCertificateChain(alias);
            List<X509Certificate> found = new ArrayList<>();
            for (Certificate certificate : chain == null ? new Certificate[0] : chain) {
                if (certificate instanceof X509Certificate x509) {
                    found.add(x509);
                }
            }
            return found;
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return all certificates of the store} */
    public List<X509Certificate> certificates() {
        return aliases().stream().flatMap(alias -> certificate(alias).stream()).toList();
    }

    /**
     * Tells whether a key can be read.
     *
     * @param alias its alias
     * @param password password of the key
     * @return whether it can
     */
    public boolean opens(String alias, String password) {
        return key(alias, password).isPresent();
    }

    /**
     * The fingerprint of a certificate.
     *
     * @param certificate the certificate
     * @return SHA-256, upper-case hexadecimal pairs with colons
     */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return digest(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The fingerprint of a public key.
     *
     * @param certificate a certificate of the key
     * @return SHA-256 of the SubjectPublicKeyInfo, in the same form
     */
    public static String keyFingerprint(X509Certificate certificate) {
        return digest(certificate.getPublicKey().getEncoded());
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
