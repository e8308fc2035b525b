package io.github.eicluster.model;

import java.util.List;
import java.util.Optional;

/**
 * The whole cluster, checked and with every default filled in.
 *
 * @param domain name of the Hazelcast group, {@code axis2.xml clustering/parameter[@name='domain']}
 * @param hostName the host name that clients use, {@code carbon.xml HostName}
 * @param managementHostName the host name of the console, {@code carbon.xml MgtHostName}; only with a load balancer
 *     that serves the console
 * @param membership how the nodes find each other
 * @param nodes at least one node, in the order of the POM, ids unique
 * @param databases the shared databases
 * @param registry instances and mounts of the shared registry
 * @param admin the administrator, as far as declared
 * @param loadBalancer the load balancer, if there is one
 * @param certificates what is wanted of keys and certificates
 * @param hosts lines of the hosts file, in order
 * @param service how systemd runs the nodes, if it is to
 * @param deploymentSync how nodes fetch deployment artifacts, if they are to; only with a service
 * @param vault the secure vault, if it is on
 */
public record Cluster(
        String domain,
        String hostName,
        Optional<String> managementHostName,
        Membership membership,
        List<Node> nodes,
        Databases databases,
        Registry registry,
        Admin admin,
        Optional<LoadBalancer> loadBalancer,
        Certificates certificates,
        List<HostEntry> hosts,
        Optional<Service> service,
        Optional<DeploymentSync> deploymentSync,
        Optional<Vault> vault) {

    /** Copies the lists. */
    public Cluster {
        nodes = List.copyOf(nodes);
        hosts = List.copyOf(hosts);
    }

    /** {@return whether every node lives on the same host (or has none)} */
    public boolean singleHost() {
        return nodes.stream().map(Node::host).distinct().count() <= 1;
    }
}
