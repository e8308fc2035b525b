package io.github.eicluster.config;

import io.github.eicluster.model.Membership.Member;
import io.github.eicluster.model.Ports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the nodes against each other: who reaches whom, and whose ports clash. */
final class NodeChecks {

    private static final int JMX_REGISTRY = 9999;
    private static final int JMX_SERVER = 11111;
    private static final int MAX_PORT = 65535;

    private final Problems problems;
    private final List<NodeDraft> nodes;
    private final Map<String, List<NodeDraft>> hosts = new LinkedHashMap<>();

    NodeChecks(Problems problems, List<NodeDraft> nodes) {
        this.problems = problems;
        this.nodes = nodes;
        for (NodeDraft node : nodes) {
            node.hostKey()
                    .ifPresent(key ->
                            hosts.computeIfAbsent(key, k -> new ArrayList<>()).add(node));
        }
    }

    void check() {
        nodes.forEach(this::checkAddresses);
        hosts.values().forEach(this::checkHost);
        nodes.stream().filter(node -> node.host().isEmpty()).forEach(node -> portsOf(node));
        if (hosts.size() > 1) {
            hosts.values().stream().filter(same -> same.size() == 1).forEach(same -> checkLonely(same.get(0)));
        }
    }

    private void checkAddresses(NodeDraft node) {
        for (String name : List.of("host", "memberHost")) {
            node.entry()
                    .host(name)
                    .ifPresent(host -> checkReachable(node, host, node.entry().pathOf(name)));
        }
    }

    private void checkReachable(NodeDraft node, String host, String place) {
        if (Addresses.isWildcard(host)) {
            problems.error(
                    place, "'" + host + "' stands for all addresses of a machine, not for one. Give one of them.");
        } else if (Addresses.isLoopback(host)) {
            firstElsewhere(node)
                    .ifPresent(other -> problems.error(
                            place,
                            "'" + host + "' cannot be reached by " + other.id() + " ("
                                    + other.host().orElseThrow()
                                    + "). Give the address that other nodes use."));
        }
    }

    /** Members beside the nodes have to reach the nodes too. */
    void checkReachedBy(List<Member> furtherMembers) {
        Optional<Member> remote = furtherMembers.stream()
                .filter(member -> !Addresses.isLoopback(member.host()))
                .findFirst();
        if (hosts.size() == 1 && remote.isPresent()) {
            nodes.stream()
                    .filter(node -> node.host().filter(Addresses::isLoopback).isPresent())
                    .forEach(node -> problems.error(
                            node.entry().pathOf("host"),
                            "'" + node.host().orElseThrow() + "' cannot be reached by the member "
                                    + remote.get().host() + ". Give the address that other members use."));
        }
    }

    private Optional<NodeDraft> firstElsewhere(NodeDraft node) {
        return nodes.stream()
                .filter(other -> other.host().isPresent())
                .filter(other -> !other.hostKey().equals(node.hostKey()))
                .findFirst();
    }

    private void checkLonely(NodeDraft node) {
        if (node.entry().has("portOffset") && node.node().portOffset() != 0) {
            problems.warning(
                    node.entry().pathOf("portOffset"),
                    "'" + node.node().portOffset() + "' although " + node.id()
                            + " is alone on its host. If a profile merged it in, write combine.self=\"override\" on its"
                            + " <nodes>.");
        }
    }

    private void checkHost(List<NodeDraft> same) {
        Map<Integer, NodeDraft> offsets = new HashMap<>();
        Map<Integer, String> taken = new HashMap<>();
        for (NodeDraft node : same) {
            NodeDraft other = offsets.putIfAbsent(node.node().portOffset(), node);
            if (other != null) {
                problems.error(
                        node.entry().pathOf("portOffset"),
                        "'" + node.node().portOffset() + "' is the offset of " + other.id() + " on the same host ("
                                + node.host().orElseThrow() + ") too. Give each node of a host an offset of its own.");
                checkMemberPort(node, taken);
                continue;
            }
            portsOf(node).forEach((name, port) -> checkPort(node, name, port, taken));
        }
    }

    private void checkMemberPort(NodeDraft node, Map<Integer, String> taken) {
        checkPort(node, "memberPort", node.node().memberPort(), taken);
    }

    private void checkPort(NodeDraft node, String name, int port, Map<Integer, String> taken) {
        String owner = taken.putIfAbsent(port, name + " of " + node.id());
        if (owner != null) {
            problems.error(
                    place(node, name),
                    "'" + port + "' (" + name + ", offset included) is the port of " + owner + " on the same host too."
                            + " Choose another port or offset.");
        }
    }

    /** The ports that the node opens, offset included; the member port never shifts. */
    private Map<String, Integer> portsOf(NodeDraft node) {
        Ports ports = node.ports();
        int offset = node.node().portOffset();
        Map<String, Integer> all = new LinkedHashMap<>();
        shift(node, all, "http", ports.http().orElse(8280), offset);
        shift(node, all, "https", ports.https().orElse(8243), offset);
        shift(node, all, "console", ports.console().orElse(9443), offset);
        shift(node, all, "consoleHttp", ports.consoleHttp().orElse(9763), offset);
        shift(node, all, "JMX registry", JMX_REGISTRY, offset);
        shift(node, all, "JMX server", JMX_SERVER, offset);
        int memberPort = node.node().memberPort();
        if (memberPort > MAX_PORT) {
            problems.error(
                    node.entry().pathOf("memberPort"),
                    "'" + memberPort + "' exceeds " + MAX_PORT + ". Choose a lower membership/port.");
        }
        all.put("memberPort", memberPort);
        return all;
    }

    private void shift(NodeDraft node, Map<String, Integer> all, String name, int port, int offset) {
        if (port + offset > MAX_PORT) {
            problems.error(
                    node.entry().pathOf("portOffset"),
                    "'" + offset + "' shifts " + name + " " + port + " beyond " + MAX_PORT
                            + ". Choose a lower offset or port.");
        } else {
            all.put(name, port + offset);
        }
    }

    private static String place(NodeDraft node, String name) {
        if (name.startsWith("JMX")) {
            return node.entry().pathOf("portOffset");
        }
        return name.equals("memberPort")
                ? node.entry().pathOf(name)
                : node.entry().pathOf("ports") + "/" + name;
    }
}
