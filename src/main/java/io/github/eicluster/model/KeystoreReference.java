package io.github.eicluster.model;

import java.util.Optional;

/**
 * One place of a node's configuration that names a key store or trust store, as the base and the overlay have it.
 *
 * @param id stable name of the place: file, {@code #} and the path of the element, attribute or key inside
 * @param use what the server does with the store
 * @param place file and line, for messages
 * @param path path below the home; absent if the place names a file outside the home or a variable that is not known
 * @param location the text of the place, for messages
 * @param type {@code JKS} or {@code PKCS12}
 * @param alias alias of the private key, if the place says one
 * @param password password of the store; absent if it is in the secure vault or the place has none
 * @param active whether the server reads the file; templates such as {@code axis2_nhttp.xml} are not active
 */
public record KeystoreReference(
        String id,
        Use use,
        String place,
        Optional<String> path,
        String location,
        String type,
        Optional<String> alias,
        Optional<Secret> password,
        boolean active) {

    /** What the server does with a store. */
    public enum Use {
        /** Encrypts data that all nodes share, and signs: its key pair must stay and be the same on all nodes. */
        INTERNAL,
        /** Serves TLS, or identifies the node to others. */
        TLS,
        /** Holds the certificates that the node trusts. */
        TRUST
    }
}
