package io.github.eicluster.model;

/**
 * How nodes fetch deployment artifacts from the node that people deploy to.
 *
 * @param source id of the node that the others fetch from; it writes to the shared registry
 * @param user account on the source's machine, for ssh
 * @param interval seconds between two runs
 * @param delete whether what the source no longer has is removed from the others
 * @param tenants whether the artifacts of tenants are fetched too
 */
public record DeploymentSync(String source, String user, int interval, boolean delete, boolean tenants) {

    /**
     * Name of the units of a node that fetches. It differs from the unit of every node, whatever their ids are.
     *
     * @param nodeId id of the node
     * @return name without extension
     */
    public static String unit(String nodeId) {
        return "ei-deployment-sync-" + nodeId;
    }
}
