package io.github.eicluster.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the team wants of keys, certificates and key stores.
 *
 * @param mode where keys come from
 * @param internalKey what happens to the key pair that encrypts shared data
 * @param internalKeyFingerprint SHA-256 of the public key (SubjectPublicKeyInfo) that the internal key pair must have,
 *     upper-case hexadecimal pairs with colons
 * @param ca whether a certificate authority of the cluster signs the generated certificates; else each signs itself
 * @param perNode whether each node has a TLS key pair of its own
 * @param store folder that keeps keys between builds, as declared
 * @param storeType type of the key stores that are written
 * @param keySize bits of generated RSA keys, at least 2048
 * @param validity days that a generated TLS or load balancer certificate is valid
 * @param renewBefore a generated certificate that ends within so many days is issued anew
 * @param protocols TLS versions of the listeners, such as {@code TLSv1.2}; empty: the base's
 * @param defaultKeys SHA-256 fingerprints of further certificates that count as the vendor's public ones
 * @param loadBalancer key of the load balancer
 * @param node TLS key of the nodes
 * @param internal key pair that encrypts shared data
 * @param truststorePassword new password of the trust stores; absent: the base's
 * @param trusted paths of further certificates for the trust stores
 */
public record Certificates(
        Mode mode,
        InternalKey internalKey,
        Optional<String> internalKeyFingerprint,
        boolean ca,
        boolean perNode,
        Optional<String> store,
        StoreType storeType,
        int keySize,
        int validity,
        int renewBefore,
        List<String> protocols,
        Set<String> defaultKeys,
        KeySource loadBalancer,
        KeySource node,
        KeySource internal,
        Optional<Secret> truststorePassword,
        List<String> trusted) {

    /** Bits of generated RSA keys unless declared. */
    public static final int DEFAULT_KEY_SIZE = 3072;

    /** Days of a generated certificate unless declared. */
    public static final int DEFAULT_VALIDITY = 730;

    /** Days before the end at which a certificate is issued anew unless declared. */
    public static final int DEFAULT_RENEW_BEFORE = 30;

    /** What an absent element {@code certificates} means. */
    public static final Certificates DEFAULT = new Certificates(
            Mode.GENERATE,
            InternalKey.AUTO,
            Optional.empty(),
            true,
            false,
            Optional.empty(),
            StoreType.JKS,
            DEFAULT_KEY_SIZE,
            DEFAULT_VALIDITY,
            DEFAULT_RENEW_BEFORE,
            List.of("TLSv1.2"),
            Set.of(),
            KeySource.GENERATED,
            KeySource.GENERATED,
            KeySource.GENERATED,
            Optional.empty(),
            List.of());

    /** Copies the collections. */
    public Certificates {
        protocols = List.copyOf(protocols);
        defaultKeys = Set.copyOf(defaultKeys);
        trusted = List.copyOf(trusted);
    }

    /** Where keys come from. */
    public enum Mode {
        /** Keys are generated, and replace the vendor's public ones. */
        GENERATE,
        /** The team gives one or more keys; the others are as in {@link #GENERATE}. */
        PROVIDED,
        /** Key stores and trust stores stay as they are. */
        NONE
    }

    /** What happens to the key pair that encrypts shared data. */
    public enum InternalKey {
        /** Provided if given; else a vendor's public key is replaced by a generated one, any other is kept. */
        AUTO,
        /** A generated one replaces whatever the base has. */
        GENERATE,
        /** The base's stays, whatever it is. */
        KEEP,
        /** The team gives it. */
        PROVIDED
    }

    /** Types of key stores. */
    public enum StoreType {
        /** Java's own type, which every EI version reads. */
        JKS,
        /** PKCS#12, which other tools read too. */
        PKCS12
    }
}
