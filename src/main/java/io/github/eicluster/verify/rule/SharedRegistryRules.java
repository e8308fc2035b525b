package io.github.eicluster.verify.rule;

import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.home.Datasource;
import io.github.eicluster.verify.home.Jdbc;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Registry;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.XmlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether nodes share the registry that they should share, and no other: EIC106 to EIC108, EIC110 to EIC112. */
final class SharedRegistryRules {

    static final List<String> SHARED = List.of("/_system/config", "/_system/governance");

    private SharedRegistryRules() {}

    static List<Rule> all() {
        return List.of(mounts(), texts(), cacheId(), local(), recursion(), embedded());
    }

    private static Rule mounts() {
        return Rule.error("EIC106", "A shared part of the registry is not mounted, or not the same one")
                .reason("Nodes that see different registries lose tasks (\"The task does not exist\"), endpoints and"
                        + " settings, depending on which node answers.")
                .evidence("server-semantics 1.2 and 1.4; product-is#1711, product-ei#1607.")
                .example(
                        "no <mount path=\"/_system/config\"> on node2",
                        "<mount path=\"/_system/config\" overwrite=\"true\"> on all nodes")
                .fix("Mount /_system/config and /_system/governance on every node, from the same database and path.")
                .acrossNodes((cluster, findings) -> {
                    for (String path : SHARED) {
                        findings.each(cluster.nodes(), node -> mounted(node, path, findings));
                    }
                    sameMounts(cluster, findings);
                });
    }

    private static void mounted(NodeHome node, String path, Findings findings) {
        Registry registry = Registry.of(node);
        if (registry.mount(path).isEmpty()) {
            findings.report(
                    registry.root().place(),
                    path + " is not mounted on " + node.name() + ": the node has one of its own",
                    "Add <mount path=\"" + path + "\" overwrite=\"true\"> with the instance of the shared database.");
        }
    }

    private static void sameMounts(ClusterView cluster, Findings findings) {
        for (String path : SHARED) {
            Map<NodeHome, String> targets = new LinkedHashMap<>();
            findings.each(
                    cluster.nodes(),
                    node -> Registry.of(node).mount(path).ifPresent(mount -> {
                        String target =
                                mount.value("targetPath").map(Setting::trimmed).orElse("");
                        String database = Registry.of(node)
                                .mounted(node, mount)
                                .flatMap(Datasource::database)
                                .map(found -> " in " + found.replaceFirst(" schema $", ""))
                                .orElse("");
                        targets.put(node, target + database);
                    }));
            Differences.odd(
                    targets,
                    (node, usual) -> findings.report(
                            Registry.of(node).mount(path).map(XmlNode::place).orElseThrow(),
                            path + " leads to " + targets.get(node) + ", on " + Differences.nodes(targets, usual)
                                    + " to " + usual,
                            "Mount the same path of the same database."));
        }
    }

    private static Rule texts() {
        return Rule.error("EIC107", "URL or user of a shared database is not the same text on all nodes")
                .reason(
                        "The registry builds the keys of its cache from user and URL as they stand. Another text for the"
                                + " same database means other keys: a change on one node stays unseen on the others until the"
                                + " cache expires.")
                .evidence("RegistryUtils.buildRegistryCacheKey, CacheBackedRegistry, CachingHandler.")
                .example(
                        "jdbc:mysql://db:3306/REG on node1, jdbc:mysql://db.example.com:3306/REG on node2",
                        "the same URL on both")
                .fix("Write the same URL and user on all nodes, letter by letter.")
                .acrossNodes((cluster, findings) -> {
                    for (String field : List.of("url", "username")) {
                        Map<NodeHome, Map<String, Setting>> byNode = findings.collect(cluster.nodes(), node -> {
                            Map<String, Setting> values = new LinkedHashMap<>();
                            shared(node)
                                    .forEach((jndi, source) ->
                                            source.field(field).ifPresent(value -> values.put(jndi, value)));
                            return values;
                        });
                        byNode.values().stream()
                                .flatMap(values -> values.keySet().stream())
                                .distinct()
                                .forEach(jndi -> sameText(byNode, jndi, findings));
                    }
                });
    }

