package io.github.eicluster.verify.rule;

import io.github.eicluster.product.Layout;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.home.Addresses;
import io.github.eicluster.verify.home.Clustering;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.XmlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the nodes find each other: EIC008 to EIC013. */
final class MemberListRules {

    private MemberListRules() {}

    static List<Rule> all() {
        return List.of(loopbackHost(), loopbackMember(), uncovered(), sameAddress(), wrongPort(), ownLists());
    }

    private static Rule loopbackHost() {
        return Rule.error("EIC008", "A node advertises a loopback address")
                .reason("localMemberHost is what Hazelcast tells the other members. 127.0.0.1 leads each of them to"
                        + " itself, so that nobody can join. The shipped file says 127.0.0.1. Nodes on one machine may use"
                        + " it, up to EI 6.5 only with the port behind it: without one, Hazelcast advertises port 0.")
                .evidence("HazelcastClusteringAgent.createConfigForAxis2Mode sets the public address from it, and warns"
                        + " \"localMemberHost is configured to use the loopback address\"; Hazelcast 3.5"
                        + " DefaultAddressPicker.getPublicAddress.")
                .example(
                        "<parameter name=\"localMemberHost\">127.0.0.1</parameter>",
                        "<parameter name=\"localMemberHost\">192.168.57.11</parameter>")
                .fix(
                        "Write the address at which the other nodes reach this one; for nodes of EI 6.0 to 6.5 on one machine"
                                + " 127.0.0.1:4100, with the localMemberPort.")
                .eachMember((node, cluster, findings) ->
                        section(node).ifPresent(section -> loopback(section, node, cluster, findings)));
    }

    private static void loopback(Clustering section, NodeHome node, ClusterView cluster, Findings findings) {
        Optional<Setting> found =
                section.host().filter(host -> !host.hidden()).filter(host -> Addresses.isLoopback(host.value()));
        if (found.isEmpty()) {
            return;
        }
        if (!cluster.oneMachine()) {
            String own = cluster.declared(node)
                    .flatMap(io.github.eicluster.model.Node::memberHost)
                    .orElse("the address at which the other nodes reach " + node.name());
            findings.report(
                    found.get(), "the other nodes cannot reach '" + found.get().trimmed() + "'", "Write " + own + ".");
        } else if (cluster.several()
                && section.advertisesNoPort()
                && !node.version().atLeast(6, 6)) {
            findings.report(
                    found.get(),
                    "Hazelcast of EI " + node.version() + " advertises '"
                            + found.get().trimmed() + "' with port 0, so that the other nodes cannot join",
                    "Write " + found.get().trimmed() + ":" + section.port() + ".");
        }
    }

    private static Place members(NodeHome node) {
        return section(node)
                .map(section ->
                        section.element().first("members").map(XmlNode::place).orElse(section.place()))
                .orElse(Place.of(node.name(), Layout.AXIS2));
    }

    private static Optional<Clustering> section(NodeHome node) {
        return Clustering.of(node);
    }

    private static Optional<Clustering> wellKnown(NodeHome node) {
        return Clustering.of(node).filter(Clustering::wellKnown);
    }

    private static Rule loopbackMember() {
        return Rule.error("EIC009", "The member list holds a loopback address")
                .reason("Hazelcast picks its own address from the member list. With 127.0.0.1 in it, it picks that one."
                        + " The shipped list holds 127.0.0.1:4000.")
                .evidence("Hazelcast DefaultAddressPicker.getInterfaces (3.5.4 and 3.12.2); product-ei#490.")
                .example(
                        "<member><hostName>127.0.0.1</hostName><port>4000</port></member>",
                        "<member><hostName>192.168.57.11</hostName><port>4100</port></member>")
                .fix("Remove the member, and list the addresses of the nodes.")
                .eachMember((node, cluster, findings) -> wellKnown(node).ifPresent(section -> {
                    if (cluster.oneMachine()) {
                        return;
                    }
                    for (Clustering.Member member : section.members()) {
                        member.host()
                                .filter(host -> !host.hidden() && Addresses.isLoopback(host.value()))
                                .ifPresent(host -> findings.report(
                                        host,
                                        "the member " + member.text() + " leads every node to itself",
                                        "Remove this member; the list is to hold " + expected(cluster) + "."));
                    }
                }));
    }

