package io.github.eicluster.balancer;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Who serves what behind the balancer.
 *
 * @param http the services over HTTP
 * @param https the services over HTTPS
 * @param console the console
 * @param problems pools that are wanted and have no node
 */
record Pools(Optional<Pool> http, Optional<Pool> https, Optional<Pool> console, List<Problem> problems) {

    static Pools of(BalancerData data) {
        Cluster cluster = data.cluster();
        LoadBalancer balancer = cluster.loadBalancer().orElseThrow();
        List<Problem> problems = new ArrayList<>();
        boolean affinity = balancer.sessionAffinity();
        boolean clear = balancer.httpPort().isPresent() || balancer.tls() == LoadBalancer.Tls.OFFLOAD;
        boolean secure = balancer.tls() != LoadBalancer.Tls.OFFLOAD;
        boolean console = balancer.console() && cluster.managementHostName().isPresent();
        return new Pools(
                pool(clear, new Pool("http", targets(data, ListenerPorts::http), affinity), problems),
                pool(secure, new Pool("https", targets(data, ListenerPorts::https), affinity), problems),
                pool(console, new Pool("console", targets(data, ListenerPorts::console), true), problems),
                problems);
    }

    private static Optional<Pool> pool(boolean wanted, Pool pool, List<Problem> problems) {
        if (!wanted) {
            return Optional.empty();
        }
        if (pool.targets().stream().allMatch(Target::backup)) {
            problems.add(Problem.warning(
                    "cluster/loadBalancer",
                    "no active node has a listener for '" + pool.kind()
                            + "', so that the load balancer does not serve it. Give the nodes the listener, or see the"
                            + " roles in cluster/nodes."));
            return Optional.empty();
        }
        return Optional.of(pool);
    }

    private static List<Target> targets(BalancerData data, ToIntFunction<ListenerPorts> listener) {
        List<Target> targets = new ArrayList<>();
        for (Node node : data.cluster().nodes()) {
            int port = listener.applyAsInt(data.ports().getOrDefault(node.id(), ListenerPorts.UNKNOWN));
            if (node.role() != Node.Role.NONE && port > 0 && node.host().isPresent()) {
                String host = node.host().orElseThrow();
                String bracketed = host.contains(":") ? "[" + host + "]" : host;
                targets.add(new Target(node.id(), bracketed + ":" + port, node.role() == Node.Role.BACKUP));
            }
        }
        return targets;
    }
}
