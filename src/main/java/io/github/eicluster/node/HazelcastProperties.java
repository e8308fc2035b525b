package io.github.eicluster.node;

import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Membership.Member;
import io.github.eicluster.model.Node;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Layout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code conf/hazelcast.properties}, which the agent loads over its own defaults (kernel {@code
 * setHazelcastProperties}). The file is not shipped; entries of a base that has one win over our defaults, and declared
 * entries win over both.
 */
final class HazelcastProperties implements Concern {

    private static final String HEADER =
            "# Hazelcast settings of this node; the server loads them over its own defaults.\n";
    private static final String PREFER_IPV4 = "hazelcast.prefer.ipv4.stack";

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        PropertiesEditor properties = files.properties(Layout.HAZELCAST_PROPERTIES, HEADER);
        defaults(context.version()).forEach((key, value) -> {
            if (properties.get(key).isEmpty()) {
                properties.set(key, value);
            }
        });
        if (hasIpv6Members(context.cluster())) {
            // Hazelcast ignores IPv6 addresses otherwise, whatever the base prefers.
            properties.set(PREFER_IPV4, "false");
        }
        context.cluster().membership().hazelcast().forEach(properties::set);
    }

    /** Whether any member has an IPv6 address. */
    static boolean hasIpv6Members(Cluster cluster) {
        Stream<String> nodes = cluster.nodes().stream().map(Node::memberHost).flatMap(Optional::stream);
        Stream<String> further = cluster.membership().furtherMembers().stream().map(Member::host);
        return Stream.concat(nodes, further).anyMatch(HostText::isIpv6);
    }

    private static Map<String, String> defaults(EiVersion version) {
        Map<String, String> defaults = new LinkedHashMap<>();
        // The server stops Hazelcast itself, after its services; Hazelcast's own hook would race with that.
        defaults.put("hazelcast.shutdownhook.enabled", "false");
        // The agent's own value, 600, leaves a dead member in the cluster for ten minutes.
        defaults.put("hazelcast.max.no.heartbeat.seconds", "60");
        defaults.put("hazelcast.logging.type", version.atLeast(6, 6) ? "log4j2" : "log4j");
        return defaults;
    }
}
