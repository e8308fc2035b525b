package io.github.eicluster.node;

import io.github.eicluster.model.Admin;
import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.Jvm;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Membership;
import io.github.eicluster.model.Membership.Member;
import io.github.eicluster.model.Membership.Parameter;
import io.github.eicluster.model.Membership.Scheme;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Ports;
import io.github.eicluster.model.Registry;
import io.github.eicluster.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Clusters for tests: the guide's two nodes, and what differs from them. */
final class TestClusters {

    String domain = "wso2.ei.domain";
    String hostName = "ei.wso2.com";
    Optional<String> managementHostName = Optional.of("ui.ei.wso2.com");
    Scheme scheme = Scheme.WKA;
    boolean listSelf = true;
    List<Member> furtherMembers = List.of();
    List<Parameter> parameters = List.of();
    Optional<Secret> groupPassword = Optional.empty();
    Map<String, String> hazelcast = Map.of();
    Optional<LoadBalancer> loadBalancer = Optional.of(balancer(OptionalInt.of(80), 443, true));
    Databases databases = databases();
    Registry registry = new Registry(List.of(), List.of());
    final List<Node> nodes = new ArrayList<>();

    static TestClusters guide() {
        return of(node("node1", "192.168.57.11"), node("node2", "192.168.57.12"));
    }

    static TestClusters of(Node... nodes) {
        TestClusters clusters = new TestClusters();
        clusters.nodes.addAll(List.of(nodes));
        return clusters;
    }

    /** Without a balancer there is no name for the console either. */
    TestClusters withoutBalancer() {
        loadBalancer = Optional.empty();
        managementHostName = Optional.empty();
        return this;
    }

    Cluster build() {
        return new Cluster(
                domain,
                hostName,
                managementHostName,
                new Membership(scheme, listSelf, furtherMembers, parameters, groupPassword, hazelcast),
                nodes,
                databases,
                registry,
                Admin.OF_BASE,
                loadBalancer,
                Certificates.DEFAULT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static LoadBalancer balancer(OptionalInt httpPort, int httpsPort, boolean console) {
        return balancer(httpPort, httpsPort, console, LoadBalancer.Tls.REENCRYPT);
    }

    static LoadBalancer balancer(
            OptionalInt httpPort, int httpsPort, boolean console, LoadBalancer.Tls tls, String... addresses) {
        return new LoadBalancer(
                LoadBalancer.Type.NGINX,
                List.of(addresses),
                httpPort,
                httpsPort,
                console,
                tls,
                false,
                LoadBalancer.Files.USUAL);
    }

    static Node node(String id, String host) {
        return node(id, Optional.of(host), 0, 4100, Optional.empty(), Ports.OF_BASE);
    }

    static Node node(
            String id, Optional<String> host, int offset, int memberPort, Optional<String> bindAddress, Ports ports) {
        return new Node(
                id,
                host,
                host,
                bindAddress,
                offset,
                memberPort,
                false,
                Optional.empty(),
                Node.Role.ACTIVE,
                Node.Os.LINUX,
                ports,
                Jvm.OF_BASE);
    }

    /** The same node on another system, with settings of its JVM. */
    static Node on(Node.Os os, Jvm jvm, Node node) {
        return new Node(
                node.id(),
                node.host(),
                node.memberHost(),
                node.bindAddress(),
                node.portOffset(),
                node.memberPort(),
                node.registryReadOnly(),
                node.localRegistry(),
                node.role(),
                os,
                node.ports(),
                jvm);
    }

    private static Databases databases() {
        return new Databases(
                DatabaseType.H2,
                Optional.empty(),
                Optional.empty(),
                datasource("WSO2_USER_DB", "jdbc/WSO2UMDB"),
                datasource("REGISTRY_DB", "jdbc/WSO2RegistryDB"),
                Optional.empty());
    }

    private static Datasource datasource(String name, String jndiName) {
        return new Datasource(
                name,
                jndiName,
                "jdbc:h2:~/.ei-cluster/" + name,
                new Credentials("wso2carbon", new Secret("wso2carbon", Secret.Source.DEFAULT)),
                "org.h2.Driver",
                "SELECT 1",
                Map.of());
    }
}
