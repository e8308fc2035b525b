package io.github.eicluster.balancer;

import io.github.eicluster.model.Admin;
import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.Jvm;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Membership;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Ports;
import io.github.eicluster.model.Registry;
import io.github.eicluster.model.Secret;
import io.github.eicluster.template.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Clusters behind a balancer: the guide's names, and what differs from them. */
final class Balanced {

    LoadBalancer.Type type;
    LoadBalancer.Tls tls = LoadBalancer.Tls.REENCRYPT;
    String hostName = "ei.wso2.com";
    Optional<String> console = Optional.of("ui.ei.wso2.com");
    List<String> addresses = List.of();
    OptionalInt httpPort = OptionalInt.of(80);
    int httpsPort = 443;
    boolean affinity;
    boolean verified = true;
    boolean encrypted;
    LoadBalancer.Files files = LoadBalancer.Files.USUAL;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, ListenerPorts> ports = new LinkedHashMap<>();

    Balanced(LoadBalancer.Type type) {
        this.type = type;
    }

    /** The guide's two nodes. */
    static Balanced guide(LoadBalancer.Type type) {
        return new Balanced(type).nodes(2);
    }

    Balanced nodes(int count) {
        for (int i = 0; i < count; i++) {
            node("192.168.57." + (11 + i), 0, Node.Role.ACTIVE);
        }
        return this;
    }

    Balanced node(String host, int offset, Node.Role role) {
        return node(host, new ListenerPorts(8280 + offset, 8243 + offset, 9443 + offset, 9763 + offset, offset), role);
    }

    Balanced node(String host, ListenerPorts listeners, Node.Role role) {
        String id = "node" + (nodes.size() + 1);
        nodes.add(new Node(
                id,
                Optional.of(host),
                Optional.of(host),
                Optional.empty(),
                listeners.offset(),
                4100,
                false,
                Optional.empty(),
                role,
                Node.Os.LINUX,
                Ports.OF_BASE,
                Jvm.OF_BASE));
        ports.put(id, listeners);
        return this;
    }

    /** Keys and certificates in a folder. */
    Balanced keysIn(Path folder) {
        files = new LoadBalancer.Files(
                Optional.of(folder.resolve("server.crt").toString()),
                Optional.of(folder.resolve("server.key").toString()),
                Optional.of(folder.resolve("nodes.crt").toString()));
        return this;
    }

    BalancerData data() {
        LoadBalancer balancer =
                new LoadBalancer(type, addresses, httpPort, httpsPort, console.isPresent(), tls, affinity, files);
        Datasource unused = new Datasource(
                "DB",
                "jdbc/DB",
                "jdbc:h2:~/DB",
                new Credentials("someone", new Secret("secret", Secret.Source.DEFAULT)),
                "org.h2.Driver",
                "SELECT 1",
                Map.of());
        Cluster cluster = new Cluster(
                "wso2.ei.domain",
                hostName,
                console,
                new Membership(Membership.Scheme.WKA, true, List.of(), List.of(), Optional.empty(), Map.of()),
                nodes,
                new Databases(DatabaseType.H2, Optional.empty(), Optional.empty(), unused, unused, Optional.empty()),
                new Registry(List.of(), List.of()),
                Admin.OF_BASE,
                Optional.of(balancer),
                Certificates.DEFAULT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new BalancerData(cluster, ports, verified, encrypted);
    }

    BalancerFiles write() {
        return new BalancerWriter(new Templates()).write(data());
    }
}
