package io.github.eicluster.runbook;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.DeploymentSync;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the runbook says of accounts, systemd units, Java settings and the fetching of deployment artifacts. */
final class ServiceSteps {

    private final Cluster cluster;
    private final Optional<Service> service;

    ServiceSteps(RunbookData data) {
        this.cluster = data.cluster();
        this.service = cluster.service();
    }

    /** Whether there is anything to do for units or settings. */
    boolean present() {
        return service.isPresent() || !manual().isEmpty();
    }

    Map<String, Object> context() {
        List<Node> run =
                cluster.nodes().stream().filter(node -> unit(node).isPresent()).toList();
        Map<String, Object> context = new HashMap<>();
        context.put("user", service.map(Service::user).orElse(""));
        context.put("units", run.stream().map(this::unitRow).toList());
        context.put(
                "manual",
                manual().stream()
                        .map(node -> Map.of("id", node.id(), "lines", lines(node)))
                        .toList());
        context.putAll(sync(run));
        return context;
    }

    /** The commands that make the account of the servers. */
    List<String> accounts() {
        String user = service.map(Service::user).orElse("wso2");
        String group = service.map(Service::group).orElse(user);
        // Whoever fetches logs in with ssh; without a home there is no place for keys.
        String shell = cluster.deploymentSync().isPresent() ? "/bin/sh" : "/usr/sbin/nologin";
        String home = service.isPresent() ? " --create-home" : "";
        String account = "id " + user + " || sudo useradd --system";
        if (group.equals(user)) {
            return List.of(account + " --user-group" + home + " --shell " + shell + " " + user);
        }
        return List.of(
                "getent group " + group + " || sudo groupadd --system " + group,
                account + " --gid " + group + home + " --shell " + shell + " " + user);
    }

    /** Account and group as chown takes them. */
    String owner() {
        return service.map(s -> s.user() + ":" + s.group()).orElse("wso2:wso2");
    }

    /** The directory of a node that has a unit. */
    String place(Node node) {
        return service.orElseThrow().place(node.id());
    }

    /** The command that starts or stops a node that has a unit. */
    Optional<String> command(String verb, Node node) {
        return unit(node).map(name -> "sudo systemctl " + verb + " " + name);
    }

    Optional<String> unit(Node node) {
        return service.filter(s -> node.os() == Node.Os.LINUX).map(s -> Service.unit(node.id()));
    }

    /** Nodes without a unit that have something to be said of. */
    private List<Node> manual() {
        return cluster.nodes().stream()
                .filter(node -> unit(node).isEmpty() && (service.isPresent() || hasSettings(node)))
                .toList();
    }

    private static boolean hasSettings(Node node) {
        return !node.jvm().environment(node.os()).isEmpty();
    }

    private Map<String, String> unitRow(Node node) {
        return Map.of(
                "node",
                node.id(),
                "javaHome",
                node.jvm().javaHome().orElse(""),
                "name",
                unit(node).orElseThrow());
    }

    /** No value holds a quote. */
    private static List<String> lines(Node node) {
        return node.jvm().environment(node.os()).entrySet().stream()
                .map(variable -> node.os() == Node.Os.WINDOWS
                        ? "set \"" + variable.getKey() + "=" + variable.getValue() + "\""
                        : "export " + variable.getKey() + "='" + variable.getValue() + "'")
                .toList();
    }

    private Map<String, Object> sync(List<Node> run) {
        Optional<DeploymentSync> sync = cluster.deploymentSync();
        String source = sync.map(DeploymentSync::source).orElse("");
        List<Node> fetchers = sync.stream()
                .flatMap(s -> run.stream().filter(node -> !node.id().equals(source)))
                .toList();
        Stream<Optional<String>> hosts = run.stream().map(Node::host).distinct();
        return Map.of(
                "source", source,
                "sourceUser", sync.map(DeploymentSync::user).orElse(""),
                "interval", sync.map(DeploymentSync::interval).orElse(0),
                "delete", sync.map(DeploymentSync::delete).orElse(false),
                "tenants", sync.map(DeploymentSync::tenants).orElse(false),
                "remote", hosts.count() > 1,
                "fetchers", fetchers.stream().map(this::fetcher).toList());
    }

    private Map<String, String> fetcher(Node node) {
        String unit = DeploymentSync.unit(node.id());
        return Map.of(
                "node", node.id(), "script", service.orElseThrow().place(node.id()) + "/" + unit + ".sh", "unit", unit);
    }
}
