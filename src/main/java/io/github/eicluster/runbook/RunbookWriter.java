package io.github.eicluster.runbook;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Registry;
import io.github.eicluster.template.Templates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the runbook and the hosts entries of a cluster. Passwords are never written. */
public final class RunbookWriter {

    private final Templates templates;

    /**
     * A writer.
     *
     * @param templates renders
     */
    public RunbookWriter(Templates templates) {
        this.templates = templates;
    }

    /**
     * Writes the lines for hosts files.
     *
     * @param cluster the cluster
     * @return one line {@code address<TAB>name} for each name whose address is known, and a comment for each other name
     *     that has to be resolved; every line ends with a line feed
     */
    public String hosts(Cluster cluster) {
        Names names = new Names(cluster);
        return templates.renderResource("hosts.vm", Map.of("entries", names.known(), "openNames", names.open()));
    }

    /**
     * Writes the runbook.
     *
     * @param data cluster, ports, version and archives
     * @return Markdown, lines ended by line feeds
     */
    public String runbook(RunbookData data) {
        Cluster cluster = data.cluster();
        Map<String, Object> context = new HashMap<>();
        context.put("domain", cluster.domain());
        context.put("hostName", cluster.hostName());
        context.put("consoleHost", cluster.managementHostName().orElse(""));
        context.put("version", data.version());
        context.put("root", data.root());
        context.put("environment", data.environment());
        context.put("scheme", cluster.membership().scheme().text());
        context.put("nodes", cluster.nodes().stream().map(n -> node(n, data)).toList());
        context.put(
                "startOrder",
                startOrder(cluster).stream().map(n -> node(n, data)).toList());
        context.put("firstNode", startOrder(cluster).get(0).id());
        context.put(
                "readOnlyNodes",
                join(cluster.nodes().stream().filter(Node::registryReadOnly).toList()));
        context.put("balancer", cluster.loadBalancer().isPresent());
        context.put(
                "balancerType",
                cluster.loadBalancer()
                        .map(LoadBalancer::type)
                        .map(LoadBalancer.Type::text)
                        .orElse(""));
        context.put("flows", new Flows(data).all());
        context.put("hosts", new Names(cluster).known());
        context.put("openNames", new Names(cluster).open());
        context.put("overwritten", mounts(cluster, Registry.Overwrite.TRUE));
        context.put("mounts", join(cluster.registry().mounts().stream().map(Registry.Mount::path)));
        context.putAll(new DatabaseSteps(cluster, data.version(), data.root()).context());
        context.putAll(new CertificateSteps(data).context());
        context.put("services", new ServiceSteps(data).section(templates));
        return templates.renderResource("RUNBOOK.md.vm", context);
    }

    private static Map<String, String> node(Node node, RunbookData data) {
        ListenerPorts ports = data.ports().getOrDefault(node.id(), ListenerPorts.UNKNOWN);
        ServiceSteps services = new ServiceSteps(data);
        Map<String, String> row = new HashMap<>();
        row.put("id", node.id());
        row.put("host", node.host().orElse("found at run time"));
        row.put("offset", Integer.toString(node.portOffset()));
        row.put("memberPort", Integer.toString(node.memberPort()));
        row.put("http", port(ports.http()));
        row.put("https", port(ports.https()));
        row.put("console", port(ports.console()));
        row.put("role", node.role().name().toLowerCase(Locale.ROOT));
        row.put("registry", node.registryReadOnly() ? "read-only" : "read and write");
        row.put("archive", data.archives().getOrDefault(node.id(), "the archive of " + node.id()));
        row.put("home", services.home(node));
        row.put("start", services.start(node));
        row.put("stop", services.stop(node));
        return row;
    }

    /** Nodes that may write to the registry come first: what they create is there when the others start. */
    private static List<Node> startOrder(Cluster cluster) {
        List<Node> order = new ArrayList<>(cluster.nodes());
        order.sort(Comparator.comparing(Node::registryReadOnly));
        return order;
    }

    private static String mounts(Cluster cluster, Registry.Overwrite overwrite) {
        return join(cluster.registry().mounts().stream()
                .filter(mount -> mount.overwrite() == overwrite)
                .map(Registry.Mount::path));
    }

    private static String join(List<Node> nodes) {
        return join(nodes.stream().map(Node::id));
    }

    private static String join(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }

    static String port(int port) {
        return port == 0 ? "-" : Integer.toString(port);
    }
}
