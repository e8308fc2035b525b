package io.github.eicluster.assembly;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.Problem;
import io.github.eicluster.node.NodePlan;
import io.github.eicluster.node.NodePlanner;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.RuntimeState;
import io.github.eicluster.product.VersionDetector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans all nodes on one distribution; writes nothing. */
public final class ClusterPlanner {

    /**
     * Plans every node.
     *
     * @param cluster the cluster
     * @param edits custom edits
     * @param base the distribution
     * @param keepDatabase whether a started local H2 database of the base is wanted
     * @param overlays the overlay of each node
     * @return the plan
     * @throws ClusterException with all mistakes of all nodes, each once
     */
    public PlannedCluster plan(
            Cluster cluster,
            List<CustomEdit> edits,
            Distribution base,
            boolean keepDatabase,
            Function<Node, Overlay> overlays) {
        EiVersion version = identify(base);
        List<String> excluded = RuntimeState.exclusions(base.origin(), base.files(), keepDatabase);
        NodePlanner planner = new NodePlanner(cluster, edits, base, version);
        List<PlannedNode> nodes = new ArrayList<>();
        Map<String, List<Problem>> byNode = new LinkedHashMap<>();
        for (Node node : cluster.nodes()) {
            Overlay overlay = overlays.apply(node);
            NodePlan plan = planner.plan(node, overlay, NodeKeystores.UNCHANGED);
            byNode.put(node.id(), plan.problems());
            nodes.add(new PlannedNode(node, plan, overlay));
        }
        List<Problem> problems = NodeProblems.merge(byNode);
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ClusterException(errors.stream()
                    .map(Problem::text)
                    .collect(Collectors.joining(
                            "\n  ", "The nodes cannot be configured on " + base.origin() + ":" + "\n  ", "")));
        }
        return new PlannedCluster(cluster, version, base.root(), nodes, problems, excluded);
    }

    private static EiVersion identify(Distribution base) {
        try {
            base.requireEi();
            return VersionDetector.detect(base);
        } catch (ClusterException e) {
            throw new ClusterException("distribution: " + e.getMessage(), e);
        }
    }
}
