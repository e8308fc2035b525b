package io.github.eicluster.verify.rule;

import io.github.eicluster.product.Layout;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.Transports;
import io.github.eicluster.verify.home.XmlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What services say of their address: EIC305 to EIC307. */
final class TransportRules {

    private static final String PREFIX = "WSDLEPRPrefix";
    private static final Pattern ADDRESS = Pattern.compile("(https?)://(\\[[^\\]]+\\]|[^:/]+)(?::(\\d{1,5}))?(/.*)?");

    private TransportRules() {}

    static List<Rule> all() {
        return List.of(address(), slash(), everywhere());
    }

    private static Optional<Setting> prefix(NodeHome node, String receiver) {
        return Transports.receiver(node, receiver).flatMap(found -> Transports.parameter(found, PREFIX));
    }

    private static Rule address() {
        return Rule.error("EIC305", "WSDLEPRPrefix does not lead to the load balancer")
                .reason(
                        "WSDL files tell clients this address. A wrong scheme, host or port leads them past the balancer,"
                                + " or nowhere.")
                .evidence("synapse SourceConfiguration: EPR = value + /services/.")
                .example(
                        "receiver http: https://ei.example.com:80",
                        "receiver http: http://ei.example.com:80, receiver https: https://ei.example.com:443")
                .fix("Write scheme, host and port of the balancer, for each receiver its own.")
                .eachNode((node, cluster, findings) -> {
                    for (String receiver : List.of("http", "https")) {
                        prefix(node, receiver)
                                .filter(value -> !value.hidden())
                                .ifPresent(value -> address(node, cluster, receiver, value, findings));
                    }
                });
    }

    private static void address(NodeHome node, ClusterView cluster, String receiver, Setting value, Findings findings) {
        Optional<Edge> edge = Edge.of(cluster);
        Matcher parts = ADDRESS.matcher(value.trimmed());
        if (!parts.matches()) {
            findings.report(
                    value,
                    "'" + value.trimmed() + "' is no address of a host",
                    "Write " + wanted(receiver, node, edge) + ".");
            return;
        }
        boolean tls = parts.group(1).equals("https");
        boolean atEdge =
                edge.map(found -> found.offload() || found.httpPort().isEmpty()).orElse(true);
        if (tls != receiver.equals("https") && !(tls && atEdge)) {
            findings.report(
                    value,
                    "the receiver " + receiver + " tells clients to use " + parts.group(1),
                    "Write " + wanted(receiver, node, edge) + ".");
            return;
        }
        Optional<String> hostName = node.xml(Layout.CARBON)
                .value("HostName")
                .filter(found -> !found.hidden())
                .map(Setting::trimmed);
        if (hostName.isPresent() && !hostName.get().equalsIgnoreCase(parts.group(2))) {
            findings.report(
                    value,
                    "the host is " + parts.group(2) + ", but HostName is " + hostName.get(),
                    "Write " + wanted(receiver, node, edge) + ".");
        }
        int port = parts.group(3) == null ? tls ? 443 : 80 : Integer.parseInt(parts.group(3));
        OptionalInt expected =
                edge.map(found -> tls ? found.httpsPort() : found.httpPort()).orElse(OptionalInt.empty());
        if (expected.isPresent() && expected.getAsInt() != port) {
            findings.report(
                    value,
                    "the port is " + port + ", but the load balancer listens on " + expected.getAsInt(),
                    "Write " + wanted(receiver, node, edge) + ".");
        }
    }

    private static String wanted(String receiver, NodeHome node, Optional<Edge> edge) {
        boolean tls = receiver.equals("https")
                || edge.map(found -> found.httpPort().isEmpty()).orElse(false);
        String host = node.xml(Layout.CARBON)
                .value("HostName")
                .map(Setting::trimmed)
                .orElse(edge.flatMap(found -> found.names().stream().findFirst())
                        .orElse("the host of the balancer"));
        int port = edge.map(found -> tls ? found.httpsPort() : found.httpPort())
                .orElse(OptionalInt.empty())
                .orElse(tls ? 443 : 80);
        return (tls ? "https://" : "http://") + host + ":" + port;
    }

    private static Rule slash() {
        return Rule.warning("EIC306", "WSDLEPRPrefix ends with a slash or has a path")
                .reason("The server appends /services/, which gives an address with //services or services/services.")
                .evidence("synapse SourceConfiguration.")
                .example("https://ei.example.com:443/", "https://ei.example.com:443")
                .fix("End the value with the port.")
                .eachNode((node, cluster, findings) -> {
                    for (String receiver : List.of("http", "https")) {
                        prefix(node, receiver)
                                .filter(value -> !value.hidden())
                                .filter(value -> value.trimmed().endsWith("/")
                                        || value.trimmed().matches(".*/services(?:/.*)?"))
                                .ifPresent(value -> findings.report(
                                        value,
                                        "'" + value.trimmed() + "' becomes '" + value.trimmed() + "/services/'",
                                        "Write " + value.trimmed().replaceFirst("/(?:services.*)?$", "") + "."));
                    }
                });
    }

    private static Rule everywhere() {
        return Rule.warning("EIC307", "WSDLEPRPrefix is not set on all receivers and nodes")
                .reason("The WSDL of a service then depends on the node that answers.")
                .evidence("synapse SourceConfiguration; docker-ei#205.")
                .example("set on the receiver https of node1 only", "set on both receivers of all nodes")
                .fix("Set it on both receivers of all nodes.")
                .cluster((cluster, findings) -> {
                    Map<String, Boolean> set = new LinkedHashMap<>();
                    Map<String, Place> places = new LinkedHashMap<>();
                    findings.each(cluster.nodes(), node -> {
                        for (String receiver : List.of("http", "https")) {
                            Optional<XmlNode> found = Transports.receiver(node, receiver);
                            found.ifPresent(element -> {
                                String key = node.name() + " " + receiver;
                                set.put(
                                        key,
                                        Transports.parameter(element, PREFIX).isPresent());
                                places.put(key, element.place());
                            });
                        }
                    });
                    if (set.containsValue(true)) {
                        set.forEach((key, present) -> {
                            if (!present) {
                                findings.report(
                                        places.get(key),
                                        "the receiver has no " + PREFIX + ", although others have",
                                        "Add <parameter name=\"" + PREFIX + "\">.");
                            }
                        });
                    }
                });
    }
}
