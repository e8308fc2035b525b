package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.VaultAliases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the passwords of the integrator profile that the server can take from the vault (server-semantics 1.8). */
final class VaultSites {

    private static final Set<String> USER_PROPERTIES = Set.of("password", "ConnectionPassword");
    private static final Pattern IDENTITY_NAMES = Pattern.compile(".*(?:Password|StorePass)");
    private static final Set<String> SWITCHES = Set.of("true", "false");

    private final NodeFiles files;
    private final List<VaultSite> found = new ArrayList<>();

    private VaultSites(NodeFiles files) {
        this.files = files;
    }

    /** All places, in a fixed order; those of templates that no server reads come last. */
    static List<VaultSite> all(NodeFiles files, EiVersion version) {
        VaultSites sites = new VaultSites(files);
        sites.carbon();
        sites.found.addAll(new TransportSites(files, version).of(Layout.AXIS2));
        sites.found.addAll(new TomcatSites(files, version).all());
        sites.users();
        sites.datasources();
        sites.identity();
        sites.tasks();
        sites.registry();
        for (String template : List.of(Layout.AXIS2_NHTTP, Layout.AXIS2_PT)) {
            new TransportSites(files, version).of(template).forEach(site -> sites.found.add(site.inactive()));
        }
        return sites.found;
    }

    private void carbon() {
        XmlEditor xml = files.xml(Layout.CARBON);
        leaves(xml, Pattern.compile(".*Password"))
                .forEach(path -> found.add(VaultSite.text(Layout.CARBON, path, VaultAliases.carbon(path))));
    }

    private void identity() {
        optional(Layout.IDENTITY)
                .ifPresent(xml -> leaves(xml, IDENTITY_NAMES)
                        .forEach(
                                path -> found.add(VaultSite.text(Layout.IDENTITY, path, VaultAliases.identity(path)))));
    }

    private void tasks() {
        String path = "/tasks-configuration/remoteServerPassword";
        optional(Layout.TASKS)
                .filter(xml -> xml.count(path) == 1)
                .ifPresent(xml -> found.add(VaultSite.text(Layout.TASKS, path, VaultAliases.TASK_SERVER)));
    }

    private void users() {
        XmlEditor xml = files.xml(Layout.USER_MGT);
        String configuration = "/UserManager/Realm/Configuration";
        if (xml.count(configuration + "/AdminUser/Password") == 1) {
            found.add(VaultSite.text(Layout.USER_MGT, configuration + "/AdminUser/Password", VaultAliases.ADMIN));
        }
        List<String> properties = xml.elements()
                .find((name, attributes) ->
                        name.equals("Property") && USER_PROPERTIES.contains(attributes.getOrDefault("name", "")));
        for (String path : properties) {
            String name = xml.attribute(path, "name").orElseThrow();
            boolean ofStore = path.contains("/UserStoreManager");
            String named = path.substring(0, path.lastIndexOf('/')) + "/Property[@name='" + name + "']";
            String single = xml.count(named) == 1 ? named : path;
            found.add(VaultSite.text(Layout.USER_MGT, single, VaultAliases.userManager(ofStore, name)));
        }
    }

    private void registry() {
        XmlEditor xml = files.xml(Layout.REGISTRY);
        for (String path : leaves(xml, Pattern.compile("password"))) {
            String parent = path.substring(0, path.lastIndexOf('/'));
            Optional<String> name = xml.text(parent + "/id").or(() -> xml.attribute(parent, "name"));
            name.map(String::strip)
                    .ifPresent(n -> found.add(VaultSite.text(Layout.REGISTRY, path, VaultAliases.registry(n))));
        }
    }

    private void datasources() {
        for (DatasourceFiles.Entry entry : new DatasourceFiles(files).all()) {
            String name = entry.name().orElse("");
            // The same alias on all nodes, although the datasource may have a name of the node.
            String alias = entry.boundTo(DatasourceFiles.LOCAL_JNDI)
                    ? VaultAliases.LOCAL_DATASOURCE
                    : VaultAliases.datasource(name.isEmpty() ? "unnamed" : name);
            String password = entry.configuration() + "/password";
            if (entry.xml().count(password) == 1) {
                found.add(VaultSite.text(entry.path(), password, alias).foundBy(datasource(entry)));
            }
            String property = entry.configuration() + "/dataSourceProps/property[@name='password']";
            if (entry.xml().count(property) == 1) {
                found.add(VaultSite.text(
                        entry.path(), property, alias.replaceFirst("Password$", "dataSourceProps.password")));
            }
        }
    }

    /** In the shape of the shipped entry, if the name tells the datasource apart as the tool reads it. */
    private static String datasource(DatasourceFiles.Entry entry) {
        String name = entry.xml().text(entry.element() + "/name").orElse("");
        boolean plain = name.matches("[A-Za-z0-9_.$ -]+")
                && name.equals(name.strip())
                && entry.xml().count(DatasourceFiles.ENTRIES + "[name='" + name + "']") == 1;
        String element = plain ? DatasourceFiles.ENTRIES + "[name='" + name + "']" : entry.element();
        return element + "/definition[@type='RDBMS']/configuration/password";
    }

    private Optional<XmlEditor> optional(String file) {
        return files.exists(file) ? Optional.of(files.xml(file)) : Optional.empty();
    }

    /** Elements of such a name with a text that is no switch. */
    private static List<String> leaves(XmlEditor xml, Pattern names) {
        return xml.elements().find((name, attributes) -> names.matcher(name).matches()).stream()
                .filter(path -> xml.elements().isLeaf(path))
                .filter(path -> !SWITCHES.contains(xml.text(path).orElse("").strip()))
                .toList();
    }
}
