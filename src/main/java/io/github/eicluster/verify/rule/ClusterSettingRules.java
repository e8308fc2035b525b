package io.github.eicluster.verify.rule;

import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.home.CannotCheck;
import io.github.eicluster.verify.home.Clustering;
import io.github.eicluster.verify.home.Listeners;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.StartScript;
import io.github.eicluster.verify.home.XmlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Further settings of the clustering section: EIC020 to EIC025, EIC028 and EIC029. */
final class ClusterSettingRules {

    private static final Set<String> DEAD = Set.of("localMemberBindAddress", "localMemberBindPort", "mcastBindAddress");

    private ClusterSettingRules() {}

    static List<Rule> all() {
        return List.of(
                pattern(), patterns(), early(), groupManagement(), memberPort(), dead(), duplicates(), oneMachine());
    }

    private static Rule pattern() {
        return Rule.error("EIC020", "No node runs scheduled tasks")
                .reason("Without clusteringPattern, or with WorkerManager, a node that was not started with"
                        + " -DworkerNode=true runs no scheduled task and no message processor. integrator.sh passes"
                        + " -DworkerNode=false, and EI 6.0.0 ships WorkerManager: the tasks run nowhere.")
                .evidence(
                        "NTaskTaskManager.isTaskRunningNode, InboundRunner.run of carbon-mediation; product-ei#305, #532.")
                .example(
                        "<parameter name=\"clusteringPattern\">WorkerManager</parameter>",
                        "<parameter name=\"clusteringPattern\">nonWorkerManager</parameter>")
                .fix("Write nonWorkerManager on all nodes.")
                .eachMember((node, cluster, findings) -> Clustering.of(node).ifPresent(section -> {
                    Optional<Setting> pattern = section.parameter("clusteringPattern");
                    String word = pattern.map(Setting::trimmed).orElse("");
                    boolean stops = word.isEmpty() || word.equalsIgnoreCase("WorkerManager");
                    if (stops && cluster.nodes().stream().noneMatch(ClusterSettingRules::isWorker)) {
                        findings.report(
                                MembershipRules.place(node, "clusteringPattern"),
                                word.isEmpty()
                                        ? "no clusteringPattern is set, so that scheduled tasks do not run here"
                                        : "with the pattern " + word
                                                + " scheduled tasks do not run here, and no node is" + " a worker",
                                "Write <parameter name=\"clusteringPattern\">nonWorkerManager</parameter>.");
                    }
                }));
    }

    private static boolean isWorker(NodeHome node) {
        try {
            return StartScript.of(node)
                    .property("workerNode")
                    .filter(value -> value.is("true"))
                    .isPresent();
        } catch (CannotCheck e) {
            return false;
        }
    }

    private static Rule patterns() {
        return Rule.warning("EIC021", "clusteringPattern differs between nodes")
                .reason("Tasks then run on some nodes only.")
                .evidence("NTaskTaskManager.isTaskRunningNode.")
                .example("nonWorkerManager on node1, WorkerManager on node2", "nonWorkerManager on both")
                .fix("Write the same pattern on all nodes.")
                .acrossNodes((cluster, findings) -> {
                    Map<NodeHome, String> patterns = findings.collect(
                            cluster.nodes(),
                            node -> Clustering.of(node)
                                    .flatMap(section -> section.parameter("clusteringPattern"))
                                    .map(Setting::trimmed)
                                    .orElse("none"));
                    Differences.odd(
                            patterns,
                            (node, usual) -> findings.report(
                                    MembershipRules.place(node, "clusteringPattern"),
                                    "the pattern is " + patterns.get(node) + ", on "
                                            + Differences.nodes(patterns, usual) + " it is " + usual,
                                    "Write " + usual + "."));
                });
    }

    private static Rule early() {
        return Rule.warning("EIC022", "The cluster starts before the ports are known")
                .reason("With AvoidInitiation false Axis2 starts the cluster while it reads its file, before the"
                        + " listeners: the member tells the others wrong ports.")
                .evidence("MemberUtils.getLocalMember, Axis2 ConfigurationContext.initCluster.")
                .example(
                        "<parameter name=\"AvoidInitiation\">false</parameter>",
                        "<parameter name=\"AvoidInitiation\">true</parameter>")
                .fix("Write true, as shipped.")
                .eachMember((node, cluster, findings) -> Clustering.of(node).ifPresent(section -> {
                    Optional<Setting> avoid = section.parameter("AvoidInitiation");
                    if (avoid.filter(value -> value.is("true")).isEmpty()) {
                        findings.report(
                                MembershipRules.place(node, "AvoidInitiation"),
                                avoid.isEmpty()
                                        ? "AvoidInitiation is missing"
                                        : "AvoidInitiation is '" + avoid.get().trimmed() + "'",
                                "Write <parameter name=\"AvoidInitiation\">true</parameter>.");
                    }
                }));
    }

