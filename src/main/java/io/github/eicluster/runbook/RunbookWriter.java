package io.github.eicluster.runbook;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Membership;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Registry;
import io.github.eicluster.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the runbook and the hosts entries of a cluster. Passwords are never written. */
public final class RunbookWriter {

    private static final String FOLDER = "runbook/";

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
     * Finds names that have to be resolved and whose address nobody has declared.
     *
     * @param cluster the cluster
     * @return a warning for each element that could give addresses
     */
    public static List<Problem> openNames(Cluster cluster) {
        return new Names(cluster).problems();
    }

    /**
     * Writes the runbook: numbered sections, in the order of a roll-out.
     *
     * @param data cluster, ports, version and archives
     * @return Markdown, lines ended by line feeds
     */
    public String runbook(RunbookData data) {
        Map<String, Object> context = context(data);
        StringBuilder text = new StringBuilder(templates.renderResource(FOLDER + "title.vm", context));
        int section = 0;
        for (String name : sections(data)) {
            context.put("section", ++section);
            text.append('\n')
                    .append(templates
                            .renderResource(FOLDER + name + ".vm", context)
                            .strip())
                    .append('\n');
        }
        // What a template leaves out leaves empty lines behind.
        return text.toString().replaceAll("\n{3,}", "\n\n");
    }

    private static List<String> sections(RunbookData data) {
        List<String> sections =
                new ArrayList<>(List.of("nodes", "firewall", "databases", "install", "certificates", "hosts"));
        if (new ServiceSteps(data).present()) {
            sections.add(sections.indexOf("install") + 1, "services");
        }
        if (data.cluster().vault().isPresent()) {
            sections.add(sections.indexOf("certificates"), "vault");
        }
        data.cluster().loadBalancer().ifPresent(b -> sections.add(new BalancerSteps(data).template()));
        sections.addAll(List.of("start", "test", "sync", "change", "add", "replace"));
        return sections;
    }

    private static Map<String, Object> context(RunbookData data) {
        Cluster cluster = data.cluster();
        NodeRows rows = new NodeRows(data);
        Map<String, Object> context = new HashMap<>();
        context.put("domain", cluster.domain());
        context.put("version", data.version());
        context.put("root", data.root());
        // The start scripts refuse other Java versions (product-ei, distribution/src/scripts/integrator.sh).
        context.put("java", data.version().startsWith("6.6.") ? "Java 8 or 11" : "Java 8");
        context.put("environment", data.environment());
        context.put("scheme", cluster.membership().scheme().text());
        context.put("wka", cluster.membership().scheme() == Membership.Scheme.WKA);
        context.put("nodes", rows.all());
        context.put("startOrder", rows.inStartOrder());
        context.put("firstNode", rows.inStartOrder().get(0).get("id"));
        context.put("together", rows.members(cluster.nodes().size()));
        // The stock files keep com.hazelcast, or everything that is not named, at ERROR.
        boolean log4j2 = data.version().startsWith("6.6.");
        context.put("logFile", log4j2 ? "conf/log4j2.properties" : "conf/log4j.properties");
        context.put("logLine", log4j2 ? "logger.com-hazelcast.level = INFO" : "log4j.logger.com.hazelcast=INFO");
        context.put("readOnlyNodes", ids(cluster, Node::registryReadOnly));
        context.put("activeNodes", ids(cluster, node -> node.role() == Node.Role.ACTIVE));
        context.put("backupNodes", ids(cluster, node -> node.role() == Node.Role.BACKUP));
        context.put("machines", new Firewall(data).rules());
        context.put("hosts", new Names(cluster).known());
        context.put("openNames", new Names(cluster).open());
        context.put("overwritten", overwritten(cluster));
        context.put("mounts", join(cluster.registry().mounts().stream().map(Registry.Mount::path)));
        context.put(
                "localDatabases",
                cluster.nodes().stream().anyMatch(node -> node.localRegistry().isPresent()));
        addBalancer(context, data);
        context.putAll(new DatabaseSteps(cluster, data.version(), data.root()).context());
        context.putAll(new CertificateSteps(data).context());
        context.put("libraries", rows(data.libraries().files(), cluster));
        context.put("removed", rows(data.libraries().removed(), cluster));
        context.putAll(new ServiceSteps(data).context());
        context.putAll(new VaultSteps(data).context());
        return context;
    }

    private static List<Map<String, String>> rows(List<RunbookLibraries.Row> rows, Cluster cluster) {
        return rows.stream()
                .map(row -> Map.of(
                        "path",
                        row.path(),
                        "from",
                        row.from(),
                        "nodes",
                        row.nodes().size() == cluster.nodes().size() ? "all" : String.join(", ", row.nodes())))
                .toList();
    }

    private static void addBalancer(Map<String, Object> context, RunbookData data) {
        Cluster cluster = data.cluster();
        String console = cluster.managementHostName().orElse("");
        String httpsSuffix = cluster.loadBalancer()
                .map(LoadBalancer::httpsPort)
                .filter(port -> port != 443)
                .map(port -> ":" + port)
                .orElse("");
        context.put("balancer", cluster.loadBalancer().isPresent());
        context.put("hostName", cluster.hostName());
        context.put("urlHost", MachineNames.inUrl(cluster.hostName()));
        context.put("consoleHost", console);
        context.put("consolePort", httpsSuffix);
        context.put("consoleUrl", MachineNames.inUrl(console) + httpsSuffix);
        context.put("httpsSuffix", httpsSuffix);
        context.put(
                "httpsPort",
                cluster.loadBalancer()
                        .map(LoadBalancer::httpsPort)
                        .map(Object::toString)
                        .orElse(""));
        String httpPort = cluster.loadBalancer()
                .filter(balancer -> balancer.httpPort().isPresent())
                .map(balancer -> Integer.toString(balancer.httpPort().getAsInt()))
                .orElse("");
        context.put("httpPort", httpPort);
        context.put("httpSuffix", httpPort.equals("80") ? "" : ":" + httpPort);
        context.put(
                "affinity",
                cluster.loadBalancer().map(LoadBalancer::sessionAffinity).orElse(false));
        context.put("caOption", data.certificates().files().contains("ca.crt") ? " --cacert certs/ca.crt" : "");
        if (cluster.loadBalancer().isPresent()) {
            context.putAll(new BalancerSteps(data).context());
        }
    }

    private static String overwritten(Cluster cluster) {
        return join(cluster.registry().mounts().stream()
                .filter(mount -> mount.overwrite() == Registry.Overwrite.TRUE)
                .map(Registry.Mount::path));
    }

    private static String ids(Cluster cluster, Predicate<Node> which) {
        return join(cluster.nodes().stream().filter(which).map(Node::id));
    }

    private static String join(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }
}
