package io.github.eicluster.certs;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The host names and addresses that certificates are to be valid for, the one of the clients first. */
final class WantedNames {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1");

    private WantedNames() {}

    static List<String> ofBalancer(Cluster cluster) {
        List<String> names = ofClients(cluster);
        names.addAll(cluster.certificates().loadBalancer().names());
        return SubjectNames.normal(names);
    }

    /** For a certificate of these nodes. */
    static List<String> ofNodes(Cluster cluster, List<Node> nodes) {
        List<String> names = ofClients(cluster);
        nodes.forEach(node -> add(names, node));
        names.addAll(LOOPBACK);
        names.addAll(cluster.certificates().node().names());
        return SubjectNames.normal(names);
    }

    /** What a team's certificate of the nodes should have: no authority signs names of the loopback interface. */
    static List<String> ofProvidedNode(Cluster cluster) {
        List<String> names = ofClients(cluster);
        cluster.nodes().forEach(node -> add(names, node));
        names.addAll(cluster.certificates().node().names());
        List<String> wanted = SubjectNames.normal(names);
        wanted.removeAll(LOOPBACK);
        return wanted;
    }

    private static List<String> ofClients(Cluster cluster) {
        List<String> names = new ArrayList<>();
        names.add(cluster.hostName());
        cluster.managementHostName().ifPresent(names::add);
        return names;
    }

    private static void add(List<String> names, Node node) {
        for (Optional<String> host : List.of(node.host(), node.memberHost())) {
            host.ifPresent(names::add);
        }
    }
}