    private static void sameText(Map<NodeHome, Map<String, Setting>> byNode, String jndi, Findings findings) {
        Map<NodeHome, String> texts = new LinkedHashMap<>();
        byNode.forEach((node, values) -> {
            if (values.containsKey(jndi) && !values.get(jndi).hidden()) {
                texts.put(node, values.get(jndi).trimmed());
            }
        });
        Differences.odd(
                texts,
                (node, usual) -> findings.report(
                        byNode.get(node).get(jndi),
                        jndi + " has '" + masked(texts.get(node)) + "', on " + Differences.nodes(texts, usual) + " '"
                                + masked(usual) + "'",
                        "Write '" + masked(usual) + "'."));
    }

    /** URLs may hold a password. */
    static String masked(String url) {
        return url.replaceAll("(?i)((?:password|pwd|passwd)=)[^&;,]+", "$1***")
                .replaceAll("(//[^/:@]+:)[^@/]+@", "$1***@");
    }

    /** Datasources behind mounts, by JNDI name. */
    static Map<String, Datasource> shared(NodeHome node) {
        Map<String, Datasource> found = new LinkedHashMap<>();
        Registry registry = Registry.of(node);
        registry.mounts()
                .forEach(mount ->
                        registry.mounted(node, mount).ifPresent(source -> found.put(source.jndiName(), source)));
        return found;
    }

    private static Rule cacheId() {
        return Rule.warning("EIC108", "cacheId does not fit the datasource")
                .reason("The vendor's pages want user@url. The server does not use it where a dbConfig is given, but"
                        + " whoever reads it is misled.")
                .evidence("CacheBackedRegistry tests dbConfig first; docs-apim#2349.")
                .example(
                        "<cacheId>root@jdbc:mysql://old:3306/REG</cacheId>",
                        "<cacheId>regadmin@jdbc:mysql://db:3306/REG</cacheId>")
                .fix("Write user@url of the shared database, or remove the element.")
                .eachNode((node, cluster, findings) -> {
                    Registry registry = Registry.of(node);
                    for (XmlNode instance : registry.instances()) {
                        Optional<Setting> cacheId = instance.value("cacheId");
                        Optional<Datasource> source = registry.shared(node, instance);
                        Optional<Jdbc> url = source.flatMap(Datasource::url);
                        if (cacheId.isPresent() && url.isPresent()) {
                            String expected =
                                    source.get().user() + "@" + url.get().url();
                            if (!cacheId.get().trimmed().equals(expected)) {
                                findings.report(
                                        cacheId.get(),
                                        "cacheId is '" + masked(cacheId.get().trimmed()) + "', but the instance uses "
                                                + masked(expected),
                                        "Write " + masked(expected) + ".");
                            }
                        }
                    }
                });
    }

    private static Rule local() {
        return Rule.error("EIC110", "Two nodes have one local registry")
                .reason("The local registry holds mounts, locks, time stamps of indexing and the identity of one node."
                        + " Two nodes on it overwrite each other's.")
                .evidence("server-semantics 1.4; the vendor's page gives each node a database of its own.")
                .example(
                        "jdbc/WSO2CarbonDB is REGISTRY_LOCAL1 on node1 and node2",
                        "REGISTRY_LOCAL1 on node1, REGISTRY_LOCAL2 on node2")
                .fix("Give every node a local database of its own; the shipped H2 file is one.")
                .acrossNodes((cluster, findings) -> {
                    Map<NodeHome, Optional<String>> databases = findings.collect(
                            cluster.nodes(),
                            node -> Registry.of(node).local(node).flatMap(source -> identity(cluster, node, source)));
                    databases.forEach((node, database) -> databases.entrySet().stream()
                            .takeWhile(entry -> entry.getKey() != node)
                            .filter(entry ->
                                    database.isPresent() && entry.getValue().equals(database))
                            .findFirst()
                            .ifPresent(first -> findings.report(
                                    url(Registry.of(node).local(node).orElseThrow()),
                                    "the local registry of " + node.name() + " is that of "
                                            + first.getKey().name() + ", too",
                                    "Give " + node.name() + " a database of its own.")));
                });
    }

