package io.github.eicluster.node;

import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.NodeVault;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one node gets.
 *
 * @param nodeId id of the node
 * @param files new content of every file that differs from base and overlay, by path
 * @param problems mistakes and warnings found on the way
 * @param clearSecrets number of secrets written in clear text, by path
 * @param listeners effective listener ports, if no problem hides them
 * @param vault what the secure vault holds, if it is on and no problem hides it
 * @param secrets what must not be shown of the files before and after
 */
public record NodePlan(
        String nodeId,
        SortedMap<String, byte[]> files,
        List<Problem> problems,
        Map<String, Integer> clearSecrets,
        Optional<ListenerPorts> listeners,
        Optional<NodeVault> vault,
        Set<Secret> secrets) {

    /** Copies the collections. */
    public NodePlan {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        problems = List.copyOf(problems);
        clearSecrets = Map.copyOf(clearSecrets);
        secrets = Set.copyOf(secrets);
    }

    /** {@return whether the node cannot be made} */
    public boolean failed() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
