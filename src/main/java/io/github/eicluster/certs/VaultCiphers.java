package io.github.eicluster.certs;

import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.KeySource;
import io.github.eicluster.model.Secret;
import io.github.eicluster.model.VaultKey;
import io.github.eicluster.model.VaultKeys;
import io.github.eicluster.model.VaultPadding;
import java.security.interfaces.RSAPrivateKey;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Encrypts for the secure vault with key stores of the nodes. The padding is random, so the store keeps the texts by key,
 * alias and value: archives stay reproducible.
 */
public final class VaultCiphers implements VaultKeys {

    private final CertificateStore store;
    private final Certificates declared;

    /**
     * Ciphers of one build.
     *
     * @param store keeps the texts, and knows passwords of key stores that earlier builds made
     * @param declared knows the passwords of provided key stores
     */
    public VaultCiphers(CertificateStore store, Certificates declared) {
        this.store = store;
        this.declared = declared;
    }

    @Override
    public VaultKey open(byte[] keystore, String alias, Secret password) {
        try {
            return key(keystore, alias, password);
        } catch (BadKeyException e) {
            throw new ClusterException(e.getMessage(), e);
        }
    }

    @Override
    public Optional<VaultKey> find(byte[] keystore, String alias, Collection<Secret> passwords) {
        Stream<Secret> known = Stream.of(
                        passwords.stream(),
                        store.passwords().stream(),
                        Stream.of(declared.internal(), declared.node())
                                .map(KeySource::password)
                                .flatMap(Optional::stream))
                .flatMap(secrets -> secrets);
        return known.distinct()
                .flatMap(password -> attempt(keystore, alias, password).stream())
                .findFirst();
    }

    private Optional<VaultKey> attempt(byte[] keystore, String alias, Secret password) {
        try {
            return Optional.of(key(keystore, alias, password));
        } catch (BadKeyException e) {
            return Optional.empty();
        }
    }

    private VaultKey key(byte[] keystore, String alias, Secret password) {
        KeyEntry entry = StoreFile.open(keystore, password).entry(alias, password);
        if (!(entry.key() instanceof RSAPrivateKey)) {
            throw new BadKeyException("has a key '" + alias + "' of the kind "
                    + PlanTexts.kind(entry.certificate().getPublicKey()) + ", and the secure vault takes RSA only");
        }
        return new RsaVaultKey(store, entry, VaultPadding.PKCS1);
    }
}
