package io.github.eicluster.runbook;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.HostEntry;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that the machines of a cluster must be able to resolve. */
final class Names {

    private final Cluster cluster;

    Names(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Names whose address is known: address and name. */
    List<Map<String, String>> known() {
        return cluster.hosts().stream()
                .map(entry -> Map.of("address", entry.address(), "name", entry.name()))
                .toList();
    }

    /** Names whose address nobody has said: name, and what they stand for. */
    List<Map<String, String>> open() {
        return unknown().entrySet().stream()
                .map(entry ->
                        Map.of("name", entry.getKey(), "what", entry.getValue().text()))
                .toList();
    }

    /** One warning for each element that could say the address. */
    List<Problem> problems() {
        Map<String, List<String>> byElement = new LinkedHashMap<>();
        unknown()
                .forEach((name, owner) -> byElement
                        .computeIfAbsent(owner.element(), element -> new ArrayList<>())
                        .add("'" + name + "'"));
        return byElement.entrySet().stream()
                .map(entry -> Problem.warning(
                        entry.getKey(),
                        "the address of " + String.join(" and ", entry.getValue())
                                + " is not stated, so that the file hosts has a comment in its place. State it, or see that"
                                + " DNS knows the name on every machine."))
                .toList();
    }

    private Map<String, Owner> unknown() {
        Map<String, Owner> names = new LinkedHashMap<>();
        Owner clients = cluster.loadBalancer().isPresent()
                ? new Owner("the load balancer", "cluster/loadBalancer/address")
                : new Owner("the machine that clients call", "cluster/hosts");
        for (Node node : cluster.nodes()) {
            node.host().ifPresent(host -> names.putIfAbsent(host, new Owner(node.id(), "cluster/hosts")));
        }
        names.putIfAbsent(cluster.hostName(), clients);
        cluster.managementHostName().ifPresent(name -> names.putIfAbsent(name, clients));
        cluster.databases()
                .host()
                .ifPresent(
                        host -> names.putIfAbsent(host, new Owner("the database server", "cluster/database/address")));
        cluster.hosts().stream().map(HostEntry::name).forEach(names::remove);
        names.keySet().removeIf(Names::resolvesItself);
        return names;
    }

    private static boolean resolvesItself(String host) {
        return host.equals("localhost") || host.contains(":") || host.matches("[0-9.]+") || host.startsWith("~");
    }

    /** Whom a name belongs to, and the element that says where that is. */
    private record Owner(String who, String element) {
        String text() {
            return who + " (" + element + ")";
        }
    }
}
