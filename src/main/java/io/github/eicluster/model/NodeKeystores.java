package io.github.eicluster.model;

import java.util.Map;

/**
 * What a node's configuration is to say about key stores.
 *
 * @param swaps the store that a place is to name, by {@link KeystoreReference#id()}; other places stay as they are
 */
public record NodeKeystores(Map<String, Keystore> swaps) {

    /** Nothing changes. */
    public static final NodeKeystores UNCHANGED = new NodeKeystores(Map.of());

    /** Copies the map. */
    public NodeKeystores {
        swaps = Map.copyOf(swaps);
    }
}