    /** The list as it should be. */
    private static String expected(ClusterView cluster) {
        return String.join(
                ", ",
                cluster.nodes().stream()
                        .flatMap(node -> address(node).stream())
                        .filter(address -> !Addresses.isLoopback(address.substring(0, address.lastIndexOf(':'))))
                        .distinct()
                        .toList());
    }

    private static Optional<String> address(NodeHome node) {
        return section(node)
                .flatMap(section -> section.host()
                        .filter(host -> !host.hidden())
                        .map(host -> host.trimmed() + ":" + section.port()));
    }

    private static Rule uncovered() {
        return Rule.error("EIC010", "A node is not in the member list of another node")
                .reason("With well-known addresses a node tries exactly the hosts and ports of its list. If nobody"
                        + " answers, it becomes the master of a cluster of its own, and no error is logged. A list that"
                        + " covers one direction only works until the nodes start in the other order.")
                .evidence("Hazelcast TcpIpJoiner.getPossibleAddresses.")
                .example(
                        "node2 has localMemberPort 4101, and node1 lists 192.168.57.12:4100",
                        "node1 lists 192.168.57.12:4101")
                .fix("List every node on every node, with its localMemberHost and localMemberPort.")
                .acrossNodes((cluster, findings) -> findings.each(
                        cluster.nodes(),
                        node -> wellKnown(node)
                                .ifPresent(section -> cluster.nodes().stream()
                                        .filter(other -> other != node)
                                        .forEach(other -> covered(section, node, other, findings)))));
    }

    private static void covered(Clustering section, NodeHome node, NodeHome other, Findings findings) {
        Optional<Clustering> target = section(other);
        Optional<Setting> host = target.flatMap(Clustering::host);
        if (host.isEmpty() || lists(section, host.get().known(), target.get().port())) {
            return;
        }
        List<String> unresolved = section.members().stream()
                .flatMap(member -> member.host().stream())
                .filter(name -> name.hidden() || !Addresses.isAddress(name.value()))
                .map(Setting::trimmed)
                .filter(name -> !Addresses.isLoopback(name))
                .toList();
        boolean named = !unresolved.isEmpty() && Addresses.isAddress(host.get().value());
        boolean unknownName = !Addresses.isAddress(host.get().value())
                && !Addresses.isLoopback(host.get().value());
        if (named || (unknownName && section.members().stream().noneMatch(member -> hostIs(member, host.get())))) {
            findings.unchecked(
                    section.place(),
                    "whether the member list of " + node.name() + " covers " + other.name() + " ("
                            + host.get().trimmed() + ":" + target.get().port()
                            + ") depends on what a host name resolves to");
            return;
        }
        boolean back = wellKnown(other)
                .map(list -> section.host()
                        .filter(own -> !own.hidden())
                        .map(own -> lists(list, own.trimmed(), section.port()))
                        .orElse(false))
                .orElse(false);
        String address = host.get().trimmed() + ":" + target.get().port();
        findings.report(
                section.element()
                        .first("members")
                        .map(members -> members.place())
                        .orElse(section.place()),
                "the member list of " + node.name() + " does not hold " + other.name() + " (" + address + ")"
                        + (back ? ", only " + other.name() + " lists " + node.name() : ""),
                "Add <member><hostName>" + host.get().trimmed() + "</hostName><port>"
                        + target.get().port() + "</port></member>.");
    }

    private static boolean hostIs(Clustering.Member member, Setting host) {
        return member.host()
                .filter(found -> Addresses.plain(found.value()).equals(Addresses.plain(host.value())))
                .isPresent();
    }

    private static boolean lists(Clustering section, String host, int port) {
        return section.members().stream()
                .anyMatch(member -> covers(member, host)
                        && member.port()
                                .map(found -> found.number().orElse(-1) == port)
                                .orElse(false));
    }

    private static boolean covers(Clustering.Member member, String host) {
        return member.host()
                .filter(entry -> Addresses.covers(entry.value(), host)
                        || (Addresses.isLoopback(entry.value()) && Addresses.isLoopback(host)))
                .isPresent();
    }

