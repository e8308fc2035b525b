package io.github.eicluster.model;

import java.util.List;
import java.util.Optional;

/**
 * Where one key pair comes from. Paths are as declared; relative ones count from the base directory.
 *
 * @param certificate path of a PEM file with the certificate, its chain may follow in it
 * @param chain path of a PEM file with the certificates between that one and the root
 * @param key path of a PEM file with the private key
 * @param keystore path of a PKCS#12 or JKS file with key and chain, instead of the three PEM files
 * @param alias alias of the key in the keystore
 * @param password of the provided key or keystore, and of the key store that is written
 * @param names further host names and IP addresses of a generated certificate
 * @param curve {@code P-256} or {@code P-384} for a generated EC key; absent: RSA
 */
public record KeySource(
        Optional<String> certificate,
        Optional<String> chain,
        Optional<String> key,
        Optional<String> keystore,
        Optional<String> alias,
        Optional<Secret> password,
        List<String> names,
        Optional<String> curve) {

    /** A generated RSA key with a generated password. */
    public static final KeySource GENERATED = new KeySource(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    /** Copies the list. */
    public KeySource {
        names = List.copyOf(names);
    }

    /** {@return whether the team gives the key} */
    public boolean provided() {
        return certificate.isPresent() || key.isPresent() || keystore.isPresent();
    }
}
