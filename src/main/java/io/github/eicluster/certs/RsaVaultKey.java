package io.github.eicluster.certs;

import io.github.eicluster.model.Secret;
import io.github.eicluster.model.VaultKey;
import io.github.eicluster.model.VaultPadding;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;

/** The key pair of a vault; what it encrypts is kept in the certificate store. */
final class RsaVaultKey implements VaultKey {

    private final CertificateStore store;
    private final KeyEntry entry;
    private final RSAPublicKey publicKey;
    private final VaultPadding padding;

    RsaVaultKey(CertificateStore store, KeyEntry entry, VaultPadding padding) {
        this.store = store;
        this.entry = entry;
        this.padding = padding;
        this.publicKey = (RSAPublicKey) entry.certificate().getPublicKey();
    }

    @Override
    public VaultKey padded(VaultPadding wanted) {
        return new RsaVaultKey(store, entry, wanted);
    }

    @Override
    public int limit() {
        return (publicKey.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE - padding.overhead();
    }

    @Override
    public String encrypt(String alias, Secret value) {
        byte[] clear = value.reveal().getBytes(StandardCharsets.UTF_8);
        if (clear.length > limit()) {
            throw new IllegalArgumentException("the value of " + alias + " is too long");
        }
        Recipe recipe = Recipe.of("vault")
                .with(publicKey.getEncoded())
                .with(alias)
                .with(value)
                .with(padding.transformation());
        byte[] text =
                store.derived(recipe, () -> Base64.getEncoder().encode(apply(Cipher.ENCRYPT_MODE, publicKey, clear)));
        return new String(text, StandardCharsets.US_ASCII);
    }

    @Override
    public Optional<Secret> decrypt(String cipherText) {
        try {
            byte[] bytes = Base64.getDecoder().decode(cipherText);
            byte[] clear = apply(Cipher.DECRYPT_MODE, entry.key(), bytes);
            return Optional.of(new Secret(new String(clear, StandardCharsets.UTF_8), Secret.Source.BASE));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** No detail of a failure is told: it would say something of the key or the value. */
    private byte[] apply(int mode, Key key, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(padding.transformation());
            cipher.init(mode, key);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the value does not fit the key", e);
        }
    }
}
