package io.github.eicluster.node;

/** One thing that a node's configuration must say, such as clustering or registry mounts. */
interface Concern {

    /**
     * Makes the changes of this concern on one node.
     *
     * @param context cluster, node and version
     * @param files the node's files, to be edited in place
     * @throws io.github.eicluster.model.ClusterException if a file lacks what the concern has to change
     */
    void apply(NodeContext context, NodeFiles files);
}
