package io.github.eicluster.verify.rule;

import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Layout;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.home.Clustering;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.StartScript;
import io.github.eicluster.verify.home.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Files beside the clustering section that decide on the cluster: EIC016 to EIC019, EIC026 and EIC027. */
final class ClusterFileRules {

    private static final String TASKS = "conf/etc/tasks-config.xml";

    private ClusterFileRules() {}

    static List<Rule> all() {
        return List.of(replaced(), properties(), noProperties(), password(), versions(), tasks());
    }

    private static Rule replaced() {
        return Rule.error("EIC016", "A Hazelcast file replaces the clustering section")
                .reason("If conf/etc/hazelcast.xml exists, or -Dhazelcast.config is set, the server takes members, host"
                        + " and port from there, and what axis2.xml says of them does nothing.")
                .evidence("HazelcastClusteringAgent.getConfigMode; product-is#6891.")
                .example("a left-over conf/etc/hazelcast.xml", "no such file")
                .fix("Delete the file, or keep the whole configuration there and say so in a suppression.")
                .eachMember((node, cluster, findings) -> {
                    if (node.has(Layout.HAZELCAST_XML)) {
                        findings.report(
                                Place.of(node.name(), Layout.HAZELCAST_XML),
                                "this file replaces members, localMemberHost and localMemberPort of " + Layout.AXIS2,
                                "Delete it.");
                    }
                    StartScript.of(node)
                            .property("hazelcast.config")
                            .ifPresent(option -> findings.report(
                                    option,
                                    "-Dhazelcast.config replaces the clustering section of " + Layout.AXIS2,
                                    "Remove the option."));
                });
    }

    private static Rule properties() {
        return Rule.warning("EIC017", "hazelcast.properties differs between nodes")
                .reason("Partition count and timeouts are to be the same on all members; a different partition count"
                        + " refuses the member.")
                .evidence("HazelcastClusteringAgent.setHazelcastProperties, Hazelcast ConfigCheck.")
                .example(
                        "hazelcast.max.no.heartbeat.seconds=60 on node1 only",
                        "the same conf/hazelcast.properties on all nodes")
                .fix("Copy the file to all nodes.")
                .acrossNodes((cluster, findings) -> {
                    Map<NodeHome, Map<String, String>> values =
                            findings.collect(cluster.nodes(), ClusterFileRules::entries);
                    Differences.odd(
                            values,
                            (node, usual) -> findings.report(
                                    Place.of(node.name(), Layout.HAZELCAST_PROPERTIES),
                                    node.has(Layout.HAZELCAST_PROPERTIES)
                                            ? "other than on " + Differences.nodes(values, usual) + ": "
                                                    + keys(values.get(node), usual)
                                            : "the file is missing here, but " + Differences.nodes(values, usual)
                                                    + " has it",
                                    "Copy the file of " + Differences.nodes(values, usual) + "."));
                });
    }

    private static Map<String, String> entries(NodeHome node) {
        Map<String, String> entries = new TreeMap<>();
        node.properties(Layout.HAZELCAST_PROPERTIES).stream()
                .flatMap(file -> file.entries().stream())
                .forEach(entry -> entries.put(entry.place().path(), entry.trimmed()));
        return entries;
    }

    static String keys(Map<String, String> own, Map<String, String> usual) {
        TreeSet<String> keys = new TreeSet<>(own.keySet());
        keys.addAll(usual.keySet());
        keys.removeIf(key -> own.containsKey(key) && own.get(key).equals(usual.get(key)));
        return keys.stream().limit(8).collect(Collectors.joining(", ")) + (keys.size() > 8 ? ", ..." : "");
    }

