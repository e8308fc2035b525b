package io.github.eicluster.verify.rule;

import io.github.eicluster.product.Layout;
import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.home.CannotCheck;
import io.github.eicluster.verify.home.Datasource;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import io.github.eicluster.verify.home.Vault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files, and names of datasources: EIC201, EIC202, EIC212, EIC214 and EIC215. */
final class DatasourceFileRules {

    private static final String CARBON_DB = "jdbc/WSO2CarbonDB";

    private static final List<String> NEEDED = List.of(
            Layout.AXIS2, Layout.CARBON, Layout.REGISTRY, Layout.USER_MGT, Layout.MASTER_DATASOURCES, Layout.CATALINA);

    private DatasourceFileRules() {}

    static List<Rule> all() {
        return List.of(wellFormed(), duplicates(), cipherTool(), carbonDb(), names());
    }

    private static Rule wellFormed() {
        return Rule.error("EIC201", "A configuration file is missing or not well-formed")
                .reason("The server stops at its start. The usual cause is a raw & in a JDBC URL or in cacheId.")
                .evidence("XML 1.0; every reader of the kernel.")
                .example(
                        "<url>jdbc:mysql://db:3306/REG?useSSL=true&autoReconnect=true</url>",
                        "<url>jdbc:mysql://db:3306/REG?useSSL=true&amp;autoReconnect=true</url>")
                .fix("Write &amp; for &, or restore the shipped file.")
                .cluster((cluster, findings) -> {
                    for (NodeHome node : cluster.nodes()) {
                        for (String path : files(node)) {
                            parse(node, path, findings);
                        }
                    }
                });
    }

    private static List<String> files(NodeHome node) {
        List<String> paths = new ArrayList<>(NEEDED);
        Datasource.files(node).stream().filter(path -> !paths.contains(path)).forEach(paths::add);
        paths.addAll(List.of(Layout.IDENTITY, "conf/etc/tasks-config.xml", "conf/etc/jmx.xml"));
        return paths;
    }

    private static void parse(NodeHome node, String path, Findings findings) {
        try {
            if (node.optionalXml(path).isEmpty() && NEEDED.contains(path)) {
                findings.report(
                        Place.of(node.name(), path), "the file is missing", "Restore it from the distribution.");
            }
        } catch (CannotCheck e) {
            findings.report(
                    e.place(),
                    e.getMessage().replaceFirst("; correct the file.*$", ""),
                    e.getMessage().contains("not well-formed")
                            ? "Correct the file; in a URL write &amp; for &."
                            : "Restore the shipped file.");
        }
    }

    private static Rule duplicates() {
        return Rule.error("EIC202", "Two datasources have one name or one JNDI name")
                .reason("The server binds them one over the other without a line in the log: the one that is read last"
                        + " counts, the master file first, then the others.")
                .evidence("DataSourceRepository.registerJNDI uses rebind.")
                .example(
                        "jdbc/WSO2RegistryDB in master-datasources.xml and in custom-datasources.xml", "one of the two")
                .fix("Remove one of the two.")
                .eachNode((node, cluster, findings) -> {
                    Map<String, Datasource> names = new HashMap<>();
                    Map<String, Datasource> bound = new HashMap<>();
                    for (Datasource source : Datasource.of(node)) {
                        twice(names.putIfAbsent(source.name(), source), source, source.name(), "name", findings);
                        twice(
                                bound.putIfAbsent(source.jndiName(), source),
                                source,
                                source.jndiName(),
                                "JNDI name",
                                findings);
                    }
                });
    }

    private static void twice(Datasource first, Datasource source, String name, String what, Findings findings) {
        if (first != null && !name.isEmpty()) {
            findings.report(
                    source.place(),
                    "the " + what + " " + name + " is also at " + first.place().text() + "; this one replaces it",
                    "Remove one of the two.");
        }
    }

