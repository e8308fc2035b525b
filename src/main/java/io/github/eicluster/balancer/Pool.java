package io.github.eicluster.balancer;

import java.util.List;

/**
 * The nodes that serve one kind of requests; public because templates read it.
 *
 * @param kind {@code http}, {@code https} or {@code console}
 * @param targets at least one that is no backup
 * @param sticky whether the requests of a client stay on one node
 */
public record Pool(String kind, List<Target> targets, boolean sticky) {

    /** Copies the list. */
    public Pool {
        targets = List.copyOf(targets);
    }

    /** {@return the pool without its backup nodes} */
    Pool withoutBackups() {
        return new Pool(
                kind, targets.stream().filter(target -> !target.backup()).toList(), sticky);
    }

    /** {@return whether a node is a backup} */
    public boolean hasBackups() {
        return targets.stream().anyMatch(Target::backup);
    }

    /** {@return whether a node is called by a name that has to be resolved} */
    boolean hasNames() {
        return targets.stream().anyMatch(target -> !target.address().matches("[0-9.]+:\\d+|\\[.*]:\\d+"));
    }
}
