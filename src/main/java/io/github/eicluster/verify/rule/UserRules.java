package io.github.eicluster.verify.rule;

import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.home.Datasource;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Registry;
import io.github.eicluster.verify.home.Setting;
import io.github.eicluster.verify.home.Users;
import io.github.eicluster.verify.home.XmlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Users and their stores: EIC113 and EIC121 to EIC124. */
final class UserRules {

    private UserRules() {}

    static List<Rule> all() {
        return List.of(database(), addAdmin(), same(), password(), lost());
    }

    /** Datasources of users and permissions that exist. */
    static List<Datasource> datasources(NodeHome node) {
        return Users.of(node).datasources().stream()
                .flatMap(name -> Datasource.byJndi(node, name.trimmed()).stream())
                .toList();
    }

    private static Rule database() {
        return Rule.error("EIC113", "Nodes have different user databases")
                .reason("Users, roles and permissions that are made on one node do not exist on the others.")
                .evidence("RealmConfigXMLProcessor: the property dataSource also holds the permissions (UM_*).")
                .example(
                        "<Property name=\"dataSource\">jdbc/WSO2CarbonDB</Property>",
                        "<Property name=\"dataSource\">jdbc/WSO2UMDB</Property>, the same database on all nodes")
                .fix("Name the datasource of the shared user database on all nodes.")
                .acrossNodes((cluster, findings) -> {
                    Map<NodeHome, String> databases = new LinkedHashMap<>();
                    findings.each(cluster.nodes(), node -> {
                        Optional<Datasource> source = datasources(node).stream().findFirst();
                        Optional<String> own = Registry.of(node).local(node).map(Datasource::jndiName);
                        if (source.isPresent()
                                && own.filter(source.get().jndiName()::equals).isPresent()) {
                            findings.report(
                                    Users.of(node).datasources().get(0),
                                    "the users of " + node.name() + " are in its local registry database ("
                                            + source.get().text() + ")",
                                    "Name the JNDI name of a database that all nodes share.");
                        } else {
                            source.flatMap(found -> SharedRegistryRules.identity(cluster, node, found))
                                    .ifPresent(found -> databases.put(node, found));
                        }
                    });
                    Differences.odd(
                            databases,
                            (node, usual) -> findings.report(
                                    Users.of(node).datasources().get(0),
                                    "the users are in another database than on " + Differences.nodes(databases, usual)
                                            + " (" + databases.get(node).replaceFirst(" schema $", "") + ")",
                                    "Use " + usual.replaceFirst(" schema $", "") + "."));
                });
    }

    private static Rule addAdmin() {
        return Rule.error("EIC121", "AddAdmin is missing")
                .reason("The server refuses to start: \"AddAdmin configuration not found or invalid in user-mgt.xml\".")
                .evidence("AbstractUserStoreManager.addInitialAdminData of the kernel.")
                .example("<Configuration> without <AddAdmin>", "<AddAdmin>true</AddAdmin>")
                .fix("Write <AddAdmin>true</AddAdmin>; it makes the administrator where there is none.")
                .eachNode((node, cluster, findings) -> {
                    Users users = Users.of(node);
                    Optional<Setting> add = users.value("AddAdmin");
                    if (add.filter(value -> value.is("true") || value.is("false"))
                            .isEmpty()) {
                        findings.report(
                                add.map(Setting::place)
                                        .or(() -> users.configuration().map(XmlNode::place))
                                        .orElse(users.root().place()),
                                "AddAdmin is "
                                        + add.map(value -> "'" + value.trimmed() + "'")
                                                .orElse("missing"),
                                "Write <AddAdmin>true</AddAdmin>.");
                    }
                });
    }

    private static Rule same() {
        return Rule.error("EIC122", "User management is not the same on all nodes")
                .reason("Administrator, roles and user store decide on permissions; every node makes its own"
                        + " administrator and role in the shared database.")
                .evidence("server-semantics 1.5.")
                .example(
                        "<AdminRole>admin</AdminRole> on node1, <AdminRole>ops</AdminRole> on node2",
                        "the same on both")
                .fix("Use the same user-mgt.xml on all nodes.")
                .acrossNodes((cluster, findings) -> {
                    compare(cluster, findings, "AdminUser/UserName");
                    compare(cluster, findings, "AdminRole");
                    compare(cluster, findings, "EveryOneRoleName");
                    stores(cluster, findings);
                });
    }

