package io.github.eicluster.verify.rule;

import io.github.eicluster.model.Node;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.balancer.BalancerView;
import io.github.eicluster.verify.balancer.Directive;
import io.github.eicluster.verify.balancer.Front;
import io.github.eicluster.verify.balancer.Pool;
import io.github.eicluster.verify.home.Addresses;
import io.github.eicluster.verify.home.Listeners;
import io.github.eicluster.verify.home.NodeHome;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Whether the load balancer finds the nodes: EIC313, EIC314, EIC318, EIC320 and EIC509. */
final class PoolRules {

    private PoolRules() {}

    static List<Rule> all() {
        return List.of(servers(), undefined(), console(), affinity(), unknownNode());
    }

    /** Looks at the files of the load balancer, if there are any; what nginx cannot read cannot be checked. */
    static void files(ClusterView cluster, Findings findings, BiConsumer<BalancerView, Findings> look) {
        cluster.balancer().ifPresent(view -> {
            view.unreadable().forEach(file -> findings.unchecked(file.place(), file.getMessage()));
            look.accept(view, findings);
        });
    }

    private static Rule servers() {
        return Rule.error("EIC313", "Servers of the load balancer are not the listeners of the nodes")
                .reason(
                        "Requests go to a port where nobody or the wrong listener answers, or a node gets none. The ports"
                                + " are those of axis2.xml and catalina-server.xml plus the offset of the node.")
                .evidence("server-semantics 1.3; product-ei#4629.")
                .example("server 192.168.57.12:8243; and Offset 1 on that node", "server 192.168.57.12:8244;")
                .fix("List every node with its own port.")
                .cluster((cluster, findings) -> files(cluster, findings, (view, found) -> {
                    for (Front front : view.fronts()) {
                        front.pool().ifPresent(pool -> pool(cluster, front, pool, found));
                    }
                }));
    }

    private static void pool(ClusterView cluster, Front front, Pool pool, Findings findings) {
        Optional<Listeners.Kind> role = Edge.role(cluster, pool);
        if (role.isEmpty()) {
            pool.servers().stream()
                    .limit(1)
                    .forEach(server -> findings.report(
                            server.place(),
                            "no node listens on " + server.port() + ", nor on another port of the pool " + pool.name(),
                            "List the nodes with their ports: " + expected(cluster, Listeners.Kind.HTTPS)
                                    + " for services."));
            return;
        }
        Listeners.Kind kind = role.get();
        boolean tls = kind == Listeners.Kind.HTTPS || kind == Listeners.Kind.CONSOLE;
        if (!front.scheme().equals("tcp") && tls != front.scheme().equals("https")) {
            findings.report(
                    front.pass().place(),
                    "the pool " + pool.name() + " leads to the " + kind.text() + " listeners, but is talked to in "
                            + front.scheme().toUpperCase(java.util.Locale.ROOT),
                    "Use " + (tls ? "https" : "http") + ", or the other ports.");
        }
        Set<NodeHome> listed = new LinkedHashSet<>();
        for (Pool.Server server : pool.servers()) {
            listed.addAll(server(cluster, pool, kind, server, findings));
        }
        missing(cluster, pool, kind, listed, findings);
    }

    private static List<NodeHome> server(
            ClusterView cluster, Pool pool, Listeners.Kind kind, Pool.Server server, Findings findings) {
        List<NodeHome> there = Edge.nodesAt(cluster, server);
        List<NodeHome> exact = there.stream()
                .filter(node -> Edge.port(node, kind) == server.port())
                .toList();
        if (there.isEmpty()) {
            if (Addresses.isAddress(server.host())) {
                findings.report(
                        server.place(),
                        "no node has the address " + server.host(),
                        "Remove it; the pool is to hold " + expected(cluster, kind) + ".");
            } else {
                findings.unchecked(server.place(), "which node " + server.host() + " is, only DNS can tell");
                return cluster.nodes();
            }
        } else if (exact.isEmpty()) {
            NodeHome node = there.get(0);
            findings.report(
                    server.place(),
                    "the port is " + server.port() + ", but " + node.name() + " listens for "
                            + kind.text() + " on " + Edge.port(node, kind) + " (offset "
                            + Listeners.of(node).offset() + ") in the pool " + pool.name(),
                    "Write " + server.host() + ":" + Edge.port(node, kind) + ".");
            return there;
        }
        return exact;
    }