    private static Rule groupManagement() {
        return Rule.warning("EIC023", "Group management is on")
                .reason("It makes the node a manager of other domains, for a load balancer that WSO2 no longer ships.")
                .evidence("wso2-axis2 ClusterBuilder; server-semantics 1.1.")
                .example("<groupManagement enable=\"true\">", "<groupManagement enable=\"false\">")
                .fix("Write enable=\"false\".")
                .eachMember((node, cluster, findings) -> Clustering.of(node)
                        .flatMap(section -> section.element().first("groupManagement"))
                        .flatMap(group -> group.attribute("enable"))
                        .filter(enable -> enable.is("true"))
                        .ifPresent(enable -> findings.report(
                                enable, "the node is to manage other groups", "Write enable=\"false\".")));
    }

    private static Rule memberPort() {
        return Rule.error("EIC024", "The Hazelcast port is taken by another listener")
                .reason("The offset is never added to localMemberPort. If something else listens there, Hazelcast moves"
                        + " to the next free port without an error, where no peer looks for it.")
                .evidence("Hazelcast portAutoIncrement; server-semantics 1.3.")
                .example("localMemberPort 8281, and a neighbour with Offset 1 listens on 8281", "localMemberPort 4101")
                .fix("Choose a port that nothing else on the machine uses, such as 4100.")
                .cluster((cluster, findings) -> findings.each(
                        cluster.nodes(),
                        node -> Listeners.of(node).all().stream()
                                .filter(listener -> listener.kind() == Listeners.Kind.MEMBER)
                                .forEach(member -> cluster.nodes().stream()
                                        .filter(other -> other == node || cluster.neighbours(node, other))
                                        .forEach(other -> taken(node, member, other, findings)))));
    }

    private static void taken(NodeHome node, Listeners.Listener member, NodeHome other, Findings findings) {
        Listeners.of(other).all().stream()
                .filter(listener -> listener.kind() != Listeners.Kind.MEMBER && listener.port() == member.port())
                .findFirst()
                .ifPresent(listener -> findings.report(
                        member.place(),
                        "the port " + member.port() + " is also that of "
                                + listener.kind().text() + (other == node ? "" : " of " + other.name()),
                        "Choose another localMemberPort, and write it into all member lists."));
    }

    private static Rule dead() {
        return Rule.info("EIC025", "A setting that nobody reads")
                .reason("It comes from an older clustering agent or from the vendor's former load balancer.")
                .evidence("The Hazelcast agent reads none of these; server-semantics 1.1.")
                .example("<parameter name=\"localMemberBindPort\">4001</parameter>", "no such parameter")
                .fix("Remove it.")
                .eachMember((node, cluster, findings) -> Clustering.of(node).ifPresent(section -> {
                    DEAD.stream()
                            .sorted()
                            .flatMap(name -> section.parameter(name).stream())
                            .forEach(setting -> findings.report(setting, "nobody reads this parameter", "Remove it."));
                    section.element().named("parameter", "properties").stream()
                            .flatMap(list -> list.children("property").stream())
                            .filter(property -> property.attribute("name")
                                    .filter(name -> name.value().startsWith("port.mapping."))
                                    .isPresent())
                            .forEach(property ->
                                    findings.report(property.place(), "nobody reads this property", "Remove it."));
                }));
    }

    private static Rule duplicates() {
        return Rule.warning("EIC028", "A parameter of the clustering section occurs twice")
                .reason("Only the last one counts; the other one looks as if it did.")
                .evidence("Axis2 keeps parameters in a map by name.")
                .example("two <parameter name=\"domain\">", "one <parameter name=\"domain\">")
                .fix("Remove the one that is wrong.")
                .eachMember((node, cluster, findings) -> Clustering.of(node).ifPresent(section -> {
                    Set<String> seen = new HashSet<>();
                    for (XmlNode parameter : section.element().children("parameter")) {
                        Optional<String> name = parameter.attribute("name").map(Setting::trimmed);
                        if (name.isPresent() && !seen.add(name.get())) {
                            findings.report(
                                    parameter.place(),
                                    "a second parameter " + name.get() + ", which replaces the first",
                                    "Remove one of the two.");
                        }
                    }
                }));
    }

    private static Rule oneMachine() {
        return Rule.warning("EIC029", "Nodes of a production cluster share a machine")
                .reason("If the machine fails, all nodes on it fail: the cluster is no protection.")
                .evidence("The reason for having a cluster; only said with production.")
                .example("localMemberHost 192.168.57.11 on node1 and node2", "a machine of its own for every node")
                .fix("Give every node a machine of its own.")
                .acrossNodes((cluster, findings) -> {
                    if (cluster.production()) {
                        findings.each(cluster.nodes(), node -> neighbour(cluster, node, findings));
                    }
                });
    }

    private static void neighbour(ClusterView cluster, NodeHome node, Findings findings) {
        cluster.nodes().stream()
                .takeWhile(other -> other != node)
                .filter(other -> cluster.neighbours(node, other))
                .findFirst()
                .ifPresent(other -> findings.report(
                        Clustering.of(node)
                                .flatMap(Clustering::host)
                                .map(Setting::place)
                                .orElse(Place.of(node.name(), "")),
                        node.name() + " is on the same machine as " + other.name(),
                        "Give " + node.name() + " a machine of its own."));
    }
}
