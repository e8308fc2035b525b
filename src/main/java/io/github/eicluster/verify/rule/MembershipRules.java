package io.github.eicluster.verify.rule;

import io.github.eicluster.product.Layout;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.home.Clustering;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether nodes cluster at all, and in the same group: EIC001 to EIC007. */
final class MembershipRules {

    private static final String AGENT = "org.wso2.carbon.core.clustering.hazelcast.HazelcastClusteringAgent";
    private static final String SHIPPED_DOMAIN = "wso2.carbon.domain";
    private static final Set<String> BUILT_IN = Set.of("wka", "multicast", "aws");

    private MembershipRules() {}

    static List<Rule> all() {
        return List.of(off(), agent(), domain(), blanks(), shippedDomain(), scheme(), incomplete());
    }

    private static Rule off() {
        return Rule.error("EIC001", "Clustering is off on a node")
                .reason(
                        "The node runs alone: scheduled tasks run twice, caches go stale, and no line of the log says so.")
                .evidence("wso2-axis2 ClusterBuilder: enable=\"false\" logs \"Clustering has been disabled\"; a missing"
                        + " attribute counts as true.")
                .example(
                        "<clustering class=\"" + AGENT + "\" enable=\"false\">",
                        "<clustering class=\"" + AGENT + "\" enable=\"true\">")
                .fix("Set enable=\"true\" on all nodes.")
                .acrossNodes((cluster, findings) -> findings.each(cluster.nodes(), node -> {
                    Optional<Clustering> section = Clustering.of(node);
                    if (section.isEmpty()) {
                        findings.report(
                                Place.of(node.name(), Layout.AXIS2),
                                "there is no <clustering> section, so that " + node.name() + " runs alone",
                                "Restore the shipped section, and set enable=\"true\".");
                    } else if (!section.get().enabled()) {
                        findings.report(
                                section.get().attribute("enable").orElseThrow(),
                                node.name() + " does not cluster, but is judged as one of "
                                        + cluster.nodes().size() + " nodes",
                                "Set enable=\"true\".");
                    }
                }));
    }

    private static Rule agent() {
        return Rule.error("EIC002", "The clustering agent is not Hazelcast's")
                .reason("The class is created by its name; only the agent of Hazelcast is in EI. Without it the server"
                        + " stops with a DeploymentException or ClassNotFoundException.")
                .evidence("wso2-axis2 ClusterBuilder; server-semantics 1.1.")
                .example(
                        "<clustering class=\"org.apache.axis2.clustering.tribes.TribesClusteringAgent\" enable=\"true\">",
                        "<clustering class=\"" + AGENT + "\" enable=\"true\">")
                .fix("Write class=\"" + AGENT + "\".")
                .eachMember((node, cluster, findings) -> Clustering.of(node).ifPresent(section -> {
                    Optional<Setting> agent = section.attribute("class");
                    if (agent.isEmpty()) {
                        findings.report(section.place(), "<clustering> has no class", "Write class=\"" + AGENT + "\".");
                    } else if (!agent.get().trimmed().equals(AGENT)) {
                        findings.report(
                                agent.get(),
                                "the clustering agent is " + agent.get().trimmed() + ", which EI does not have",
                                "Write class=\"" + AGENT + "\".");
                    }
                }));
    }

    private static Rule domain() {
        return Rule.error("EIC003", "Nodes are in different domains")
                .reason("The domain is the name of the Hazelcast group. A member of another group is ignored without a"
                        + " line in the log, so that each node becomes a cluster of its own.")
                .evidence("HazelcastClusteringAgent.getClusterDomain, Hazelcast ConfigCheck.isSameGroup.")
                .example(
                        "<parameter name=\"domain\">wso2.ei.domain</parameter> on node1, ei.domain on node2",
                        "<parameter name=\"domain\">wso2.ei.domain</parameter> on both")
                .fix("Write the same domain on all nodes.")
                .acrossNodes((cluster, findings) ->
                        differs(cluster, findings, "domain", "apache.axis2.domain", "the domain"));
    }

    private static void differs(
            ClusterView cluster, Findings findings, String parameter, String otherwise, String what) {
        Map<NodeHome, String> values = findings.collect(
                cluster.nodes(),
                node -> parameter(node, parameter).map(Setting::known).orElse(otherwise));
        Differences.odd(
                values,
                (node, usual) -> findings.report(
                        place(node, parameter),
                        what + " is '" + values.get(node) + "', on " + Differences.nodes(values, usual) + " it is '"
                                + usual + "'",
                        "Write '" + usual + "'."));
    }

    private static Optional<Setting> parameter(NodeHome node, String name) {
        return Clustering.of(node).flatMap(section -> section.parameter(name));
    }

    static Place place(NodeHome node, String parameter) {
        return parameter(node, parameter)
                .map(Setting::place)
                .or(() -> Clustering.of(node).map(Clustering::place))
                .orElse(Place.of(node.name(), Layout.AXIS2));
    }

    private static Rule blanks() {
        return Rule.error("EIC004", "White space around a value of the clustering section")
                .reason("The server does not trim the domain: a blank or a line break becomes part of the name of the"
                        + " group, and nodes that look equal ignore each other without a line in the log.")
                .evidence("HazelcastClusteringAgent.getClusterDomain.")
                .example(
                        "<parameter name=\"domain\">wso2.ei.domain\n</parameter>",
                        "<parameter name=\"domain\">wso2.ei.domain</parameter>")
                .fix("Write value and end tag without white space between them.")
                .eachMember((node, cluster, findings) -> Clustering.of(node).ifPresent(section -> {
                    section.element().children("parameter").stream()
                            .filter(parameter -> parameter.children().isEmpty())
                            .forEach(parameter -> trimmed(parameter.setting(), findings));
                    section.members().forEach(member -> {
                        member.host().ifPresent(host -> trimmed(host, findings));
                        member.port().ifPresent(port -> trimmed(port, findings));
                    });
                }));
    }

