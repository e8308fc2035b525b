package io.github.eicluster.assembly;

import io.github.eicluster.certs.CertificatePlan;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.EiVersion;
import java.util.List;

/**
 * All nodes, planned without a mistake.
 *
 * @param cluster the cluster
 * @param version version of the distribution
 * @param root name of the distribution's root folder
 * @param nodes the nodes, in order
 * @param certificates keys and certificates, with what to say of them to the user
 * @param warnings what to say to the user of the nodes
 * @param excluded paths of the base that no archive gets: the runtime state of a used home
 */
public record PlannedCluster(
        Cluster cluster,
        EiVersion version,
        String root,
        List<PlannedNode> nodes,
        CertificatePlan certificates,
        List<Problem> warnings,
        List<String> excluded) {

    /** Copies the lists. */
    public PlannedCluster {
        nodes = List.copyOf(nodes);
        warnings = List.copyOf(warnings);
        excluded = List.copyOf(excluded);
    }
}
