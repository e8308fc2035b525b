package io.github.eicluster.model;

import java.util.Optional;

/** The key pair of a secure vault, opened. Cipher: RSA, with PKCS#1 v1.5 padding unless said otherwise, as the server's. */
public interface VaultKey {

    /**
     * The same key with a padding.
     *
     * @param padding how values are padded
     * @return the key
     */
    VaultKey padded(VaultPadding padding);

    /**
     * The longest value.
     *
     * @return bytes of UTF-8 that can be encrypted: those of the modulus without those of the padding
     */
    int limit();

    /**
     * Encrypts a value; the same text for the same key, alias and value, also in later builds that use the same store.
     *
     * @param alias name of the value in the vault
     * @param value the value, at most {@link #limit()} bytes long
     * @return Base64 without line breaks
     */
    String encrypt(String alias, Secret value);

    /**
     * Decrypts a text.
     *
     * @param cipherText Base64
     * @return the value; empty if it is not encrypted with this key
     */
    Optional<Secret> decrypt(String cipherText);
}
