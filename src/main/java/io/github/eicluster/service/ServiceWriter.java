package io.github.eicluster.service;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.DeploymentSync;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Service;
import io.github.eicluster.model.Vault;
import io.github.eicluster.template.Templates;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Writes the systemd units of the nodes and what fetches deployment artifacts. */
public final class ServiceWriter {

    private static final String FOLDER = "service/";

    /** A home path reaches the start script and rsync without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+@-]+");

    private final Templates templates;

    /**
     * A writer.
     *
     * @param templates renders
     */
    public ServiceWriter(Templates templates) {
        this.templates = templates;
    }

    /**
     * Writes all files.
     *
     * @param data the cluster and its distribution
     * @return the files; none without {@code service}
     * @throws ClusterException if the name of the root folder cannot stand in a unit
     */
    public ServiceFiles write(ServiceData data) {
        Optional<Service> service = data.cluster().service();
        if (service.isEmpty()) {
            return new ServiceFiles(new TreeMap<>(), List.of());
        }
        requirePlainRoot(data.cluster(), data.root());
        SortedMap<String, String> files = new TreeMap<>();
        List<Node> nodes = data.cluster().nodes();
        for (Node node : nodes) {
            if (isLinux(node)) {
                String name = Service.unit(node.id()) + ".service";
                files.put(name, templates.renderResource(FOLDER + "node.service.vm", unit(data, service.get(), node)));
                credential(data, service.get(), node).ifPresent(text -> files.put(name + ".d/vault.conf", text));
            }
        }
        data.cluster().deploymentSync().ifPresent(sync -> addSync(files, data, service.get(), sync));
        return new ServiceFiles(
                files,
                nodes.stream().filter(node -> !isLinux(node)).map(Node::id).toList());
    }

    /**
     * Refuses a name that would need quotes where there can be none.
     *
     * @param cluster the cluster
     * @param root name of the root folder of the distribution
     * @throws ClusterException if there are to be units, and the name cannot stand in them
     */
    public static void requirePlainRoot(Cluster cluster, String root) {
        if (cluster.service().isPresent() && !PLAIN.matcher(root).matches()) {
            throw new ClusterException(
                    "cluster/service: '" + root + "', the root folder of the distribution, cannot stand in a"
                            + " unit. Rename the folder to letters, digits and . _ + @ - only.");
        }
    }

    /** What gives the server the password of its vault at every start. */
    private Optional<String> credential(ServiceData data, Service service, Node node) {
        return data.cluster()
                .vault()
                .filter(vault -> vault.startup() == Vault.Startup.CREDENTIAL)
                .map(vault -> {
                    Map<String, Object> context = common(data, service, node);
                    context.put("credential", Vault.CREDENTIAL_FILE);
                    // For the shell: systemd replaces variables itself unless the sign is doubled, systemd.service(5).
                    context.put("credentials", "$$CREDENTIALS_DIRECTORY");
                    context.put("credentialPlace", Vault.credential(node.id()));
                    context.put("passwordFile", vault.startup().file(node.os()));
                    return templates.renderResource(FOLDER + "vault.conf.vm", context);
                });
    }

    private static boolean isLinux(Node node) {
        return node.os() == Node.Os.LINUX;
    }

    private static Map<String, Object> common(ServiceData data, Service service, Node node) {
        Map<String, Object> context = new HashMap<>();
        context.put("domain", data.cluster().domain());
        context.put("version", data.version());
        context.put("node", node.id());
        context.put("unit", Service.unit(node.id()));
        context.put("service", service);
        context.put("place", service.place(node.id()));
        context.put("home", home(data, service, node));
        return context;
    }

    private static Map<String, Object> unit(ServiceData data, Service service, Node node) {
        Map<String, Object> context = common(data, service, node);
        context.put("restart", service.restart() ? "always" : "no");
        context.put("environment", environment(data, service, node));
        return context;
    }

    /** Every variable that the start script reads is set, so that none of systemd's own environment gets in. */
    private static List<String> environment(ServiceData data, Service service, Node node) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("CARBON_HOME", home(data, service, node));
        for (String name : List.of("JAVA_HOME", "JVM_MEM_OPTS", "JAVA_OPTS")) {
            all.put(name, node.jvm().environment(node.os()).getOrDefault(name, ""));
        }
        return all.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + quoted(variable.getValue()))
                .toList();
    }

    /** The text between the quotes of an {@code Environment=} line, systemd.exec(5) and systemd.syntax(7). */
    static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%");
    }

    private static String home(ServiceData data, Service service, Node node) {
        return service.place(node.id()) + "/" + data.root();
    }

    private void addSync(SortedMap<String, String> files, ServiceData data, Service service, DeploymentSync sync) {
        List<Node> nodes = data.cluster().nodes();
        Node source = nodes.stream()
                .filter(node -> node.id().equals(sync.source()))
                .findFirst()
                .orElseThrow();
        files.put(
                "deployment-sync.filter",
                templates.renderResource(
                        FOLDER + "sync.filter.vm",
                        Map.of("domain", data.cluster().domain())));
        for (Node node : nodes) {
            if (isLinux(node) && !node.id().equals(source.id())) {
                Map<String, Object> context = common(data, service, node);
                context.put("sync", sync);
                context.put("unit", DeploymentSync.unit(node.id()));
                context.put("from", from(data, service, sync, source, node));
                context.put("remote", !source.host().equals(node.host()));
                for (String extension : List.of("sh", "service", "timer")) {
                    files.put(
                            DeploymentSync.unit(node.id()) + "." + extension,
                            templates.renderResource(FOLDER + "sync." + extension + ".vm", context));
                }
            }
        }
    }

    /** The home of the source as rsync names it; a node on the same machine needs no ssh. */
    private static String from(ServiceData data, Service service, DeploymentSync sync, Node source, Node node) {
        String home = home(data, service, source);
        if (source.host().equals(node.host())) {
            return home;
        }
        String host = source.host().orElseThrow();
        return sync.user() + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + home;
    }
}