    private static void compare(ClusterView cluster, Findings findings, String path) {
        String[] names = path.split("/", -1);
        Map<NodeHome, String> values = findings.collect(
                cluster.nodes(),
                node -> Users.of(node).value(names).map(Setting::known).orElse(""));
        Differences.odd(
                values,
                (node, usual) -> findings.report(
                        Users.of(node)
                                .value(names)
                                .map(Setting::place)
                                .orElse(Users.of(node).root().place()),
                        path + " is '" + values.get(node) + "', on " + Differences.nodes(values, usual) + " it is '"
                                + usual + "'",
                        "Write '" + usual + "'."));
    }

    private static void stores(ClusterView cluster, Findings findings) {
        Map<NodeHome, Map<String, String>> values = findings.collect(
                cluster.nodes(),
                node -> Users.of(node).store().map(UserRules::store).orElse(Map.of()));
        Differences.odd(
                values,
                (node, usual) -> findings.report(
                        Users.of(node)
                                .store()
                                .map(XmlNode::place)
                                .orElse(Users.of(node).root().place()),
                        "the primary user store differs from that of " + Differences.nodes(values, usual) + ": "
                                + ClusterFileRules.keys(values.get(node), usual),
                        "Use the same class and properties on all nodes."));
    }

    private static Map<String, String> store(XmlNode store) {
        Map<String, String> values = new TreeMap<>();
        store.attribute("class").ifPresent(type -> values.put("class", type.trimmed()));
        store.children("Property")
                .forEach(property -> property.attribute("name")
                        .ifPresent(name -> values.put(
                                name.trimmed(),
                                property.secretAlias().isPresent()
                                        ? "in the vault"
                                        : property.text().strip())));
        return values;
    }

    private static Rule password() {
        return Rule.error("EIC123", "The password of the administrator is not allowed")
                .reason("The user store checks it against its own pattern when it makes the administrator at the first"
                        + " start. If it does not match, there is no administrator.")
                .evidence("JDBCUserStoreManager, property PasswordJavaRegEx; shipped as ^[\\S]{5,30}$.")
                .example("a password of 40 characters", "a password of 5 to 30 characters without blanks")
                .fix("Choose a password that matches PasswordJavaRegEx of the store.")
                .eachNode((node, cluster, findings) -> {
                    Users users = Users.of(node);
                    Optional<Setting> password = users.value("AdminUser", "Password");
                    Optional<Setting> pattern =
                            users.store().flatMap(store -> Users.property(store, "PasswordJavaRegEx"));
                    boolean adds = users.value("AddAdmin")
                            .filter(add -> add.is("true"))
                            .isPresent();
                    if (adds
                            && password.isPresent()
                            && pattern.isPresent()
                            && !matches(password.get().known(), pattern.get().trimmed())) {
                        findings.report(
                                password.get(),
                                "the password does not match the pattern "
                                        + pattern.get().trimmed() + " of the user store",
                                "Choose one that does; it counts only before the first start.");
                    }
                });
    }

    /** Patterns come from strangers: a password is short, but a pattern may be hostile, so that long ones are refused. */
    private static boolean matches(String password, String pattern) {
        try {
            boolean harmless =
                    pattern.length() <= 100 && password.length() <= 200 && !pattern.matches(".*[+*}]\\)+[+*{].*");
            return !harmless || Pattern.compile(pattern).matcher(password).matches();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    private static Rule lost() {
        return Rule.warning("EIC124", "The user management file has lost shipped settings")
                .reason(
                        "The fragment of the vendor's page has no isCascadeDeleteEnabled; if it replaces the shipped"
                                + " section, roles of deleted users stay. Of several Realm or Configuration elements one counts.")
                .evidence("The shipped user-mgt.xml of EI 6.0 to 6.6.")
                .example(
                        "<Configuration> without isCascadeDeleteEnabled",
                        "<Property name=\"isCascadeDeleteEnabled\">true</Property>")
                .fix("Restore the shipped section, and change single values in it.")
                .eachNode((node, cluster, findings) -> {
                    Users users = Users.of(node);
                    long configurations = users.root().children("Realm").stream()
                            .mapToLong(realm -> realm.children("Configuration").size())
                            .sum();
                    if (configurations != 1 || users.root().children("Realm").size() != 1) {
                        findings.report(
                                users.root().place(),
                                "there are " + users.root().children("Realm").size() + " Realm and " + configurations
                                        + " Configuration elements, but one of each is read",
                                "Keep one of each.");
                    } else if (users.property("isCascadeDeleteEnabled").isEmpty()) {
                        findings.report(
                                users.configuration().orElseThrow().place(),
                                "the shipped property isCascadeDeleteEnabled is missing",
                                "Add <Property name=\"isCascadeDeleteEnabled\">true</Property>.");
                    }
                });
    }
}
