package io.github.eicluster.verify.rule;

import io.github.eicluster.product.Layout;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.home.Artifacts;
import io.github.eicluster.verify.home.Clustering;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.PropertiesFile;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.XmlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The wrong profile, files that should be equal, and polling on every node: EIC322 to EIC324. */
final class SharedFileRules {

    private static final Pattern PROFILE = Pattern.compile("wso2/([\\w-]+)/conf/axis2/axis2\\.xml");

    private static final List<String> EQUAL = List.of(
            "conf/passthru-http.properties",
            "conf/synapse.properties",
            "conf/log4j.properties",
            "conf/log4j2.properties");

    private static final String BLOCKING = "conf/axis2/axis2_blocking_client.xml";

    private SharedFileRules() {}

    static List<Rule> all() {
        return List.of(profile(), equal(), polling());
    }

    private static Rule profile() {
        return Rule.warning("EIC322", "Another profile was configured instead of the integrator")
                .reason("EI has a copy of every file for each profile. The integrator reads conf/, and nothing below"
                        + " wso2/*/conf.")
                .evidence("integrator.sh: -Dcarbon.config.dir.path=conf; product-ei#540.")
                .example("clustering in wso2/broker/conf/axis2/axis2.xml only", "clustering in conf/axis2/axis2.xml")
                .fix("Make the changes in conf/.")
                .eachNode((node, cluster, findings) -> {
                    boolean own =
                            Clustering.of(node).filter(Clustering::enabled).isPresent();
                    for (String path : node.filesIn("wso2/")) {
                        Matcher profile = PROFILE.matcher(path);
                        if (!own && profile.matches()) {
                            node.optionalXml(path)
                                    .flatMap(root -> root.first("clustering"))
                                    .filter(section -> section.attribute("enable")
                                            .filter(on -> on.is("true"))
                                            .isPresent())
                                    .ifPresent(section -> findings.report(
                                            section.place(),
                                            "the profile " + profile.group(1) + " clusters, the integrator does not",
                                            "Make the change in " + Layout.AXIS2 + "."));
                        }
                    }
                });
    }

    private static Rule equal() {
        return Rule.warning("EIC323", "A file that should be equal differs between nodes")
                .reason("Threads, timeouts, tracing or logging then depend on the node that answers.")
                .evidence("Thread pools, timeouts and log levels are read from these files.")
                .example("http.socket.timeout=60000 on node2 only", "the same value on all nodes")
                .fix("Use the same value on all nodes.")
                .acrossNodes((cluster, findings) -> {
                    for (String path : EQUAL) {
                        properties(cluster, path, findings);
                    }
                    Map<NodeHome, String> blocking = findings.collect(
                            cluster.nodes(),
                            node -> node.text(BLOCKING).map(String::strip).orElse(""));
                    Differences.odd(
                            blocking,
                            (node, usual) -> findings.report(
                                    Place.of(node.name(), BLOCKING),
                                    "the file is another one than on " + Differences.nodes(blocking, usual),
                                    "Use the same file on all nodes."));
                });
    }

    private static void properties(ClusterView cluster, String path, Findings findings) {
        Map<NodeHome, Map<String, String>> values = findings.collect(cluster.nodes(), node -> {
            Map<String, String> entries = new TreeMap<>();
            node.properties(path).stream()
                    .map(PropertiesFile::entries)
                    .flatMap(List::stream)
                    .forEach(entry -> entries.put(entry.place().path(), entry.trimmed()));
            return entries;
        });
        Differences.odd(
                values,
                (node, usual) -> findings.report(
                        first(node, path, values.get(node), usual),
                        "other than on " + Differences.nodes(values, usual) + ": "
                                + ClusterFileRules.keys(values.get(node), usual),
                        "Use the same values on all nodes."));
    }

    private static Place first(NodeHome node, String path, Map<String, String> own, Map<String, String> usual) {
        return own.keySet().stream()
                .filter(key -> !own.get(key).equals(usual.get(key)))
                .findFirst()
                .flatMap(key -> node.properties(path).flatMap(file -> file.get(key)))
                .map(Setting::place)
                .orElse(Place.of(node.name(), path));
    }

    private static Rule polling() {
        return Rule.warning("EIC324", "Every node polls the same source")
                .reason("A proxy that polls files or a mailbox or listens to a topic, and an inbound endpoint without"
                        + " coordination, run on every node: files and messages are taken twice, or the nodes fight"
                        + " for them.")
                .evidence("axis2 PollTableEntry transport.vfs.ClusterAware; InboundRunner; product-ei#5221.")
                .example(
                        "<parameter name=\"transport.vfs.FileURI\">file:///in</parameter> alone",
                        "<parameter name=\"transport.vfs.ClusterAware\">true</parameter> beside it")
                .fix("Make the proxy cluster-aware, or the inbound endpoint coordinated.")
                .acrossNodes((cluster, findings) -> findings.each(cluster.nodes(), node -> {
                    for (String path : Artifacts.of(node).singleFiles()) {
                        findings.each(
                                List.of(node), home -> home.optionalXml(path).ifPresent(root -> polls(root, findings)));
                    }
                    for (String car : Artifacts.of(node).cars()) {
                        findings.each(
                                List.of(node),
                                home -> Artifacts.of(home).inside(car).forEach(root -> polls(root, findings)));
                    }
                }));
    }

    private static void polls(XmlNode root, Findings findings) {
        Stream<XmlNode> parameters = Stream.concat(
                root.children("parameter").stream(),
                root.children("parameters").stream().flatMap(list -> list.children("parameter").stream()));
        List<XmlNode> all = parameters.toList();
        Optional<XmlNode> source = named(all, "transport.vfs.FileURI");
        boolean proxy = root.name().equals("proxy");
        boolean aware = named(all, "transport.vfs.ClusterAware")
                .filter(value -> value.setting().is("true"))
                .isPresent();
        if (proxy && source.isPresent() && !aware) {
            findings.report(
                    source.get().place(),
                    "the proxy polls " + source.get().text().strip() + " on every node",
                    "Add <parameter name=\"transport.vfs.ClusterAware\">true</parameter>.");
        }
        if (proxy) {
            named(all, "transport.mail.Address")
                    .ifPresent(address -> findings.report(
                            address.place(),
                            "the proxy reads the mailbox " + address.text().strip() + " on every node",
                            "Let one node have the proxy; only files can be polled cluster-aware."));
            named(all, "transport.jms.DestinationType")
                    .filter(type -> type.setting().is("topic"))
                    .filter(type -> named(all, "transport.jms.IsSharedSubscription")
                            .filter(shared -> shared.setting().is("true"))
                            .isEmpty())
                    .ifPresent(topic -> findings.report(
                            topic.place(),
                            "every node subscribes to the topic, and takes every message",
                            "Use a queue, or <parameter name=\"transport.jms.IsSharedSubscription\">true</parameter>"
                                    + " where the broker knows JMS 2.0."));
        }
        boolean coordinated = named(all, "coordination")
                .map(value -> value.setting().is("true"))
                .orElse(true);
        if (root.name().equals("inboundEndpoint") && named(all, "interval").isPresent() && !coordinated) {
            findings.report(
                    named(all, "coordination").orElseThrow().place(),
                    "the inbound endpoint polls on every node",
                    "Write <parameter name=\"coordination\">true</parameter>.");
        }
    }

    private static Optional<XmlNode> named(List<XmlNode> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter
                        .attribute("name")
                        .filter(found -> found.trimmed().equals(name))
                        .isPresent())
                .findFirst();
    }
}
