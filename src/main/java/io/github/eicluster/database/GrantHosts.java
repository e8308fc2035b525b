package io.github.eicluster.database;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hosts from which the nodes' users may connect, as MySQL and MariaDB want to know them. */
final class GrantHosts {

    private static final String ANY = "%";

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");

    private GrantHosts() {}

    /**
     * The declared hosts; else the addresses of the nodes, if each has one as a server sees it. A name would need a server
     * that looks names up, and 127.0.0.1 is not what a database on another machine sees: then any host.
     */
    static List<String> of(Cluster cluster) {
        List<String> declared = cluster.databases().server().grantHosts();
        if (!declared.isEmpty()) {
            return declared;
        }
        List<String> hosts = cluster.nodes().stream()
                .map(Node::host)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        boolean known = cluster.nodes().stream().allMatch(node -> node.host().isPresent())
                && hosts.stream().allMatch(GrantHosts::isSeen);
        return known ? hosts : List.of(ANY);
    }

    private static boolean isSeen(String host) {
        return IPV4.matcher(host).matches() && !host.startsWith("127.") && !host.startsWith("0.");
    }
}
