package io.github.eicluster.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * How values of the secure vault are padded before RSA. What decrypts them is {@code secretRepositories.file.algorithm} of
 * {@code secret-conf.properties} (securevault's FileBaseSecretRepository).
 */
public enum VaultPadding {
    /** What the server takes where nothing is said; two bytes of type, eight of padding, a zero. */
    PKCS1("RSA/ECB/PKCS1Padding", 11),
    /** The one that the vendor's tool offers from EI 6.4 on; two digests of SHA-1, two bytes. */
    OAEP("RSA/ECB/OAEPwithSHA1andMGF1Padding", 42);

    private final String transformation;
    private final int overhead;

    VaultPadding(String transformation, int overhead) {
        this.transformation = transformation;
        this.overhead = overhead;
    }

    /**
     * The padding that a server uses.
     *
     * @param algorithm {@code secretRepositories.file.algorithm}, empty if it is not set
     * @return the padding; empty if it is another cipher
     */
    public static Optional<VaultPadding> of(Optional<String> algorithm) {
        String name =
                algorithm.map(String::strip).filter(text -> !text.isEmpty()).orElse("RSA");
        if (name.equalsIgnoreCase("RSA")) {
            return Optional.of(PKCS1);
        }
        return Arrays.stream(values())
                .filter(padding -> padding.transformation.equalsIgnoreCase(name))
                .findFirst();
    }

    /** {@return name of the cipher, as Java and the server know it} */
    public String transformation() {
        return transformation;
    }

    /** {@return bytes that a value is shorter than the modulus, at least} */
    public int overhead() {
        return overhead;
    }

    /** {@return the value of {@code secretRepositories.file.algorithm}; empty where the server's own default serves} */
    public Optional<String> algorithm() {
        return this == PKCS1 ? Optional.empty() : Optional.of(transformation);
    }
}
