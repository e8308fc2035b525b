package io.github.eicluster.runbook;

import io.github.eicluster.balancer.BalancerOverview;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ListenerPorts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a runbook is written from.
 *
 * @param cluster the cluster
 * @param ports listener ports by node id, from the nodes' final files; a node that is absent is listed without ports
 * @param version EI version, such as 6.6.0
 * @param root name of the root folder in every archive, such as wso2ei-6.6.0
 * @param environment name of the environment, such as prod; empty if the cluster has none
 * @param archives file name of each node's archive by node id; a node that is absent has no archive yet
 * @param certificates keys and certificates
 * @param balancer pools and places of keys of the load balancer; empty if the cluster has none
 * @param balancerFiles files below {@code load-balancer}, none for one that others configure
 * @param libraries what the archives hold from Maven
 */
public record RunbookData(
        Cluster cluster,
        Map<String, ListenerPorts> ports,
        String version,
        String root,
        String environment,
        Map<String, String> archives,
        RunbookCertificates certificates,
        Optional<BalancerOverview> balancer,
        List<String> balancerFiles,
        RunbookLibraries libraries) {

    /** Copies the collections. */
    public RunbookData {
        ports = Map.copyOf(ports);
        archives = Map.copyOf(archives);
        balancerFiles = List.copyOf(balancerFiles);
    }
}
