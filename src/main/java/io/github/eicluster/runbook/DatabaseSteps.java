package io.github.eicluster.runbook;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Registry;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.EiVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has to be done to the databases before the first start. */
final class DatabaseSteps {

    private final Cluster cluster;
    private final String version;
    private final String root;

    DatabaseSteps(Cluster cluster, String version, String root) {
        this.cluster = cluster;
        this.version = version;
        this.root = root;
    }

    Map<String, Object> context() {
        List<Map<String, String>> rows = rows();
        return Map.of(
                "databases",
                rows,
                "embedded",
                cluster.databases().type() == DatabaseType.H2,
                "localEmbedded",
                cluster.nodes().stream().anyMatch(node -> node.localRegistry().isEmpty()),
                "script",
                root + "/dbscripts/" + script(),
                "driver",
                cluster.databases().registry().driverClassName(),
                "databaseType",
                cluster.databases().type().text());
    }

    /** One row for each database; several datasources may share one. */
    private List<Map<String, String>> rows() {
        Databases databases = cluster.databases();
        Map<String, Datasource> byUrl = new LinkedHashMap<>();
        Map<String, List<String>> uses = new LinkedHashMap<>();
        add(byUrl, uses, databases.user(), "users and permissions");
        add(byUrl, uses, databases.registry(), "shared registry");
        databases.config().ifPresent(config -> add(byUrl, uses, config, "shared configuration registry"));
        for (Registry.Instance instance : cluster.registry().instances()) {
            add(byUrl, uses, instance.datasource(), "registry instance " + instance.id());
        }
        for (Node node : cluster.nodes()) {
            node.localRegistry().ifPresent(local -> add(byUrl, uses, local, "local registry of " + node.id()));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        byUrl.forEach((url, datasource) -> rows.add(Map.of(
                "name", datasource.name(),
                "url", shown(url),
                "user", datasource.credentials().username(),
                "use", String.join(", ", uses.get(url)),
                "password", password(datasource.credentials().password()))));
        return rows;
    }

    private static void add(
            Map<String, Datasource> byUrl, Map<String, List<String>> uses, Datasource datasource, String use) {
        boolean known = byUrl.containsValue(datasource);
        byUrl.putIfAbsent(datasource.url(), datasource);
        if (!known || !use.startsWith("registry instance")) {
            uses.computeIfAbsent(datasource.url(), url -> new ArrayList<>()).add(use);
        }
    }

    /** A URL may carry a password of its own. */
    static String shown(String url) {
        return url.replaceAll("(?i)((?:password|pwd)=)[^&;]*", "$1***").replaceAll("(:thin:[^/@]+/)[^@]+@", "$1***@");
    }

    /** The shipped H2 password is known to everybody; any other is named, not shown. */
    private static String password(Secret password) {
        return password.source() == Secret.Source.DEFAULT ? password.reveal() : "<password>";
    }

    private String script() {
        Databases.Server server = cluster.databases().server();
        return server.script()
                .orElseGet(() -> DatabaseEngine.of(cluster.databases().type())
                        .script(EiVersion.parse(version), server.version()));
    }
}
