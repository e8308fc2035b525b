package io.github.eicluster.config;

import io.github.eicluster.model.Membership.Scheme;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Ports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code cluster/nodes}: ids, hosts, offsets and member ports, with defaults counted up per host. */
final class NodesReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");
    private static final Set<String> RESERVED =
            Set.of("common", "bundle", "load-balancer", "databases", "certs", "services", "sources", "javadoc");

    private final Context context;
    private final Scheme scheme;
    private final int firstPort;
    private final Map<String, Integer> perHost = new HashMap<>();
    private final Map<String, String> spelling = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();

    NodesReader(Context context, Scheme scheme, int firstPort) {
        this.context = context;
        this.scheme = scheme;
        this.firstPort = firstPort;
    }

    List<NodeDraft> read(Entry cluster) {
        Ports common = ports(cluster, Ports.OF_BASE);
        JvmReader jvms = new JvmReader(context, cluster);
        List<NodeDraft> nodes = new ArrayList<>();
        for (Entry entry : cluster.items("nodes")) {
            nodes.add(read(entry, nodes.size() + 1, common, jvms));
        }
        if (nodes.isEmpty() && !cluster.has("nodes")) {
            context.problems()
                    .error(
                            cluster.pathOf("nodes"),
                            "is missing. Add <nodes> with a <node> for each server, or -Dei-cluster.nodes=HOST,HOST.");
        }
        return List.copyOf(nodes);
    }

    private NodeDraft read(Entry entry, int position, Ports common, JvmReader jvms) {
        Optional<String> host = host(entry);
        Optional<String> key = host.map(h -> Addresses.isLoopback(h) ? "localhost" : Addresses.key(h));
        int earlier = key.map(k -> perHost.merge(k, 1, Integer::sum) - 1).orElse(0);
        Optional<String> memberHost = entry.host("memberHost");
        String id = id(entry, position);
        Node.Os os = word(entry, "os").map(Node.Os::valueOf).orElse(Node.Os.LINUX);
        return new NodeDraft(
                entry,
                new Node(
                        id,
                        host,
                        memberHost.isPresent() ? memberHost : host,
                        entry.host("bindAddress"),
                        entry.number("portOffset").orElse(earlier),
                        entry.number("memberPort").orElse(firstPort + earlier),
                        entry.isTrue("registryReadOnly"),
                        Optional.empty(),
                        word(entry, "role").map(Node.Role::valueOf).orElse(Node.Role.ACTIVE),
                        os,
                        ports(entry, common),
                        jvms.read(entry, id, os)),
                scheme == Scheme.WKA);
    }

    /** Two spellings of one IPv6 address are one host, so all nodes get the first spelling. */
    private Optional<String> host(Entry entry) {
        if (!entry.has("host") && scheme == Scheme.WKA) {
            context.problems()
                    .error(
                            entry.pathOf("host"),
                            "is missing. The scheme wka needs it: give the address that other nodes use.");
        }
        return entry.host("host").map(host -> spelling.computeIfAbsent(Addresses.key(host), key -> host));
    }

    private String id(Entry entry, int position) {
        String id = entry.text("id").orElse("node" + position);
        String place = entry.pathOf("id");
        if (!ID.matcher(id).matches()) {
            context.problems()
                    .error(
                            place,
                            "'" + id
                                    + "' is no id of a node. Use lower-case letters, digits and hyphens, at most 31, the"
                                    + " first no hyphen.");
        } else if (RESERVED.contains(id)) {
            context.problems().error(place, "'" + id + "' is reserved for the plugin's own files. Choose another id.");
        }
        Integer other = ids.putIfAbsent(id, position);
        if (other != null) {
            context.problems()
                    .error(
                            place,
                            "'" + id + "' is the id of node[" + other + "] too. Give each node an id of its own.");
        }
        return id;
    }

    private static Optional<String> word(Entry entry, String name) {
        return entry.text(name).map(word -> word.toUpperCase(Locale.ROOT));
    }

    private static Ports ports(Entry parent, Ports common) {
        return parent.child("ports")
                .map(entry -> new Ports(
                        or(entry.number("http"), common.http()),
                        or(entry.number("https"), common.https()),
                        or(entry.number("console"), common.console()),
                        or(entry.number("consoleHttp"), common.consoleHttp())))
                .orElse(common);
    }

    private static OptionalInt or(OptionalInt own, OptionalInt common) {
        return own.isPresent() ? own : common;
    }
}