    private static Rule cipherTool() {
        return Rule.error("EIC212", "The cipher tool does not find a datasource")
                .reason(
                        "The tool looks for the datasource by its <name>. If that was changed, as the vendor's guide"
                                + " does, ciphertool.sh -Dconfigure stops with \"Element for secret alias can not be found\","
                                + " in the middle of its work. Where the vault is off nobody runs the tool, and it is a warning.")
                .evidence("cipher-tool.properties: datasource[name='WSO2_CARBON_DB']; cipher-tool#42.")
                .example(
                        "<name>REGISTRY_LOCAL1</name> and datasource[name='WSO2_CARBON_DB']",
                        "datasource[name='REGISTRY_LOCAL1']")
                .fix("Write the new name into cipher-tool.properties, or keep the name WSO2_CARBON_DB.")
                .eachNode((node, cluster, findings) -> {
                    List<String> names =
                            Datasource.of(node).stream().map(Datasource::name).toList();
                    boolean vault = Vault.of(node).on();
                    node.properties(Layout.CIPHER_TOOL)
                            .ifPresent(file -> file.entries().forEach(entry -> {
                                Optional<String> wanted = name(entry.value());
                                if (wanted.isPresent() && !names.contains(wanted.get())) {
                                    findings.report(
                                            vault ? Severity.ERROR : Severity.WARNING,
                                            entry,
                                            "the alias looks for the datasource " + wanted.get()
                                                    + ", which does not exist",
                                            "Write one of " + String.join(", ", names) + ".");
                                }
                            }));
                });
    }

    private static Optional<String> name(String value) {
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("datasource\\[name='([^']*)'\\]")
                .matcher(value);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Rule carbonDb() {
        return Rule.error("EIC214", "jdbc/WSO2CarbonDB is not defined")
                .reason("identity.xml and other shipped files refer to it, and the server does not start without it.")
                .evidence("conf/identity/identity.xml JDBCPersistenceManager.")
                .example("<jndiConfig><name>jdbc/WSO2LocalDB</name>", "<jndiConfig><name>jdbc/WSO2CarbonDB</name>")
                .fix("Keep the JNDI name jdbc/WSO2CarbonDB for the local database, whatever its <name>.")
                .eachNode((node, cluster, findings) -> {
                    if (Datasource.byJndi(node, CARBON_DB).isEmpty()) {
                        findings.report(
                                Place.of(node.name(), Layout.MASTER_DATASOURCES),
                                "no datasource has the JNDI name " + CARBON_DB,
                                "Give the local database this JNDI name.");
                    }
                });
    }

    private static Rule names() {
        return Rule.warning("EIC215", "One datasource means different databases on different nodes")
                .reason(
                        "Somebody who reads both files takes them for the same. Databases of one node belong under a name"
                                + " of their own or under jdbc/WSO2CarbonDB.")
                .evidence("The vendor's guide says WSO2_REGISTRY_DB in its text and REGISTRY_DB in its file.")
                .example("ORDERS_DB is db1/ORDERS on node1, db2/ORDERS on node2", "one database for one name")
                .fix("Use one URL, or two names.")
                .acrossNodes((cluster, findings) -> {
                    Map<String, Map<NodeHome, String>> databases = new LinkedHashMap<>();
                    findings.each(cluster.nodes(), node -> {
                        for (Datasource source : Datasource.of(node)) {
                            if (!source.jndiName().equals(CARBON_DB)) {
                                source.database()
                                        .filter(found -> !found.startsWith("jdbc:h2:"))
                                        .ifPresent(found -> databases
                                                .computeIfAbsent(source.jndiName(), key -> new LinkedHashMap<>())
                                                .put(node, found));
                            }
                        }
                    });
                    databases.forEach((jndi, byNode) -> different(cluster, jndi, byNode, findings));
                });
    }

    private static void different(ClusterView cluster, String jndi, Map<NodeHome, String> byNode, Findings findings) {
        Differences.odd(
                byNode,
                (node, usual) -> findings.report(
                        Datasource.byJndi(node, jndi)
                                .map(SharedRegistryRules::url)
                                .orElse(Place.of(node.name(), "")),
                        jndi + " is another database than on " + Differences.nodes(byNode, usual) + " of "
                                + cluster.nodes().size() + " nodes",
                        "Use one URL, or another name."));
    }
}
