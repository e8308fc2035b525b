package io.github.eicluster.certs;

import io.github.eicluster.model.KeySource;
import java.util.List;
import java.util.Optional;

/** The key with which the load balancer serves its clients; only if the cluster declares a load balancer. */
final class BalancerKeyPlan {

    private static final String PLACE = Planning.PLACE + "/loadBalancer";

    private final Planning planning;
    private final KeySource source;
    private final List<String> names;
    private final Optional<KeyEntry> provided;

    BalancerKeyPlan(Planning planning) {
        this.planning = planning;
        source = planning.wanted().loadBalancer();
        names = WantedNames.ofBalancer(planning.cluster());
        provided = isProvided() ? planning.provided().read(PLACE, source, names) : Optional.empty();
    }

    private boolean isDeclared() {
        return planning.cluster().loadBalancer().isPresent();
    }

    boolean isProvided() {
        return isDeclared() && source.provided();
    }

    boolean isGenerated() {
        return isDeclared() && !source.provided();
    }

    List<String> names() {
        return names;
    }

    /** Makes the key if it is missing; nothing without a load balancer. */
    Optional<KeyEntry> make(GeneratedKeys keys, Optional<KeyEntry> authority) {
        if (!isGenerated()) {
            return provided;
        }
        return Optional.of(keys.tls(
                new GeneratedKeys.Leaf(
                        GeneratedKeys.LOAD_BALANCER,
                        "the load balancer",
                        Renewal.Key.LOAD_BALANCER,
                        source.curve(),
                        names),
                authority));
    }
}
