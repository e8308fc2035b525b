package io.github.eicluster.certs;

import io.github.eicluster.model.ClusterException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file of the store with a private key and its certificates: one text, so that they never part. */
final class KeyFile {

    /** Hexadecimal digits of the fingerprint in the name of a replaced key. */
    private static final int DIGITS = 16;

    private KeyFile() {}

    /**
     * Reads a key.
     *
     * @param file its path, for messages
     * @param content what is in it
     * @throws ClusterException if it is damaged
     */
    static KeyEntry read(Path file, byte[] content) {
        try {
            PrivateKey key = Pem.key(content, Optional.empty());
            List<X509Certificate> chain = Pem.certificates(content);
            if (chain.isEmpty()) {
                throw damaged(file, "holds no certificate in PEM", null);
            }
            if (!ChainBuilder.belongs(key, chain.get(0))) {
                throw damaged(file, "holds a private key that does not belong to its certificate", null);
            }
            return new KeyEntry(key, chain);
        } catch (BadKeyException e) {
            throw damaged(file, e.getMessage(), e);
        }
    }

    /** What is in the file of a key. */
    static byte[] content(KeyEntry entry) {
        return (Pem.text(entry.key(), Optional.empty()) + Pem.text(entry.chain())).getBytes(StandardCharsets.US_ASCII);
    }

    /** Name of the file of a key that was replaced. */
    static String replaced(String name, KeyEntry entry) {
        return replaced(name, entry.certificate().getPublicKey()) + StoreFiles.KEY;
    }

    /** Name in the store of a key that was replaced. */
    static String replaced(String name, PublicKey key) {
        String fingerprint = Fingerprints.of(key).replace(":", "");
        return name + "-" + fingerprint.substring(0, DIGITS).toLowerCase(Locale.ROOT);
    }

    private static ClusterException damaged(Path file, String what, Exception cause) {
        return new ClusterException(
                file + " " + what
                        + ", so that this key of the certificate store cannot be used. Restore the file from a"
                        + " backup; no new key is made in its place, since that would be another key.",
                cause);
    }
}