    static Place url(Datasource source) {
        return source.field("url").map(Setting::place).orElse(source.place());
    }

    /** The database with the machine or home where an embedded one lies. */
    static Optional<String> identity(ClusterView cluster, NodeHome node, Datasource source) {
        return source.url().map(url -> {
            String database = url.database(source.user());
            if (!url.embedded()) {
                return database;
            }
            String machine = cluster.host(node).orElse(node.name());
            return database + " on "
                    + (url.absoluteFile() && cluster.oneMachine()
                            ? "one machine"
                            : url.absoluteFile() ? machine : node.name());
        });
    }

    private static Rule recursion() {
        return Rule.error("EIC111", "The shared registry is the local one")
                .reason("The mount then leads from the database into itself, and what belongs to one node is shared.")
                .evidence("server-semantics 1.4.")
                .example(
                        "<dbConfig name=\"sharedregistry\"><dataSource>jdbc/WSO2CarbonDB</dataSource>",
                        "jdbc/WSO2RegistryDB, another database")
                .fix("Use two databases: one per node, and one that all share.")
                .eachNode((node, cluster, findings) -> {
                    Registry registry = Registry.of(node);
                    Optional<String> own = registry.local(node).flatMap(Datasource::database);
                    for (XmlNode instance : registry.instances()) {
                        registry.shared(node, instance)
                                .filter(source ->
                                        own.isPresent() && source.database().equals(own))
                                .ifPresent(source -> findings.report(
                                        instance.first("dbConfig")
                                                .orElse(instance)
                                                .place(),
                                        "the instance "
                                                + instance.value("id")
                                                        .map(Setting::trimmed)
                                                        .orElse("?") + " uses the database of the local registry ("
                                                + source.text() + ")",
                                        "Give it a database of its own."));
                    }
                });
    }

    private static Rule embedded() {
        return Rule.error("EIC112", "A shared database is an H2 file")
                .reason("Every node opens a file of its own, so that nothing is shared. Only on one machine several"
                        + " nodes can open one file: with AUTO_SERVER=TRUE, the same URL, and a path from the root or"
                        + " from the user's home.")
                .evidence("H2: embedded mode; server-semantics 1.6 allows H2 for the local registry.")
                .example(
                        "jdbc:h2:./repository/database/REGISTRY_DB on three machines",
                        "jdbc:mysql://db.example.com:3306/REGISTRY_DB")
                .fix("Use a database server.")
                .acrossNodes((cluster, findings) -> findings.each(cluster.nodes(), node -> {
                    Map<String, Datasource> used = new LinkedHashMap<>(shared(node));
                    UserRules.datasources(node).forEach(source -> used.put(source.jndiName(), source));
                    Optional<Datasource> own = Registry.of(node).local(node);
                    used.values().stream()
                            .filter(source -> own.map(local -> !local.jndiName().equals(source.jndiName()))
                                    .orElse(true))
                            .filter(source ->
                                    source.url().filter(Jdbc::embedded).isPresent())
                            .filter(source -> !allowed(cluster, source))
                            .forEach(source -> findings.report(
                                    url(source),
                                    source.text() + " is to be shared, but is an H2 file",
                                    cluster.oneMachine()
                                            ? "Use a path from the root with ;AUTO_SERVER=TRUE, the same on all nodes."
                                            : "Use a database server."));
                }));
    }

    private static boolean allowed(ClusterView cluster, Datasource source) {
        Jdbc url = source.url().orElseThrow();
        return cluster.oneMachine() && url.autoServer() && url.absoluteFile();
    }
}
