package io.github.eicluster.library;

import io.github.eicluster.model.Problem;
import java.util.List;
import java.util.Map;

/**
 * What all nodes get from Maven.
 *
 * @param nodes by node id
 * @param problems mistakes and warnings that are not about a node
 */
public record LibraryPlan(Map<String, NodeLibraries> nodes, List<Problem> problems) {

    /** Copies the collections. */
    public LibraryPlan {
        nodes = Map.copyOf(nodes);
        problems = List.copyOf(problems);
    }

    /**
     * Gives what one node gets.
     *
     * @param nodeId id of the node
     * @return its files; none if the plan does not know the node
     */
    public NodeLibraries of(String nodeId) {
        return nodes.getOrDefault(nodeId, NodeLibraries.NONE);
    }
}
