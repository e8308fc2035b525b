package io.github.eicluster.mojo;

import io.github.eicluster.assembly.PlannedNode;
import io.github.eicluster.launch.RunningNode;
import io.github.eicluster.model.ListenerPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is said of nodes that run. */
final class LaunchMessages {

    private LaunchMessages() {}

    /** The members, and where each node answers. */
    static List<String> up(ClusterBuild build, List<RunningNode> nodes) {
        List<String> lines = new ArrayList<>();
        Set<String> members = new TreeSet<>();
        nodes.forEach(node -> members.addAll(node.log().members()));
        lines.add("Cluster " + build.planned().cluster().domain() + ": " + nodes.size()
                + (nodes.size() == 1 ? " node is up" : " nodes are up")
                + (members.isEmpty() ? "" : ", members " + String.join(", ", members)));
        for (PlannedNode node : build.planned().nodes()) {
            node.plan().listeners().ifPresent(ports -> lines.add(addresses(node, ports)));
        }
        return lines;
    }

    /** How long the nodes live: those that were started now, as the sentence says, and the others as before. */
    static String life(List<RunningNode> nodes, String started) {
        List<String> before = nodes.stream()
                .filter(RunningNode::ranBefore)
                .map(node -> node.launch().id())
                .toList();
        if (before.isEmpty()) {
            return started;
        }
        if (before.size() == nodes.size()) {
            return "They ran before, and live as long as before.";
        }
        return started + " But " + String.join(" and ", before) + " ran before, and "
                + (before.size() == 1 ? "lives" : "live") + " as long as before.";
    }

    private static String addresses(PlannedNode node, ListenerPorts ports) {
        String host = node.node().host().orElse("localhost");
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        List<String> urls = new ArrayList<>();
        add(urls, "http://" + name + ":", ports.http(), "");
        add(urls, "https://" + name + ":", ports.https(), "");
        add(urls, "console https://" + name + ":", ports.console(), "/carbon");
        return node.node().id() + ": " + String.join(", ", urls);
    }

    private static void add(List<String> urls, String start, int port, String end) {
        if (port != 0) {
            urls.add(start + port + end);
        }
    }
}
