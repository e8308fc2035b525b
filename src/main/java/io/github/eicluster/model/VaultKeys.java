package io.github.eicluster.model;

import java.util.Collection;
import java.util.Optional;

/** Opens the key store that a secure vault encrypts with; a port of those who write vaults. */
public interface VaultKeys {

    /** Opens nothing. */
    VaultKeys NONE = new VaultKeys() {
        @Override
        public VaultKey open(byte[] keystore, String alias, Secret password) {
            throw new ClusterException("cannot be opened");
        }

        @Override
        public Optional<VaultKey> find(byte[] keystore, String alias, Collection<Secret> passwords) {
            return Optional.empty();
        }
    };

    /**
     * Opens a key store.
     *
     * @param keystore its content
     * @param alias alias of the key
     * @param password password of store and key
     * @return the key
     * @throws ClusterException if it does not open, or the key is no RSA key; the message begins with a verb
     */
    VaultKey open(byte[] keystore, String alias, Secret password);

    /**
     * Opens a key store whose password may be known: one of those given, or one that earlier builds made.
     *
     * @param keystore its content
     * @param alias alias of the key
     * @param passwords what to try
     * @return the key, if one of them opens it
     */
    Optional<VaultKey> find(byte[] keystore, String alias, Collection<Secret> passwords);
}
