package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.Layout;
import java.util.Optional;

/**
 * What a base may hold that would override what we write, or that belongs to another cluster. Problems name files, not
 * nodes: they are the same for every node.
 */
final class BaseChecks implements Concern {

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        hazelcastXml(files);
        StartScripts scripts = new StartScripts(files);
        scripts.check(hasIpv6(context.cluster()));
        scripts.checkJavaOptions(context.node());
        XmlEditor axis2 = files.xml(Layout.AXIS2);
        clusteringClass(axis2, files);
        Optional<LoadBalancer> balancer = context.cluster().loadBalancer();
        if (balancer.isEmpty() && !handledByEdit(context, Layout.AXIS2, Transports.PREFIX)) {
            foreignPrefixes(axis2, files);
        }
        if (balancer.filter(LoadBalancer::console).isEmpty()
                && !handledByEdit(context, Layout.CATALINA, Connectors.PROXY_PORT)) {
            foreignProxyPorts(files);
        }
    }

    private static boolean hasIpv6(Cluster cluster) {
        return HazelcastProperties.hasIpv6Members(cluster)
                || cluster.nodes().stream()
                        .anyMatch(node ->
                                node.bindAddress().filter(HostText::isIpv6).isPresent());
    }

    /** Whether somebody deals with a setting by a custom edit, and needs no warning. */
    private static boolean handledByEdit(NodeContext context, String file, String name) {
        return context.edits().stream()
                .filter(edit -> edit.file().equals(file)
                        && edit.appliesTo(context.node().id()))
                .anyMatch(
                        edit -> edit.target().contains(name) || edit.attribute().equals(name));
    }

    /** Kernel {@code HazelcastClusteringAgent.getConfigMode}: the file wins over axis2.xml. */
    private static void hazelcastXml(NodeFiles files) {
        if (files.exists(Layout.HAZELCAST_XML)) {
            files.report(Problem.error(
                    files.label(Layout.HAZELCAST_XML),
                    "if this file exists, the server takes its whole Hazelcast configuration from it, so that members,"
                            + " domain and ports of conf/axis2/axis2.xml do nothing. Remove the file; settings belong"
                            + " into cluster/membership/hazelcast."));
        }
    }

    private static void clusteringClass(XmlEditor xml, NodeFiles files) {
        Optional<String> found = xml.exists(Clustering.PATH)
                ? xml.attribute(Clustering.PATH, "class").map(String::strip)
                : Optional.empty();
        found.filter(type -> !type.equals(Clustering.AGENT))
                .ifPresent(type -> files.report(Problem.error(
                        files.label(Layout.AXIS2) + ":" + xml.line(Clustering.PATH),
                        "the clustering class '" + type + "' does not form clusters of EI 6.x; only the Hazelcast agent"
                                + " does. Write class=\"" + Clustering.AGENT + "\".")));
    }

    private static void foreignPrefixes(XmlEditor xml, NodeFiles files) {
        for (String name : Receivers.live(xml)) {
            Axis2Parameters parameters = Axis2Parameters.ofReceiver(xml, Receivers.path(name));
            parameters
                    .get(Transports.PREFIX)
                    .ifPresent(value -> files.report(Problem.warning(
                            files.label(Layout.AXIS2) + ":" + parameters.line(Transports.PREFIX),
                            Transports.PREFIX + " '" + value + "' of the receiver " + name + " is the address of a load"
                                    + " balancer, but the cluster declares none: WSDLs will send clients there. Declare"
                                    + " cluster/loadBalancer, or remove the parameter (edits/edit with remove).")));
        }
    }

    private static void foreignProxyPorts(NodeFiles files) {
        XmlEditor xml = files.xml(Layout.CATALINA);
        for (String path : new TomcatConnectors(xml).all()) {
            xml.attribute(path, Connectors.PROXY_PORT)
                    .ifPresent(value -> files.report(Problem.warning(
                            files.label(Layout.CATALINA) + ":" + xml.line(path),
                            Connectors.PROXY_PORT + " '" + value + "' is the port of a load balancer, but the cluster"
                                    + " declares none that serves the console: its redirects will go to that port."
                                    + " Declare cluster/loadBalancer with console, or remove the attribute"
                                    + " (edits/edit with remove).")));
        }
    }
}
