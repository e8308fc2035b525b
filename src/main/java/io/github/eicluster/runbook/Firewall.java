package io.github.eicluster.runbook;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What each machine must let in, machine by machine. */
final class Firewall {

    private final RunbookData data;
    private final Cluster cluster;

    Firewall(RunbookData data) {
        this.data = data;
        this.cluster = data.cluster();
    }

    List<Map<String, String>> rules() {
        List<Map<String, String>> rules = new ArrayList<>();
        for (Node node : cluster.nodes()) {
            addMembers(rules, node);
            if (cluster.loadBalancer().isPresent()) {
                addBalanced(rules, node, cluster.loadBalancer().orElseThrow());
            } else if (!MachineNames.isLocal(node)) {
                addListeners(rules, node, "clients", "administrators");
            }
        }
        cluster.loadBalancer().ifPresent(balancer -> addBalancer(rules, balancer));
        addDatabase(rules, cluster.databases());
        return rules;
    }

    private void addMembers(List<Map<String, String>> rules, Node to) {
        String others = cluster.nodes().stream()
                .filter(from -> !from.id().equals(to.id()) && !from.memberHost().equals(to.memberHost()))
                .map(from -> from.id() + member(from))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            rules.add(rule(to.id() + member(to), to.memberPort(), others, "cluster messages"));
        }
    }

    private void addBalanced(List<Map<String, String>> rules, Node node, LoadBalancer balancer) {
        if (node.role() == Node.Role.NONE) {
            return;
        }
        String from = name(balancer);
        ListenerPorts ports = ports(node);
        boolean offload = balancer.tls() == LoadBalancer.Tls.OFFLOAD;
        if (balancer.httpPort().isPresent() || offload) {
            add(rules, node, ports.http(), from, "services, HTTP");
        }
        if (!offload) {
            add(rules, node, ports.https(), from, "services, HTTPS");
        }
        if (balancer.console()) {
            add(rules, node, ports.console(), from, "console");
        }
    }

    private void addListeners(List<Map<String, String>> rules, Node node, String clients, String administrators) {
        ListenerPorts ports = ports(node);
        add(rules, node, ports.http(), clients, "services, HTTP");
        add(rules, node, ports.https(), clients, "services, HTTPS");
        add(rules, node, ports.console(), administrators, "console");
    }

    private static void addBalancer(List<Map<String, String>> rules, LoadBalancer balancer) {
        String name = name(balancer);
        balancer.httpPort().ifPresent(port -> rules.add(rule(name, port, "clients", "services, HTTP")));
        String purpose = balancer.console() ? "services, HTTPS, and console" : "services, HTTPS";
        rules.add(rule(name, balancer.httpsPort(), "clients", purpose));
    }

    private static void addDatabase(List<Map<String, String>> rules, Databases databases) {
        databases
                .host()
                .ifPresent(host -> rules.add(Map.of(
                        "to",
                        "database server " + host,
                        "port",
                        port(databases.registry().url(), host)
                                .orElse("the one in the URLs of "
                                        + databases.type().text()),
                        "from",
                        "every node",
                        "purpose",
                        "databases")));
    }

    /** The port stands behind the host in every URL that the plugin makes. */
    private static Optional<String> port(String url, String host) {
        Matcher found = Pattern.compile(Pattern.quote(host) + "]?(?::|\\)\\(PORT=)(\\d+)")
                .matcher(url);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static void add(List<Map<String, String>> rules, Node node, int port, String from, String purpose) {
        if (port > 0) {
            rules.add(rule(node.id() + MachineNames.inBrackets(node.host()), port, from, purpose));
        }
    }

    private ListenerPorts ports(Node node) {
        return data.ports().getOrDefault(node.id(), ListenerPorts.UNKNOWN);
    }

    private static String name(LoadBalancer balancer) {
        return balancer.addresses().isEmpty()
                ? "load balancer"
                : "load balancer (" + String.join(", ", balancer.addresses()) + ")";
    }

    private static String member(Node node) {
        return MachineNames.inBrackets(node.memberHost());
    }

    private static Map<String, String> rule(String to, int port, String from, String purpose) {
        return Map.of("to", to, "port", Integer.toString(port), "from", from, "purpose", purpose);
    }
}