    private static void trimmed(Setting setting, Findings findings) {
        if (!setting.value().isBlank() && !setting.value().equals(setting.trimmed())) {
            boolean shown = !setting.place().path().contains("assword");
            findings.report(
                    setting,
                    "the value begins or ends with white space" + (shown ? ": '" + setting.value() + "'" : ""),
                    shown ? "Write '" + setting.trimmed() + "'." : "Write the value without it.");
        }
    }

    private static Rule shippedDomain() {
        return Rule.warning("EIC005", "The domain is the shipped one")
                .reason("Every WSO2 server whose domain was left as it ships is in this group. With multicast, or with"
                        + " an address in the wrong list, foreign servers join.")
                .evidence("The shipped axis2.xml of EI 6.0 to 6.6; HazelcastClusteringAgent uses apache.axis2.domain if"
                        + " there is none.")
                .example(
                        "<parameter name=\"domain\">" + SHIPPED_DOMAIN + "</parameter>",
                        "<parameter name=\"domain\">orders.prod.example.com</parameter>")
                .fix("Choose a name that no other cluster has.")
                .eachMember((node, cluster, findings) -> Clustering.of(node).ifPresent(section -> {
                    Optional<Setting> domain = section.parameter("domain");
                    if (domain.isEmpty() || domain.get().trimmed().equals(SHIPPED_DOMAIN)) {
                        findings.report(
                                place(node, "domain"),
                                domain.isEmpty()
                                        ? "no domain is set, so that it is apache.axis2.domain"
                                        : "the domain is the shipped " + SHIPPED_DOMAIN,
                                "Choose a name of your own, the same on all nodes.");
                    }
                }));
    }

    private static Rule scheme() {
        return Rule.error("EIC006", "The membership scheme is unknown, absent or not the same on all nodes")
                .reason("Without a scheme the server takes multicast. An unknown one without a class stops the start."
                        + " Nodes with different schemes refuse each other (\"Incompatible joiners!\").")
                .evidence("HazelcastClusteringAgent.getMembershipScheme, Hazelcast ConfigCheck.")
                .example(
                        "<parameter name=\"membershipScheme\">tcp</parameter>",
                        "<parameter name=\"membershipScheme\">wka</parameter>")
                .fix("Write wka on all nodes, unless a cloud finds the members.")
                .cluster((cluster, findings) -> {
                    findings.each(cluster.nodes(), node -> known(node, cluster, findings));
                    if (cluster.several()) {
                        differs(cluster, findings, "membershipScheme", "multicast", "the membership scheme");
                    }
                });
    }

    private static void known(NodeHome node, ClusterView cluster, Findings findings) {
        Optional<Clustering> section = Clustering.of(node);
        if (section.isEmpty() || !cluster.member(node)) {
            return;
        }
        Optional<Setting> scheme = section.get().parameter("membershipScheme");
        boolean ownClass = section.get().parameter("membershipSchemeClassName").isPresent();
        if (scheme.isEmpty()) {
            findings.report(
                    section.get().place(),
                    "no membershipScheme is set, so that members are looked for by multicast",
                    "Add <parameter name=\"membershipScheme\">wka</parameter>.");
        } else if (!ownClass && !BUILT_IN.contains(scheme.get().trimmed())) {
            findings.report(
                    scheme.get(),
                    "the membership scheme '" + scheme.get().trimmed()
                            + "' is none of wka, multicast, aws, and no membershipSchemeClassName is given",
                    "Write wka, or name the class of the scheme.");
        }
    }

    private static Rule incomplete() {
        return Rule.error("EIC007", "The member list is empty or incomplete")
                .reason("With the scheme wka every <member> needs <hostName> and a <port> that is a number; otherwise"
                        + " the server fails at its start. Without members it finds nobody.")
                .evidence(
                        "wso2-axis2 ClusterBuilder.loadWellKnownMembers has no check for null; WKABasedMembershipScheme.")
                .example(
                        "<member><hostName>10.0.0.2</hostName></member>",
                        "<member><hostName>10.0.0.2</hostName><port>4100</port></member>")
                .fix("Give every member a hostName and a port.")
                .eachMember((node, cluster, findings) -> Clustering.of(node)
                        .filter(Clustering::wellKnown)
                        .ifPresent(section -> complete(section, findings)));
    }

    private static void complete(Clustering section, Findings findings) {
        if (section.members().isEmpty()) {
            findings.report(
                    section.place(),
                    "the scheme is wka, but there is no member",
                    "List every node in <members>, with hostName and port.");
        }
        for (Clustering.Member member : section.members()) {
            boolean noHost = member.host().map(host -> host.trimmed().isEmpty()).orElse(true);
            boolean noPort = member.port()
                    .map(port -> port.number().isEmpty() && !port.hidden())
                    .orElse(true);
            if (noHost || noPort) {
                findings.report(
                        member.element().place(),
                        "the member " + member.text() + " has no " + (noHost ? "hostName" : "port that is a number"),
                        "Write <hostName> and <port>, or remove the member.");
            }
        }
    }
}
