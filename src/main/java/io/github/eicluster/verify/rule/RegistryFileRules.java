package io.github.eicluster.verify.rule;

import io.github.eicluster.product.Layout;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.home.Datasource;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Registry;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.Users;
import io.github.eicluster.verify.home.XmlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the registry file of one node is consistent: EIC101 to EIC105, EIC109, EIC114, EIC117, EIC118 and EIC125. */
final class RegistryFileRules {

    private RegistryFileRules() {}

    static List<Rule> all() {
        return List.of(
                current(), jndi(), blanks(), dangling(), duplicates(), cache(), local(), remote(), port(), lost());
    }

    private static Rule current() {
        return Rule.error("EIC101", "The node has no registry of its own")
                .reason("currentDBConfig must name a dbConfig; without it the server stops with \"Couldn't find db"
                        + " configuration\". The name wso2registry is not magic, it is only what is shipped.")
                .evidence("RegistryConfigurationProcessor of the kernel.")
                .example(
                        "<currentDBConfig>wso2registry</currentDBConfig>, but <dbConfig name=\"localregistry\"> only",
                        "<dbConfig name=\"wso2registry\"><dataSource>jdbc/WSO2CarbonDB</dataSource></dbConfig>")
                .fix("Restore the dbConfig, or name another one.")
                .eachNode((node, cluster, findings) -> {
                    Registry registry = Registry.of(node);
                    Optional<Setting> current = registry.current();
                    if (current.isEmpty()) {
                        findings.report(
                                registry.root().place(),
                                "there is no <currentDBConfig>",
                                "Add <currentDBConfig>wso2registry</currentDBConfig>.");
                    } else if (registry.dbConfig(current.get().trimmed()).isEmpty()) {
                        findings.report(
                                current.get(),
                                "there is no dbConfig '" + current.get().trimmed() + "'" + among(names(registry)),
                                "Restore <dbConfig name=\"" + current.get().trimmed() + "\">.");
                    }
                });
    }

    private static List<String> names(Registry registry) {
        return registry.dbConfigs().stream()
                .flatMap(config -> config.attribute("name").stream())
                .map(Setting::trimmed)
                .toList();
    }

    private static String among(List<String> names) {
        return names.isEmpty() ? "" : ", only " + String.join(", ", names);
    }

    private static Rule jndi() {
        return Rule.error("EIC102", "A JNDI name leads to no datasource")
                .reason("The server looks the name up at its start, says \"Unable to look-up JNDI name\" and goes on"
                        + " with half a registry, or stops.")
                .evidence(
                        "RegistryConfigurationProcessor, RealmConfigXMLProcessor, identity.xml JDBCPersistenceManager.")
                .example(
                        "<dataSource>jdbc/WSO2RegistryDB</dataSource> without such a datasource",
                        "a <datasource> with <jndiConfig><name>jdbc/WSO2RegistryDB</name></jndiConfig>")
                .fix("Define the datasource in conf/datasources/master-datasources.xml, or correct the name.")
                .eachNode((node, cluster, findings) -> {
                    findings.each(
                            List.of(node),
                            home -> Registry.of(home).dbConfigs().stream()
                                    .flatMap(config -> config.value("dataSource").stream())
                                    .forEach(name -> bound(home, name, findings)));
                    findings.each(
                            List.of(node),
                            home -> Users.of(home).datasources().forEach(name -> bound(home, name, findings)));
                    node.optionalXml(Layout.IDENTITY)
                            .flatMap(root -> root.value("JDBCPersistenceManager", "DataSource", "Name"))
                            .ifPresent(name -> bound(node, name, findings));
                });
    }

    private static void bound(NodeHome node, Setting name, Findings findings) {
        if (Datasource.byJndi(node, name.known()).isEmpty()) {
            List<String> present =
                    Datasource.of(node).stream().map(Datasource::jndiName).toList();
            findings.report(
                    name,
                    "no datasource has the JNDI name " + name.trimmed() + among(present),
                    "Define it in " + Layout.MASTER_DATASOURCES + ", or correct the name.");
        }
    }