    private static void missing(
            ClusterView cluster, Pool pool, Listeners.Kind kind, Set<NodeHome> listed, Findings findings) {
        for (NodeHome node : cluster.nodes()) {
            Node.Role role = cluster.declared(node).map(Node::role).orElse(Node.Role.ACTIVE);
            boolean leftOut = role == Node.Role.NONE
                    || (role == Node.Role.BACKUP && !pool.sticky().isEmpty());
            boolean single = kind == Listeners.Kind.CONSOLE || kind == Listeners.Kind.CONSOLE_HTTP;
            if (!listed.contains(node) && !leftOut && !single) {
                findings.report(
                        pool.directive().place(),
                        "the pool " + pool.name() + " does not hold " + node.name() + " ("
                                + cluster.host(node).orElse("?") + ":" + Edge.port(node, kind) + ")",
                        "Add it.");
            }
        }
    }

    private static String expected(ClusterView cluster, Listeners.Kind kind) {
        return cluster.nodes().stream()
                .map(node -> cluster.host(node).orElse("?") + ":" + Edge.port(node, kind))
                .collect(Collectors.joining(", "));
    }

    private static Rule undefined() {
        return Rule.error("EIC314", "A pool is not defined, or two virtual servers are the same")
                .reason("nginx takes an unknown name for a host and does not start if DNS does not know it; HAProxy"
                        + " does not start. Of two servers with the same port and name nginx uses the first.")
                .evidence("nginx: \"host not found in upstream\", \"conflicting server name\".")
                .example("proxy_pass http://ei_nodes; without upstream ei_nodes", "upstream ei_nodes { ... }")
                .fix("Define the upstream, or correct the name; remove the second server.")
                .cluster((cluster, findings) -> files(cluster, findings, (view, found) -> {
                    for (Front front : view.fronts()) {
                        if (front.pool().isEmpty() && !front.target().isEmpty()) {
                            boolean host = front.target().contains(".")
                                    && !front.names().contains(front.target());
                            found.report(
                                    host && view.nginx() ? Severity.WARNING : Severity.ERROR,
                                    front.pass().place(),
                                    "there is no " + (view.nginx() ? "upstream " : "backend ") + front.target(),
                                    "Define it with the nodes, or name one of those that exist.");
                        }
                    }
                    twice(view, found);
                }));
    }

    private static void twice(BalancerView view, Findings findings) {
        Map<String, Directive> seen = new HashMap<>();
        if (!view.nginx()) {
            return;
        }
        for (Directive server :
                view.fronts().stream().map(Front::server).distinct().toList()) {
            for (Directive listen : server.all("listen")) {
                server.all("server_name").stream()
                        .flatMap(name -> name.words().stream())
                        .forEach(name -> {
                            Directive first = seen.putIfAbsent(listen.word(0) + " " + name, server);
                            if (first != null && !first.equals(server)) {
                                findings.report(
                                        server.place(),
                                        "a server for " + name + " on " + listen.word(0) + " is also at "
                                                + first.place().text() + "; nginx uses one of them",
                                        "Remove one of the two.");
                            }
                        });
            }
        }
    }

