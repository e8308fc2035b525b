package io.github.eicluster.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the secure vault of one node holds.
 *
 * @param keystore path below the home of the key store that decrypts
 * @param alias alias of the key in it
 * @param password of store and key: the start-up password of the server
 * @param padding how values are padded
 * @param secrets the values by alias
 */
public record NodeVault(
        String keystore, String alias, Secret password, VaultPadding padding, SortedMap<String, Secret> secrets) {

    /** Copies the map. */
    public NodeVault {
        secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
    }
}
