package io.github.eicluster.node;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.product.EiVersion;
import java.util.List;

/**
 * What a concern knows.
 *
 * @param cluster the whole cluster
 * @param node the node that is being configured
 * @param version version of the distribution
 * @param edits custom edits of all nodes
 * @param keystores the key stores that the node's configuration is to name
 * @param vault what the secure vault needs
 */
record NodeContext(
        Cluster cluster,
        Node node,
        EiVersion version,
        List<CustomEdit> edits,
        NodeKeystores keystores,
        VaultInput vault) {

    NodeContext {
        edits = List.copyOf(edits);
    }
}