    private static Rule sameAddress() {
        return Rule.error("EIC011", "Two nodes have the same member address")
                .reason("One of them is a copy of the other. On one machine the second one moves to the next free port"
                        + " without an error, where no peer looks for it; on two machines both advertise one address.")
                .evidence("Hazelcast portAutoIncrement; product-is#20728.")
                .example(
                        "localMemberHost 192.168.57.11 and localMemberPort 4100 on node1 and on node2",
                        "192.168.57.11:4100 on node1, 192.168.57.12:4100 on node2")
                .fix("Give every node its own localMemberHost, or its own localMemberPort on one machine.")
                .acrossNodes((cluster, findings) -> {
                    Map<NodeHome, Optional<String>> addresses =
                            findings.collect(cluster.nodes(), node -> address(node));
                    addresses.forEach((node, address) -> addresses.entrySet().stream()
                            .takeWhile(entry -> entry.getKey() != node)
                            .filter(entry ->
                                    address.isPresent() && entry.getValue().equals(address))
                            .findFirst()
                            .ifPresent(first -> findings.report(
                                    section(node).flatMap(Clustering::host).orElseThrow(),
                                    node.name() + " advertises " + address.get() + ", and so does "
                                            + first.getKey().name(),
                                    "Write the address of " + node.name()
                                            + "; if both share the machine, give it another localMemberPort and an"
                                            + " Offset.")));
                });
    }

    private static Rule wrongPort() {
        return Rule.warning("EIC012", "The member list names a node with another port than its own")
                .reason("A node tries exactly the listed port. The shipped file has 4100 as the node's own port, but"
                        + " 4000 in the list.")
                .evidence("Hazelcast TcpIpJoiner; product-ei#490.")
                .example(
                        "<hostName>192.168.57.12</hostName><port>4000</port>, localMemberPort 4100 there",
                        "<hostName>192.168.57.12</hostName><port>4100</port>")
                .fix("Write the localMemberPort of that node.")
                .acrossNodes((cluster, findings) -> findings.each(
                        cluster.nodes(),
                        node -> wellKnown(node)
                                .ifPresent(section ->
                                        section.members().forEach(member -> port(cluster, member, findings)))));
    }

    private static void port(ClusterView cluster, Clustering.Member member, Findings findings) {
        List<NodeHome> there = cluster.nodes().stream()
                .filter(other -> cluster.memberHost(other)
                        .filter(host -> !Addresses.isLoopback(host) && covers(member, host))
                        .isPresent())
                .toList();
        Optional<Setting> port = member.port().filter(found -> found.number().isPresent());
        List<Integer> own = there.stream()
                .map(other -> section(other).orElseThrow().port())
                .distinct()
                .toList();
        if (port.isPresent()
                && !own.isEmpty()
                && !own.contains(port.get().number().getAsInt())) {
            findings.report(
                    port.get(),
                    "the member " + member.text() + " has another port than "
                            + there.get(0).name() + " itself (" + own.get(0) + ")",
                    "Write " + own.get(0) + ".");
        }
    }

    private static Rule ownLists() {
        return Rule.warning("EIC013", "Member lists are not the same on all nodes")
                .reason("A node that is missing in its own list picks one of its addresses by chance and says so in a"
                        + " warning; lists that differ hide mistakes.")
                .evidence("Hazelcast DefaultAddressPicker: \"Could not find a matching address to start with!\".")
                .example("each node lists only the others", "one list of all nodes, the same on every node")
                .fix("Write one list of all nodes into every node.")
                .acrossNodes((cluster, findings) -> {
                    Map<NodeHome, List<String>> lists = findings.collect(
                            cluster.nodes(),
                            node -> wellKnown(node)
                                    .map(section -> section.members().stream()
                                            .map(Clustering.Member::text)
                                            .sorted()
                                            .toList())
                                    .orElse(List.of()));
                    Differences.odd(
                            lists,
                            (node, usual) -> findings.report(
                                    members(node),
                                    "the member list is " + lists.get(node) + ", on " + Differences.nodes(lists, usual)
                                            + " it is " + usual,
                                    "Write the same list of all nodes everywhere: " + expected(cluster) + "."));
                });
    }
}
