package io.github.eicluster.node;

import io.github.eicluster.model.Secret;
import io.github.eicluster.model.VaultKeys;
import java.util.List;
import java.util.Map;

/**
 * What the secure vault of a node needs from outside its files.
 *
 * @param keys opens key stores
 * @param stores key stores that the node gets, by path below the home; they win over those of base and overlay
 * @param templateSecrets secrets that templates of the overlay have written
 */
public record VaultInput(VaultKeys keys, Map<String, byte[]> stores, List<Secret> templateSecrets) {

    /** For nodes without a vault. */
    public static final VaultInput NONE = new VaultInput(VaultKeys.NONE, Map.of(), List.of());

    /** Copies the collections. */
    public VaultInput {
        stores = Map.copyOf(stores);
        templateSecrets = List.copyOf(templateSecrets);
    }
}
