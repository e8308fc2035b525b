package io.github.eicluster.verify.rule;

import io.github.eicluster.product.Layout;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.home.Artifacts;
import io.github.eicluster.verify.home.Listeners;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.XmlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Host names and ports: EIC301 to EIC304. */
final class HostRules {

    private HostRules() {}

    static List<Rule> all() {
        return List.of(hostName(), managementHost(), ports(), inbound());
    }

    private static Rule hostName() {
        return Rule.error("EIC301", "HostName is missing, given twice, or not the same on all nodes")
                .reason("Addresses in WSDL files and redirects are made from it. It ships commented out; then it is the"
                        + " machine's name. Of two elements the first counts, so that one that is appended is ignored.")
                .evidence("ServerConfiguration.getFirstProperty, CarbonServerManager.initNetworkUtils of the kernel.")
                .example("<!--HostName>www.wso2.org</HostName-->", "<HostName>ei.example.com</HostName>")
                .fix("Write the host name that clients use, the same on all nodes.")
                .cluster((cluster, findings) -> {
                    Optional<Edge> edge = Edge.of(cluster);
                    findings.each(cluster.nodes(), node -> {
                        List<XmlNode> names = node.xml(Layout.CARBON).children("HostName");
                        if (names.size() > 1) {
                            findings.report(
                                    names.get(1).place(),
                                    "a second HostName, '" + names.get(1).text().strip() + "', which is ignored",
                                    "Remove one of the two.");
                        }
                        if (names.isEmpty() && edge.isPresent()) {
                            findings.report(
                                    Place.of(node.name(), Layout.CARBON),
                                    "there is no HostName, but a load balancer",
                                    "Add <HostName>" + named(edge.get().names()) + "</HostName>.");
                        }
                    });
                    if (cluster.several()) {
                        differ(cluster, findings);
                    }
                });
    }

    private static String named(List<String> names) {
        return names.isEmpty() ? "the name that clients use" : names.get(0);
    }

    private static void differ(ClusterView cluster, Findings findings) {
        Map<NodeHome, String> values = findings.collect(
                cluster.nodes(),
                node -> node.xml(Layout.CARBON)
                        .value("HostName")
                        .map(Setting::known)
                        .orElse(""));
        Differences.odd(
                values,
                (node, usual) -> findings.report(
                        node.xml(Layout.CARBON)
                                .value("HostName")
                                .map(Setting::place)
                                .orElse(Place.of(node.name(), Layout.CARBON)),
                        "HostName is " + (values.get(node).isEmpty() ? "missing" : "'" + values.get(node) + "'")
                                + ", on " + Differences.nodes(values, usual) + " it is '" + usual + "'",
                        "Write the same HostName on all nodes."));
    }

    private static Rule managementHost() {
        return Rule.warning("EIC302", "MgtHostName is missing, although the load balancer serves the console")
                .reason("Links of the console then hold the address of the node's machine.")
                .evidence("NetworkUtils of the kernel; the shipped carbon.xml has it commented out.")
                .example("<!--MgtHostName>mgt.wso2.org</MgtHostName-->", "<MgtHostName>ui.ei.example.com</MgtHostName>")
                .fix("Write the host name of the console.")
                .cluster((cluster, findings) -> {
                    Optional<Edge> edge =
                            Edge.of(cluster).filter(found -> found.consolePort().isPresent());
                    if (edge.isPresent()) {
                        findings.each(cluster.nodes(), node -> {
                            if (node.xml(Layout.CARBON).value("MgtHostName").isEmpty()) {
                                findings.report(
                                        Place.of(node.name(), Layout.CARBON),
                                        "there is no MgtHostName",
                                        "Add <MgtHostName>" + named(edge.get().consoleNames()) + "</MgtHostName>.");
                            }
                        });
                    }
                });
    }

    private static Rule ports() {
        return Rule.error("EIC303", "Two nodes on one machine listen on the same port")
                .reason(
                        "The second one cannot bind it: its listener, or the whole server, does not start. The offset"
                                + " counts for listeners, console, JMX and internal API, not for Hazelcast and inbound endpoints.")
                .evidence("server-semantics 1.3: CarbonTomcat, PassThroughHttpListener, ConfigurationLoader.")
                .example("<Offset>0</Offset> on both nodes of one machine", "<Offset>0</Offset> and <Offset>1</Offset>")
                .fix("Give every node of a machine another Offset.")
                .acrossNodes((cluster, findings) -> findings.each(
                        cluster.nodes(),
                        node -> cluster.nodes().stream()
                                .takeWhile(other -> other != node)
                                .filter(other -> cluster.neighbours(node, other))
                                .forEach(other -> collide(node, other, findings))));
    }

    private static void collide(NodeHome node, NodeHome other, Findings findings) {
        List<Listeners.Listener> theirs = Listeners.of(other).all();
        List<Listeners.Listener> both = Listeners.of(node).all().stream()
                .filter(own -> own.kind() != Listeners.Kind.MEMBER)
                .filter(own -> theirs.stream()
                        .anyMatch(found -> found.port() == own.port() && found.kind() != Listeners.Kind.MEMBER))
                .toList();
        if (!both.isEmpty()) {
            String ports = both.stream()
                    .map(own -> own.port() + " (" + own.kind().text() + ")")
                    .distinct()
                    .collect(Collectors.joining(", "));
            Place place = node.xml(Layout.CARBON)
                    .value("Ports", "Offset")
                    .map(Setting::place)
                    .orElse(both.get(0).place());
            findings.report(
                    both.size() == 1 ? both.get(0).place() : place,
                    node.name() + " and " + other.name() + " are on one machine, and both listen on " + ports,
                    both.get(0).kind() == Listeners.Kind.INBOUND && both.size() == 1
                            ? "Use another port on one of the nodes."
                            : "Give " + node.name() + " another Offset than "
                                    + Listeners.of(other).offset() + ".");
        }
    }

    private static Rule inbound() {
        return Rule.warning("EIC304", "An inbound endpoint has a port that the offset does not move")
                .reason("Nodes on one machine share their artifacts, and both would listen on the same port.")
                .evidence("HTTP, HL7 and WebSocket inbound endpoints; the last one with ws.use.port.offset=true only.")
                .example(
                        "inbound.http.port 8085 on a node with Offset 1",
                        "a port of its own on each node, or one machine per node")
                .fix("Deploy the endpoint with another port on each node of the machine.")
                .eachNode((node, cluster, findings) -> {
                    boolean shared = Listeners.of(node).offset() != 0
                            || cluster.nodes().stream()
                                    .anyMatch(other -> other != node && cluster.neighbours(node, other));
                    if (shared) {
                        Artifacts.of(node).inboundPorts().stream()
                                .filter(port -> port.number().isPresent())
                                .forEach(port -> findings.report(
                                        Severity.WARNING,
                                        port,
                                        "the endpoint listens on " + port.trimmed() + " whatever the offset",
                                        "Use another port on each node of the machine."));
                    }
                });
    }
}
