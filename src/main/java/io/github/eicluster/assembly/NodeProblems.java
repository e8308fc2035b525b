package io.github.eicluster.assembly;

import io.github.eicluster.model.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the problems of all nodes together. */
final class NodeProblems {

    private static final String EVERY_NODE = "every node";

    private NodeProblems() {}

    /**
     * One list of all problems. What is wrong with the distribution, or with an overlay of all nodes, is found on every
     * node, but is one problem.
     *
     * @param byNode problems by node id, in the order of the nodes; those of one node alone stand at its id
     * @return each problem once
     */
    static List<Problem> merge(Map<String, List<Problem>> byNode) {
        Set<Problem> merged = new LinkedHashSet<>();
        byNode.forEach((id, problems) -> problems.stream()
                .map(problem ->
                        problem.where().equals(id) && everywhere(problem, byNode) ? at(EVERY_NODE, problem) : problem)
                .forEach(merged::add));
        return List.copyOf(merged);
    }

    private static boolean everywhere(Problem problem, Map<String, List<Problem>> byNode) {
        return byNode.size() > 1
                && byNode.entrySet().stream().allMatch(node -> node.getValue().contains(at(node.getKey(), problem)));
    }

    private static Problem at(String where, Problem problem) {
        return new Problem(problem.severity(), where, problem.message());
    }
}
