package io.github.eicluster.model;

import java.util.List;
import java.util.Map;

/**
 * The key stores and trust stores that a node's configuration names before anything is changed.
 *
 * @param nodeId id of the node
 * @param references all places, in the order of the files; the place that decides is the first of its use
 * @param files content of the stores that base or overlay hold, by path below the home
 */
public record NodeStores(String nodeId, List<KeystoreReference> references, Map<String, byte[]> files) {

    /** Copies the collections. */
    public NodeStores {
        references = List.copyOf(references);
        files = Map.copyOf(files);
    }
}
