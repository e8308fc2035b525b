package io.github.eicluster.certs;

import io.github.eicluster.model.Secret;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JKS or PKCS#12 file, opened. */
@SuppressWarnings("DoNotCallSuggester") // until its methods are there
final class StoreFile {

    private StoreFile() {}

    /**
     * Opens a key store or trust store; the type is found by its content, whatever its name says.
     *
     * @throws BadKeyException if it is neither JKS nor PKCS#12, damaged, or the password is wrong (it says which)
     */
    static StoreFile open(byte[] content, Secret password) {
        throw new UnsupportedOperationException();
    }

    /** Writes a key store with one private key; every call gives other bytes. */
    static byte[] keystore(String type, String alias, KeyEntry entry, Secret password) {
        throw new UnsupportedOperationException();
    }

    /** JKS or PKCS12. */
    String type() {
        throw new UnsupportedOperationException();
    }

    /** Aliases of private keys, sorted. */
    List<String> keyAliases() {
        throw new UnsupportedOperationException();
    }

    /** The certificates of an alias: the chain of a key, or the one trusted certificate. */
    List<X509Certificate> chain(String alias) {
        throw new UnsupportedOperationException();
    }

    /** Key and chain. @throws BadKeyException if the alias is no key or the password does not open it */
    KeyEntry entry(String alias, Secret password) {
        throw new UnsupportedOperationException();
    }

    /** The trusted certificates, by alias. */
    Map<String, X509Certificate> trusted() {
        throw new UnsupportedOperationException();
    }

    /**
     * The same store with other or more trusted certificates, everything else (private keys, too) kept, in the same type;
     * every call gives other bytes. The password may change.
     */
    byte[] withTrusted(Map<String, X509Certificate> certificates, Secret password, Optional<Secret> newPassword) {
        throw new UnsupportedOperationException();
    }
}
