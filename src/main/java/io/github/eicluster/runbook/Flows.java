package io.github.eicluster.runbook;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Connections that firewalls must let through. */
final class Flows {

    private final RunbookData data;
    private final Cluster cluster;

    Flows(RunbookData data) {
        this.data = data;
        this.cluster = data.cluster();
    }

    List<Map<String, String>> all() {
        List<Map<String, String>> flows = new ArrayList<>();
        for (Node from : cluster.nodes()) {
            for (Node to : cluster.nodes()) {
                if (!from.id().equals(to.id()) && !from.memberHost().equals(to.memberHost())) {
                    flows.add(flow(from.id(), to.id() + member(to), "TCP " + to.memberPort(), "cluster messages"));
                }
            }
        }
        cluster.loadBalancer().ifPresent(balancer -> {
            for (Node node : cluster.nodes()) {
                addBalanced(flows, node, balancer.console());
            }
            balancer.httpPort()
                    .ifPresent(port -> flows.add(flow("clients", "load balancer", "TCP " + port, "services")));
            flows.add(flow("clients", "load balancer", "TCP " + balancer.httpsPort(), purpose(balancer.console())));
        });
        Databases databases = cluster.databases();
        databases
                .host()
                .ifPresent(host -> flows.add(
                        flow("every node", "database server " + host, "the port in the URLs below", "databases")));
        return flows;
    }

    private void addBalanced(List<Map<String, String>> flows, Node node, boolean console) {
        ListenerPorts ports = data.ports().getOrDefault(node.id(), ListenerPorts.UNKNOWN);
        IntStream wanted = IntStream.of(ports.http(), ports.https(), console ? ports.console() : 0);
        List<String> open =
                wanted.filter(port -> port > 0).mapToObj(Integer::toString).toList();
        if (node.role() != Node.Role.NONE && !open.isEmpty()) {
            flows.add(flow(
                    "load balancer", node.id() + address(node), "TCP " + String.join(", ", open), purpose(console)));
        }
    }

    private static String purpose(boolean console) {
        return console ? "services and console" : "services";
    }

    private static String member(Node node) {
        return node.memberHost().map(host -> " (" + host + ")").orElse("");
    }

    private static String address(Node node) {
        return node.host().map(host -> " (" + host + ")").orElse("");
    }

    private static Map<String, String> flow(String from, String to, String ports, String purpose) {
        return Map.of("from", from, "to", to, "ports", ports, "purpose", purpose);
    }
}