    private static Rule console() {
        return Rule.warning("EIC318", "The console depends on one node, or loses its sessions")
                .reason(
                        "Sessions of the console live on one node. With one server behind it nobody can log in when that"
                                + " node is down; with several and no affinity every other request asks for a login.")
                .evidence("The vendor's guide: proxy_pass https://node1:9443/.")
                .example("proxy_pass https://192.168.57.11:9443/;", "upstream with all nodes and ip_hash")
                .fix("Put all nodes into a pool that keeps a client on one node.")
                .cluster((cluster, findings) -> {
                    if (cluster.several()) {
                        files(
                                cluster,
                                findings,
                                (view, found) -> roles(cluster, view, Listeners.Kind.CONSOLE)
                                        .forEach(front -> console(front, found)));
                    }
                });
    }

    private static void console(Front front, Findings findings) {
        Pool pool = front.pool().orElseThrow();
        if (pool.servers().size() == 1) {
            findings.report(
                    front.pass().place(),
                    "only one node serves the console",
                    "Put all nodes into the pool, with affinity.");
        } else if (pool.sticky().isEmpty()) {
            findings.report(
                    pool.directive().place(),
                    "the pool " + pool.name() + " of the console does not keep a client on one node",
                    "Add ip_hash (nginx) or a cookie (HAProxy).");
        }
    }

    private static List<Front> roles(ClusterView cluster, BalancerView view, Listeners.Kind kind) {
        return view.fronts().stream()
                .filter(front -> front.pool()
                        .flatMap(pool -> Edge.role(cluster, pool))
                        .filter(kind::equals)
                        .isPresent())
                .toList();
    }

    private static Rule affinity() {
        return Rule.info("EIC320", "Requests of services stay on one node")
                .reason(
                        "Services have no sessions. Behind a NAT all clients have one address, and with ip_hash one node"
                                + " gets all their requests.")
                .evidence("The vendor's guide has ip_hash in the upstream of 8243.")
                .example("upstream ssl.ei { ip_hash; ... }", "upstream ssl.ei { ... }")
                .fix("Remove the affinity, unless a service needs it.")
                .cluster((cluster, findings) -> files(cluster, findings, (view, found) -> {
                    for (Listeners.Kind kind : List.of(Listeners.Kind.HTTP, Listeners.Kind.HTTPS)) {
                        roles(cluster, view, kind).stream()
                                .map(front -> front.pool().orElseThrow())
                                .filter(pool -> !pool.sticky().isEmpty())
                                .forEach(pool -> found.report(
                                        pool.directive().place(),
                                        "the pool " + pool.name() + " has " + pool.sticky(),
                                        "Remove it."));
                    }
                }));
    }

    private static Rule unknownNode() {
        return Rule.warning("EIC509", "A node is not behind the load balancer at all")
                .reason("It takes part in the cluster, but no client reaches it.")
                .evidence("The files of the load balancer, compared with the nodes.")
                .example("three nodes, and pools of two", "every node in a pool, or its role declared as none")
                .fix("Add the node to the pools, or declare <role>none</role>.")
                .cluster((cluster, findings) -> files(cluster, findings, (view, found) -> {
                    boolean named = view.fronts().stream()
                            .flatMap(front -> front.pool().stream())
                            .flatMap(pool -> pool.servers().stream())
                            .anyMatch(server -> !Addresses.isAddress(server.host())
                                    && Edge.nodesAt(cluster, server).isEmpty());
                    for (NodeHome node : cluster.nodes()) {
                        boolean reached = view.fronts().stream()
                                .flatMap(front -> front.pool().stream())
                                .flatMap(pool -> pool.servers().stream())
                                .anyMatch(
                                        server -> Edge.nodesAt(cluster, server).contains(node));
                        boolean none = cluster.declared(node)
                                .map(Node::role)
                                .filter(Node.Role.NONE::equals)
                                .isPresent();
                        if (!reached && !named && !none && !view.fronts().isEmpty()) {
                            found.report(
                                    new io.github.eicluster.verify.home.Place(node.name(), "", 0, ""),
                                    "no pool of the load balancer holds "
                                            + cluster.host(node).orElse(node.name()),
                                    "Add it to the pools.");
                        }
                    }
                }));
    }
}
