package io.github.eicluster.balancer;

import java.util.List;
import java.util.Optional;

/**
 * What people have to know of a load balancer, whether its files are written or not.
 *
 * @param pools who serves what: at most one of each kind, none without an active node
 * @param keyFiles where its machine has keys and certificates; empty for a balancer that others configure, and where
 *     the nodes end TLS
 */
public record BalancerOverview(List<Pool> pools, Optional<KeyFiles> keyFiles) {

    /** Copies the list. */
    public BalancerOverview {
        pools = List.copyOf(pools);
    }
}