    private static Rule noProperties() {
        return Rule.info("EIC018", "There is no hazelcast.properties")
                .reason("Without it a dead member is noticed after up to 10 minutes, Hazelcast's own shutdown hook"
                        + " stops it before message processors have left, and its lines do not reach the log.")
                .evidence("HazelcastClusteringAgent: hazelcast.max.no.heartbeat.seconds=600; product-ei#2357.")
                .example(
                        "no conf/hazelcast.properties",
                        "hazelcast.shutdownhook.enabled=false\nhazelcast.max.no.heartbeat.seconds=60")
                .fix("Write conf/hazelcast.properties, the same on all nodes.")
                .eachMember((node, cluster, findings) -> {
                    if (!node.has(Layout.HAZELCAST_PROPERTIES)) {
                        findings.report(
                                Place.of(node.name(), Layout.HAZELCAST_PROPERTIES),
                                "the file is missing",
                                "Write hazelcast.shutdownhook.enabled=false and"
                                        + " hazelcast.max.no.heartbeat.seconds=60 into it.");
                    }
                });
    }

    private static Rule password() {
        return Rule.warning("EIC019", "The password of the group is missing or not the same on all nodes")
                .reason("Up to EI 6.5 members with another password refuse each other, and without one it is the"
                        + " published dev-pass, so that whoever reaches the port can join. EI 6.6 reads the password,"
                        + " but its Hazelcast does not compare it: only a firewall protects the port.")
                .evidence("Hazelcast 3.5.4 ConfigCheck: \"Incompatible group password!\"; 3.12.2 does not check.")
                .example(
                        "no groupPassword on EI 6.4",
                        "<parameter name=\"groupPassword\">***</parameter>, the same on all nodes")
                .fix("Set the same groupPassword on all nodes (6.0 to 6.5), and let only members reach the port.")
                .cluster((cluster, findings) -> {
                    Map<NodeHome, String> values = findings.collect(
                            cluster.nodes(),
                            node -> Clustering.of(node)
                                    .flatMap(section -> section.parameter("groupPassword"))
                                    .map(Setting::known)
                                    .orElse(""));
                    findings.each(List.copyOf(values.keySet()), node -> absent(node, cluster, values, findings));
                    Differences.odd(
                            values,
                            (node, usual) -> findings.report(
                                    node.version().atLeast(6, 6) ? Severity.INFO : Severity.ERROR,
                                    MembershipRules.place(node, "groupPassword"),
                                    "the password of the group is another one than on "
                                            + Differences.nodes(values, usual),
                                    "Write the same groupPassword on all nodes."));
                });
    }

    private static void absent(NodeHome node, ClusterView cluster, Map<NodeHome, String> values, Findings findings) {
        if (!cluster.member(node) || Clustering.of(node).isEmpty()) {
            return;
        }
        boolean ignored = node.version().atLeast(6, 6);
        if (ignored) {
            findings.report(
                    Severity.INFO,
                    MembershipRules.place(node, "groupPassword"),
                    "EI 6.6 does not check the password of the group",
                    "Let only the members reach the port "
                            + Clustering.of(node).map(Clustering::port).orElse(0) + ".");
        } else if (values.get(node).isEmpty()) {
            findings.report(
                    MembershipRules.place(node, "groupPassword"),
                    "no groupPassword is set, so that it is the published default",
                    "Set one, the same on all nodes.");
        }
    }

    private static Rule versions() {
        return Rule.error("EIC026", "Nodes have different versions")
                .reason("Hazelcast 3.12 of EI 6.6 and Hazelcast 3.5 of all earlier versions cannot form a cluster."
                        + " Other differences of versions, patches and libraries lead to errors of serialization.")
                .evidence("kernel parent/pom.xml of 4.4.x and 4.5.3; server-semantics 0.")
                .example("EI 6.5.0 on node1, EI 6.6.0 on node2", "EI 6.6.0 on both")
                .fix("Install the same version, patches, dropins and libraries on all nodes.")
                .acrossNodes((cluster, findings) -> {
                    Map<NodeHome, EiVersion> versions = findings.collect(cluster.nodes(), NodeHome::version);
                    boolean mixed = versions.values().stream()
                                    .map(version -> version.atLeast(6, 6))
                                    .distinct()
                                    .count()
                            > 1;
                    Differences.odd(
                            versions,
                            (node, usual) -> findings.report(
                                    mixed ? Severity.ERROR : Severity.WARNING,
                                    Place.of(node.name(), Layout.VERSION_TXT),
                                    "this is EI " + versions.get(node) + ", on " + Differences.nodes(versions, usual)
                                            + " it is " + usual + (mixed ? ", whose Hazelcast cannot talk to it" : ""),
                                    "Install EI " + usual + " on all nodes."));
                    if (Differences.usual(versions).isEmpty()) {
                        libraries(cluster, findings);
                    }
                });
    }