    private static Rule blanks() {
        return Rule.error("EIC103", "White space around a JNDI name")
                .reason(
                        "The registry looks the name up as it stands, with blanks and line breaks, and does not find it.")
                .evidence("RegistryConfigurationProcessor does not trim; server-semantics 1.4.")
                .example(
                        "<dataSource>\n  jdbc/WSO2RegistryDB\n</dataSource>",
                        "<dataSource>jdbc/WSO2RegistryDB</dataSource>")
                .fix("Write the name without white space around it.")
                .eachNode((node, cluster, findings) -> Registry.of(node).dbConfigs().stream()
                        .flatMap(config -> config.value("dataSource").stream())
                        .filter(name -> !name.value().equals(name.trimmed()))
                        .forEach(name -> findings.report(
                                name,
                                "the JNDI name stands between white space: '" + name.value() + "'",
                                "Write <dataSource>" + name.trimmed() + "</dataSource>.")));
    }

    private static Rule dangling() {
        return Rule.error("EIC104", "A mount or an instance names what does not exist")
                .reason("The mount is missing then, and only a debug line says so. Mounts are kept in the node's own"
                        + " registry: after the first start with a wrong name, correcting the file does not help until"
                        + " that database is dropped. Upper and lower case count.")
                .evidence("RegistryCoreServiceComponent.setupMounts, addMountEntry; product-ei#4800.")
                .example(
                        "<id>instanceid</id> and <instanceId>instanceId</instanceId>",
                        "<instanceId>instanceid</instanceId>")
                .fix("Correct the name before the first start.")
                .eachNode((node, cluster, findings) -> {
                    Registry registry = Registry.of(node);
                    List<String> ids = registry.instances().stream()
                            .flatMap(instance -> instance.value("id").stream())
                            .map(Setting::trimmed)
                            .toList();
                    for (XmlNode instance : registry.instances()) {
                        instance.value("dbConfig")
                                .filter(name ->
                                        registry.dbConfig(name.trimmed()).isEmpty())
                                .ifPresent(name -> findings.report(
                                        name,
                                        "there is no dbConfig '" + name.trimmed() + "'" + among(names(registry)),
                                        nearest(name.trimmed(), names(registry))));
                    }
                    for (XmlNode mount : registry.mounts()) {
                        mount(mount, ids, findings);
                    }
                });
    }

    private static void mount(XmlNode mount, List<String> ids, Findings findings) {
        String path = mount.attribute("path").map(Setting::trimmed).orElse("");
        Optional<Setting> id = mount.value("instanceId");
        if (id.isEmpty()) {
            findings.report(mount.place(), "the mount of " + path + " names no instance", "Add <instanceId>.");
        } else if (!ids.contains(id.get().trimmed())) {
            findings.report(
                    id.get(),
                    "the mount of " + path + " names the instance '" + id.get().trimmed() + "', which does not exist"
                            + among(ids),
                    nearest(id.get().trimmed(), ids));
        }
    }

    private static String nearest(String name, List<String> names) {
        return names.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .or(() -> names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty())
                .map(found -> "Write " + found + ".")
                .orElse("Write one of the names that exist, or add it.");
    }

    private static Rule duplicates() {
        return Rule.error("EIC105", "Two instances have one id, or two mounts one path")
                .reason("The server stops with a RegistryException.")
                .evidence("RegistryConfigurationProcessor of the kernel.")
                .example("two <mount path=\"/_system/config\">", "one <mount path=\"/_system/config\">")
                .fix("Remove one of the two.")
                .eachNode((node, cluster, findings) -> {
                    Registry registry = Registry.of(node);
                    unique(registry.instances().stream().flatMap(i -> i.value("id").stream()), "id", findings);
                    unique(registry.mounts().stream().flatMap(m -> m.attribute("path").stream()), "path", findings);
                });
    }

    private static void unique(Stream<Setting> values, String what, Findings findings) {
        Set<String> seen = new HashSet<>();
        values.filter(value -> !seen.add(value.trimmed()))
                .forEach(value -> findings.report(
                        value, "the " + what + " " + value.trimmed() + " occurs twice", "Remove one of the two."));
    }

