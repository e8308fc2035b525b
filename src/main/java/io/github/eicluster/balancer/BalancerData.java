package io.github.eicluster.balancer;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ListenerPorts;
import java.util.Map;

/**
 * What the files of a load balancer are written from.
 *
 * @param cluster the cluster; it has a load balancer
 * @param ports listener ports by node id, offset included, from the nodes' final files
 * @param nodesVerified whether there is a file of certificates that the nodes' certificates can be checked against
 * @param keyEncrypted whether the private key that goes to the balancer is encrypted with a password
 */
public record BalancerData(
        Cluster cluster, Map<String, ListenerPorts> ports, boolean nodesVerified, boolean keyEncrypted) {

    /** Copies the map. */
    public BalancerData {
        ports = Map.copyOf(ports);
    }
}
