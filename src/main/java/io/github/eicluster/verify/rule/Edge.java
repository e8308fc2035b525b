package io.github.eicluster.verify.rule;

import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.balancer.Front;
import io.github.eicluster.verify.balancer.Pool;
import io.github.eicluster.verify.home.Addresses;
import io.github.eicluster.verify.home.CannotCheck;
import io.github.eicluster.verify.home.Listeners;
import io.github.eicluster.verify.home.NodeHome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Where clients meet the cluster: what the load balancer offers, as far as POM or files tell.
 *
 * @param httpPort port of the services over HTTP
 * @param httpsPort port of the services over HTTPS
 * @param consolePort port of the console
 * @param offload whether HTTPS of clients ends at the balancer and goes on to the nodes' HTTP port
 * @param names host names of the services
 * @param consoleNames host names of the console
 */
record Edge(
        OptionalInt httpPort,
        OptionalInt httpsPort,
        OptionalInt consolePort,
        boolean offload,
        List<String> names,
        List<String> consoleNames) {

    /** What POM or files tell; empty if there is no load balancer or nothing of it is known. */
    static Optional<Edge> of(ClusterView cluster) {
        Optional<LoadBalancer> declared = cluster.declared().flatMap(found -> found.loadBalancer());
        if (declared.isPresent()) {
            LoadBalancer balancer = declared.get();
            List<String> names =
                    cluster.declared().map(found -> List.of(found.hostName())).orElse(List.of());
            List<String> consoles = cluster.declared().flatMap(found -> found.managementHostName()).stream()
                    .toList();
            return Optional.of(new Edge(
                    balancer.httpPort(),
                    OptionalInt.of(balancer.httpsPort()),
                    balancer.console() ? OptionalInt.of(balancer.httpsPort()) : OptionalInt.empty(),
                    balancer.tls() == LoadBalancer.Tls.OFFLOAD,
                    names,
                    consoles));
        }
        return cluster.balancer().filter(view -> !view.fronts().isEmpty()).map(view -> ofFiles(cluster, view.fronts()));
    }

    private static Edge ofFiles(ClusterView cluster, List<Front> fronts) {
        OptionalInt console = port(fronts(cluster, fronts, Listeners.Kind.CONSOLE));
        List<Front> https = fronts(cluster, fronts, Listeners.Kind.HTTPS).toList();
        List<Front> http = fronts(cluster, fronts, Listeners.Kind.HTTP).toList();
        OptionalInt offloaded = port(http.stream().filter(Front::tls));
        return new Edge(
                port(http.stream().filter(front -> !front.tls())),
                https.isEmpty() ? offloaded : port(https.stream()),
                console,
                https.isEmpty() && offloaded.isPresent(),
                names(Stream.concat(http.stream(), https.stream())),
                names(fronts(cluster, fronts, Listeners.Kind.CONSOLE)));
    }

    private static Stream<Front> fronts(ClusterView cluster, List<Front> fronts, Listeners.Kind kind) {
        return fronts.stream()
                .filter(front -> front.pool()
                        .flatMap(pool -> role(cluster, pool))
                        .filter(kind::equals)
                        .isPresent());
    }

    private static OptionalInt port(Stream<Front> fronts) {
        return fronts.flatMap(front -> front.ports().stream())
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static List<String> names(Stream<Front> fronts) {
        return fronts.flatMap(front -> front.names().stream())
                .filter(name -> !name.equals("_") && !name.isEmpty())
                .distinct()
                .toList();
    }

    /** What a pool is for: the listener that most of its servers reach; empty if none does. */
    static Optional<Listeners.Kind> role(ClusterView cluster, Pool pool) {
        return Stream.of(Listeners.Kind.HTTP, Listeners.Kind.HTTPS, Listeners.Kind.CONSOLE, Listeners.Kind.CONSOLE_HTTP)
                .filter(kind -> matches(cluster, pool, kind) > 0)
                .max(Comparator.comparingLong(kind -> matches(cluster, pool, kind)));
    }

    private static long matches(ClusterView cluster, Pool pool, Listeners.Kind kind) {
        return pool.servers().stream()
                .filter(server -> cluster.nodes().stream().anyMatch(node -> port(node, kind) == server.port()))
                .count();
    }

    /** The port of a node's listener; 0 if it is not known. */
    static int port(NodeHome node, Listeners.Kind kind) {
        try {
            return Listeners.of(node).port(kind).orElse(0);
        } catch (CannotCheck e) {
            return 0;
        }
    }

    /** The nodes that a server of a pool may be: those with its address or name. */
    static List<NodeHome> nodesAt(ClusterView cluster, Pool.Server server) {
        return cluster.nodes().stream()
                .filter(node -> Stream.of(cluster.host(node), cluster.memberHost(node), Optional.of(node.name()))
                        .flatMap(Optional::stream)
                        .anyMatch(host -> Addresses.plain(host).equals(Addresses.plain(server.host()))
                                || (Addresses.isLoopback(host) && Addresses.isLoopback(server.host()))))
                .toList();
    }
}
