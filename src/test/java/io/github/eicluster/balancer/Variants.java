package io.github.eicluster.balancer;

import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Node;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** All kinds of clusters whose files a balancer must accept, by name. */
final class Variants {

    private static final String LONG = "integration-services.production.eu-central-1.department.example-company.com";

    private Variants() {}

    /** Names of all variants. */
    static List<String> names() {
        return List.copyOf(all().keySet());
    }

    /** One of them. */
    static Balanced of(String name, LoadBalancer.Type type) {
        Balanced cluster = new Balanced(type);
        all().get(name).accept(cluster);
        return cluster;
    }

    private static Map<String, Consumer<Balanced>> all() {
        Map<String, Consumer<Balanced>> all = new LinkedHashMap<>();
        all.put("2 nodes", c -> c.nodes(2));
        all.put("3 nodes", c -> c.nodes(3));
        all.put("9 nodes", c -> c.nodes(9));
        all.put(
                "offsets on one host",
                c -> c.node("10.0.0.1", 0, Node.Role.ACTIVE).node("10.0.0.1", 1, Node.Role.ACTIVE));
        all.put("IPv6 nodes", c -> c.node("fd00::11", 0, Node.Role.ACTIVE).node("fd00::12", 5, Node.Role.ACTIVE));
        all.put("resolvable node", c -> c.node("localhost", 0, Node.Role.ACTIVE));
        all.put("ports of nodes", c -> c.node("10.0.0.1", new ListenerPorts(1, 2, 3, 4, 0), Node.Role.ACTIVE));
        all.put("no listener for HTTP", c -> c.node("10.0.0.1", new ListenerPorts(0, 2, 3, 4, 0), Node.Role.ACTIVE));
        all.put("ports of the balancer", c -> {
            c.nodes(2).httpPort = OptionalInt.of(28080);
            c.httpsPort = 28443;
        });
        all.put("affinity", c -> c.nodes(2).affinity = true);
        all.put("backup", c -> c.nodes(2).node("10.0.0.9", 0, Node.Role.BACKUP));
        all.put("backup and affinity", c -> c.nodes(2).node("10.0.0.9", 0, Node.Role.BACKUP).affinity = true);
        all.put("node without requests", c -> c.nodes(2).node("10.0.0.9", 0, Node.Role.NONE));
        all.put("no HTTP", c -> c.nodes(2).httpPort = OptionalInt.empty());
        all.put("no HTTP, offload", c -> {
            c.nodes(2).httpPort = OptionalInt.empty();
            c.tls = LoadBalancer.Tls.OFFLOAD;
        });
        all.put("no console", c -> c.nodes(2).console = Optional.empty());
        all.put("one name", c -> named(c.nodes(2), "ei.wso2.com", "ei.wso2.com"));
        all.put("localhost", c -> named(c.nodes(2), "localhost", "localhost"));
        all.put("address as name", c -> named(c.nodes(2), "10.0.0.7", "10.0.0.7"));
        all.put("IPv6 address as name", c -> named(c.nodes(2), "fd00::7", "fd00::7"));
        all.put("names with one beginning", c -> named(c.nodes(2), "ei.a.com", "ei.b.com"));
        all.put("long names", c -> named(c.nodes(2), LONG, "ui." + LONG));
        for (LoadBalancer.Tls tls : Arrays.asList(LoadBalancer.Tls.OFFLOAD, LoadBalancer.Tls.PASSTHROUGH)) {
            all.put(tls.text(), c -> c.nodes(3).tls = tls);
            all.put(tls.text() + ", affinity and backup", c -> {
                c.nodes(2).node("10.0.0.9", 0, Node.Role.BACKUP).affinity = true;
                c.tls = tls;
            });
            all.put(tls.text() + ", one name", c -> named(c.nodes(2), "ei.wso2.com", "ei.wso2.com").tls = tls);
            all.put(tls.text() + ", long names", c -> named(c.nodes(2), LONG, "ui." + LONG).tls = tls);
        }
        all.put("passthrough, no HTTP", c -> {
            c.nodes(2).httpPort = OptionalInt.empty();
            c.tls = LoadBalancer.Tls.PASSTHROUGH;
        });
        all.put("encrypted key", c -> c.nodes(2).encrypted = true);
        all.put("nodes not verified", c -> c.nodes(2).verified = false);
        return all;
    }

    private static Balanced named(Balanced cluster, String hostName, String console) {
        cluster.hostName = hostName;
        cluster.console = Optional.of(console);
        return cluster;
    }
}
