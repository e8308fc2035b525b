package io.github.eicluster.assembly;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What templates of overlays see as {@code $cluster} and {@code $node}: plain texts and lists, an empty text for what is
 * not there. Holds no secret; those come by {@code $secrets.get('serverId')} only.
 */
public final class TemplateViews {

    private TemplateViews() {}

    /**
     * The view of a cluster.
     *
     * @param cluster the cluster
     * @return domain, hostName, managementHostName, nodes, databaseHost, httpPort and httpsPort of the load balancer
     */
    public static Map<String, Object> cluster(Cluster cluster) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("domain", cluster.domain());
        view.put("hostName", cluster.hostName());
        view.put("managementHostName", cluster.managementHostName().orElse(""));
        view.put("databaseHost", cluster.databases().host().orElse(""));
        view.put("nodes", cluster.nodes().stream().map(TemplateViews::node).toList());
        view.put(
                "loadBalancerAddresses",
                cluster.loadBalancer().map(LoadBalancer::addresses).orElse(List.of()));
        view.put(
                "httpPort",
                cluster.loadBalancer()
                        .map(b -> b.httpPort().isPresent()
                                ? String.valueOf(b.httpPort().getAsInt())
                                : "")
                        .orElse(""));
        view.put(
                "httpsPort",
                cluster.loadBalancer().map(b -> String.valueOf(b.httpsPort())).orElse(""));
        return view;
    }

    /**
     * The view of a node.
     *
     * @param node the node
     * @return id, host, memberHost, bindAddress, portOffset, memberPort, registryReadOnly, role, os
     */
    public static Map<String, Object> node(Node node) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", node.id());
        view.put("host", node.host().orElse(""));
        view.put("memberHost", node.memberHost().orElse(""));
        view.put("bindAddress", node.bindAddress().orElse(""));
        view.put("portOffset", node.portOffset());
        view.put("memberPort", node.memberPort());
        view.put("registryReadOnly", node.registryReadOnly());
        view.put("role", node.role().name().toLowerCase(Locale.ROOT));
        view.put("os", node.os().name().toLowerCase(Locale.ROOT));
        return view;
    }
}