    private static void libraries(ClusterView cluster, Findings findings) {
        for (String folder : List.of("lib/", "dropins/", "extensions/", "patches/", "servicepacks/")) {
            Map<NodeHome, List<String>> jars = findings.collect(
                    cluster.nodes(),
                    node -> node.filesIn(folder).stream()
                            .filter(path -> path.endsWith(".jar"))
                            .sorted()
                            .toList());
            Differences.odd(jars, (node, usual) -> {
                List<String> missing = new ArrayList<>(usual);
                missing.removeAll(jars.get(node));
                List<String> more = new ArrayList<>(jars.get(node));
                more.removeAll(usual);
                findings.report(
                        Severity.WARNING,
                        Place.of(node.name(), folder),
                        "other jars than on " + Differences.nodes(jars, usual)
                                + (missing.isEmpty() ? "" : ", missing: " + shown(missing))
                                + (more.isEmpty() ? "" : ", only here: " + shown(more)),
                        "Make " + folder + " the same on all nodes.");
            });
        }
    }

    static String shown(List<String> paths) {
        return paths.stream().limit(5).collect(Collectors.joining(", ")) + (paths.size() > 5 ? ", ..." : "");
    }

    private static Rule tasks() {
        return Rule.warning("EIC027", "Task servers do not fit the cluster")
                .reason("In the mode CLUSTERED a node schedules no task until taskServerCount members are there. With"
                        + " as many as there are nodes, nothing runs after one is lost and the others restart."
                        + " STANDALONE runs every task on every node.")
                .evidence(
                        "TaskServiceImpl of carbon-commons: \"Waiting for N [type] task executor nodes...\"; product-ei#2204.")
                .example(
                        "<taskServerCount>2</taskServerCount> in a cluster of two",
                        "<taskServerCount>1</taskServerCount>")
                .fix("Leave taskServerMode at AUTO, and taskServerCount below the number of nodes, equal on all.")
                .acrossNodes((cluster, findings) -> {
                    findings.each(
                            cluster.nodes(),
                            node -> node.optionalXml(TASKS)
                                    .ifPresent(
                                            root -> fits(root, cluster.nodes().size(), findings)));
                    Map<NodeHome, String> counts = findings.collect(
                            cluster.nodes(),
                            node -> count(node).map(Setting::trimmed).orElse("1"));
                    Differences.odd(
                            counts,
                            (node, usual) -> findings.report(
                                    count(node).map(Setting::place).orElse(Place.of(node.name(), TASKS)),
                                    "taskServerCount is " + counts.get(node) + ", on "
                                            + Differences.nodes(counts, usual) + " it is " + usual,
                                    "Write " + usual + "."));
                });
    }

    private static Optional<Setting> count(NodeHome node) {
        return node.optionalXml(TASKS).flatMap(root -> root.value("taskServerCount"));
    }

    private static void fits(XmlNode root, int nodes, Findings findings) {
        root.value("taskServerMode")
                .filter(mode -> !mode.is("auto") && !mode.is("clustered"))
                .ifPresent(mode -> findings.report(
                        mode,
                        "the mode is " + mode.trimmed() + ", in which tasks do not share the nodes",
                        "Write AUTO."));
        Optional<Setting> count = root.value("taskServerCount");
        OptionalInt number = count.map(Setting::number).orElse(OptionalInt.empty());
        if (number.isPresent() && number.getAsInt() >= nodes) {
            boolean more = number.getAsInt() > nodes;
            findings.report(
                    count.get(),
                    more
                            ? "tasks wait for " + number.getAsInt() + " members, but there are " + nodes + " nodes"
                            : "tasks wait for all " + nodes + " nodes, so that none runs while one is down",
                    "Write 1, or at most " + (nodes - 1) + ".");
        }
    }
}
