package io.github.eicluster.runbook;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.DeploymentSync;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Service;
import io.github.eicluster.template.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the runbook says of accounts, systemd units, Java settings and the fetching of deployment artifacts. */
final class ServiceSteps {

    private final RunbookData data;
    private final Cluster cluster;
    private final Optional<Service> service;

    ServiceSteps(RunbookData data) {
        this.data = data;
        this.cluster = data.cluster();
        this.service = cluster.service();
    }

    /** The text that stands behind the table of archives; empty if nothing is declared. */
    String section(Templates templates) {
        List<Node> manual = cluster.nodes().stream()
                .filter(node -> unit(node).isEmpty() && (service.isPresent() || hasSettings(node)))
                .toList();
        List<Node> run =
                cluster.nodes().stream().filter(node -> unit(node).isPresent()).toList();
        if (manual.isEmpty() && run.isEmpty()) {
            return "";
        }
        Map<String, Object> context = new HashMap<>();
        context.put("user", service.map(Service::user).orElse(""));
        context.put("group", service.map(Service::group).orElse(""));
        context.put("units", run.stream().map(this::unitRow).toList());
        context.put(
                "manual",
                manual.stream()
                        .map(node -> Map.of("id", node.id(), "lines", lines(node)))
                        .toList());
        context.putAll(sync(run));
        return templates.renderResource("RUNBOOK.services.vm", context);
    }

    /** The folder that the archive of a node unpacks to, with its root folder. */
    String home(Node node) {
        String slash = node.os() == Node.Os.WINDOWS ? "\\" : "/";
        return unit(node).flatMap(name -> service).map(s -> s.place(node.id())).orElse(node.id()) + slash + data.root();
    }

    /** The command that starts a node. */
    String start(Node node) {
        return unit(node)
                .map(name -> "systemctl start " + name)
                .orElse(node.os() == Node.Os.WINDOWS ? "bin\\integrator.bat" : "sh bin/integrator.sh start");
    }

    /** What stops a node. */
    String stop(Node node) {
        return unit(node)
                .map(name -> "systemctl stop " + name)
                .orElse(node.os() == Node.Os.WINDOWS ? "Ctrl+C in its window" : "sh bin/integrator.sh stop");
    }

    private Optional<String> unit(Node node) {
        return service.filter(s -> node.os() == Node.Os.LINUX).map(s -> Service.unit(node.id()));
    }

    private static boolean hasSettings(Node node) {
        return !node.jvm().environment(node.os()).isEmpty();
    }

    private Map<String, String> unitRow(Node node) {
        return Map.of(
                "node",
                node.id(),
                "place",
                service.orElseThrow().place(node.id()),
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