    private static Rule cache() {
        return Rule.warning("EIC109", "A shared registry is not cached")
                .reason("Every access to a resource then asks the database.")
                .evidence("RegistryConfigurationProcessor: enableCache of remoteInstance is false if it is absent.")
                .example("<remoteInstance> without <enableCache>", "<enableCache>true</enableCache>")
                .fix("Write <enableCache>true</enableCache>.")
                .eachNode((node, cluster, findings) -> {
                    for (XmlNode instance : Registry.of(node).instances()) {
                        Optional<Setting> cache = instance.value("enableCache");
                        if (cache.filter(value -> value.is("true")).isEmpty()) {
                            findings.report(
                                    cache.map(Setting::place).orElse(instance.place()),
                                    "the instance "
                                            + instance.value("id")
                                                    .map(Setting::trimmed)
                                                    .orElse("?") + " does not cache",
                                    "Write <enableCache>true</enableCache>.");
                        }
                    }
                });
    }

    private static Rule local() {
        return Rule.warning("EIC114", "What belongs to the node is mounted")
                .reason("/_system/local holds mounts, locks and time stamps of one node. If it is shared, nodes"
                        + " overwrite each other's.")
                .evidence(
                        "server-semantics 1.4; the vendor's page mounts /_system/config and /_system/governance only.")
                .example("<mount path=\"/_system/local\">", "no such mount")
                .fix("Remove the mount.")
                .eachNode((node, cluster, findings) -> Registry.of(node).mounts().stream()
                        .flatMap(mount -> mount.attribute("path").stream())
                        .filter(path -> path.trimmed().equals("/")
                                || path.trimmed().equals("/_system")
                                || path.trimmed().startsWith("/_system/local"))
                        .forEach(path -> findings.report(
                                path, path.trimmed() + " holds what belongs to one node", "Remove the mount.")));
    }

    private static Rule remote() {
        return Rule.warning("EIC117", "An instance has a database and a login")
                .reason("With user name and password the instance is asked over HTTP, even if a dbConfig is there.")
                .evidence("RegistryCoreServiceComponent: handler.setRemote.")
                .example(
                        "<dbConfig>sharedregistry</dbConfig><username>admin</username>",
                        "<dbConfig>sharedregistry</dbConfig>")
                .fix("Remove user name and password.")
                .eachNode((node, cluster, findings) -> Registry.of(node).instances().stream()
                        .filter(instance -> instance.first("dbConfig").isPresent())
                        .flatMap(instance -> instance.value("username").stream())
                        .forEach(name -> findings.report(
                                name.place(),
                                "with a user name the registry is asked over HTTP, not by JDBC",
                                "Remove <username> and <password>.")));
    }

    private static Rule port() {
        return Rule.info("EIC118", "The URL of an instance has another port than the console")
                .reason("With a dbConfig nothing dials the URL; it is only shown.")
                .evidence("server-semantics 1.4.")
                .example("url=\"https://localhost:9443/registry\" with Offset 1", "the same; it does no harm")
                .fix("Nothing has to be done.")
                .eachNode((node, cluster, findings) -> {
                    int expected = io.github.eicluster.verify.home.Listeners.of(node)
                            .port(io.github.eicluster.verify.home.Listeners.Kind.CONSOLE)
                            .orElse(0);
                    Registry.of(node).instances().stream()
                            .flatMap(instance -> instance.attribute("url").stream())
                            .filter(url -> expected != 0
                                    && url.value().matches(".*:\\d+/.*")
                                    && !url.value().contains(":" + expected + "/"))
                            .forEach(url -> findings.report(
                                    url, "the console listens on " + expected, "Nothing has to be done."));
                });
    }

    private static Rule lost() {
        return Rule.warning("EIC125", "The registry file has lost shipped sections")
                .reason("A file that was replaced by a fragment of a page has no indexing and no versioning"
                        + " settings; the fragment belongs into the shipped file.")
                .evidence("The shipped registry.xml of EI 6.0 to 6.6.")
                .example(
                        "<wso2registry> with dbConfig and mount only",
                        "the shipped file, with dbConfig and mount added")
                .fix("Restore the shipped file, and add the shared registry to it.")
                .eachNode((node, cluster, findings) -> {
                    XmlNode root = Registry.of(node).root();
                    String missing = Stream.of("indexingConfiguration", "staticConfiguration")
                            .filter(name -> root.first(name).isEmpty())
                            .collect(Collectors.joining(", "));
                    if (!missing.isEmpty()) {
                        findings.report(
                                root.place(),
                                "the shipped " + missing + (missing.contains(",") ? " are" : " is") + " missing",
                                "Restore the shipped file, and add the shared registry to it.");
                    }
                });
    }
}
