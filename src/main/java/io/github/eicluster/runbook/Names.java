package io.github.eicluster.runbook;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.HostEntry;
import io.github.eicluster.model.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        Map<String, String> names = new LinkedHashMap<>();
        String clients = cluster.loadBalancer().isPresent()
                ? "the load balancer (cluster/loadBalancer/address)"
                : "the machine that clients call (cluster/hosts)";
        names.put(cluster.hostName(), clients);
        cluster.managementHostName().ifPresent(name -> names.putIfAbsent(name, clients));
        cluster.databases()
                .host()
                .ifPresent(host -> names.putIfAbsent(host, "the database server (cluster/database/address)"));
        for (Node node : cluster.nodes()) {
            node.host().ifPresent(host -> names.putIfAbsent(host, node.id() + " (cluster/hosts)"));
        }
        List<String> known = cluster.hosts().stream().map(HostEntry::name).collect(Collectors.toList());
        return names.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()) && !resolvesItself(entry.getKey()))
                .map(entry -> Map.of("name", entry.getKey(), "what", entry.getValue()))
                .toList();
    }

    private static boolean resolvesItself(String host) {
        return host.equals("localhost") || host.contains(":") || host.matches("[0-9.]+") || host.startsWith("~");
    }
}
