package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.Admin;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.Layout;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Users and the administrator: {@code conf/user-mgt.xml}. Only the datasource and what the POM declares about the
 * administrator is changed (kernel RealmConfigXMLProcessor, AbstractUserStoreManager.addInitialAdminData).
 */
final class UserStore implements Concern {

    private static final String REALM = "/UserManager/Realm";
    private static final String CONFIGURATION = REALM + "/Configuration";
    private static final String ADMIN_USER = CONFIGURATION + "/AdminUser";
    private static final String STORE = REALM + "/UserStoreManager";
    private static final String SHIPPED_PASSWORD = "admin";
    private static final String DATA_SOURCE = "Property[@name='dataSource']";

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        XmlEditor xml = files.xml(Layout.USER_MGT);
        int blocks = xml.count(CONFIGURATION);
        if (blocks != 1) {
            throw new ClusterException(xml.file() + ": " + blocks + " " + CONFIGURATION
                    + " elements, but the server takes one. Leave exactly one.");
        }
        dataSource(xml, files, context.cluster().databases().user().jndiName());
        admin(xml, files, context.cluster().admin());
        if (context.cluster().databases().type() != DatabaseType.H2) {
            warnOfDefaultPassword(xml, files);
        }
    }

    private static void warnOfDefaultPassword(XmlEditor xml, NodeFiles files) {
        String path = ADMIN_USER + "/Password";
        if (xml.text(path).equals(Optional.of(SHIPPED_PASSWORD))) {
            files.report(Problem.unsafe(
                    "cluster/admin",
                    "the administrator has the shipped password, which everybody knows, in a database that outlives the"
                            + " nodes. Set cluster/admin/serverId; it counts only before the first start."));
        }
    }

    private static void dataSource(XmlEditor xml, NodeFiles files, String jndiName) {
        String path = CONFIGURATION + "/" + DATA_SOURCE;
        for (int count = xml.count(path); count > 1; count--) {
            files.report(Problem.warning(
                    xml.file() + " line " + xml.line(path + "[" + count + "]"),
                    "a further property dataSource was removed; the server takes one."));
            xml.remove(path + "[" + count + "]");
        }
        if (xml.exists(path)) {
            xml.setText(path, jndiName);
        } else {
            xml.appendChild(CONFIGURATION, "<Property name=\"dataSource\">" + XmlText.escape(jndiName) + "</Property>");
        }
        warnOfOwnDataSource(xml, files, jndiName);
    }

    /** A user store may name its own datasource, which then wins for the users. */
    private static void warnOfOwnDataSource(XmlEditor xml, NodeFiles files, String jndiName) {
        for (int n = 1; n <= xml.count(STORE); n++) {
            String path = STORE + "[" + n + "]/" + DATA_SOURCE;
            Optional<String> own = xml.text(path).map(String::trim);
            if (own.equals(Optional.of(DatasourceFiles.LOCAL_JNDI)) && !DatasourceFiles.LOCAL_JNDI.equals(jndiName)) {
                files.report(Problem.warning(
                        xml.file() + " line " + xml.line(path),
                        "the user store has a dataSource of its own, " + own.get() + ", the database of this node only;"
                                + " users would differ from node to node. Remove the property, or set it to " + jndiName
                                + " with an edit."));
            }
        }
    }

    private static void admin(XmlEditor xml, NodeFiles files, Admin admin) {
        String add = xml.text(CONFIGURATION + "/AddAdmin").map(String::trim).orElse("");
        if (admin.add().isPresent()) {
            add = admin.add().get().toString();
        } else if (add.isEmpty()) {
            add = "true";
        }
        set(xml, CONFIGURATION, "AddAdmin", add);
        admin.role().ifPresent(role -> set(xml, CONFIGURATION, "AdminRole", role));
        if (admin.username().isEmpty() && admin.password().isEmpty()) {
            return;
        }
        if (!xml.exists(ADMIN_USER)) {
            xml.appendChild(CONFIGURATION, "<AdminUser>\n</AdminUser>");
        }
        admin.username().ifPresent(name -> {
            checkName(xml, files, name);
            set(xml, ADMIN_USER, "UserName", name);
        });
        admin.password().ifPresent(password -> {
            checkPassword(xml, files, password);
            if (xml.exists(ADMIN_USER + "/Password")) {
                Vaulted.clear(files, xml, ADMIN_USER + "/Password", "the administrator's password");
            }
            set(xml, ADMIN_USER, "Password", files.reveal(Layout.USER_MGT, password));
        });
    }

    private static void checkName(XmlEditor xml, NodeFiles files, String name) {
        rule(xml, "UsernameJavaRegEx")
                .filter(rule -> !rule.matcher(name).matches())
                .ifPresent(rule -> {
                    files.report(Problem.error(
                            "cluster/admin/username",
                            "'" + name + "' does not match " + rule + ", the rule of the user store in " + xml.file()
                                    + "; the server would not create the user. Choose another name, or change"
                                    + " UsernameJavaRegEx with an edit."));
                });
    }

    private static void checkPassword(XmlEditor xml, NodeFiles files, Secret password) {
        rule(xml, "PasswordJavaRegEx")
                .filter(rule -> !rule.matcher(password.reveal()).matches())
                .ifPresent(rule -> files.report(Problem.error(
                        "cluster/admin/serverId",
                        "the password does not match " + rule + ", the rule of the user store in " + xml.file()
                                + "; the server would not create the administrator. Choose another password, or change"
                                + " PasswordJavaRegEx with an edit.")));
    }

    /** A rule of the primary store, the first in the file; none if it cannot create users or the rule is not readable. */
    private static Optional<Pattern> rule(XmlEditor xml, String property) {
        if (!xml.exists(STORE)) {
            return Optional.empty();
        }
        String store = STORE + "[1]/Property";
        boolean readOnly =
                xml.texts(store + "[@name='ReadOnly']").stream().anyMatch(text -> "true".equalsIgnoreCase(text.trim()));
        return readOnly
                ? Optional.empty()
                : xml.texts(store + "[@name='" + property + "']").stream()
                        .findFirst()
                        .flatMap(UserStore::compile);
    }

    private static Optional<Pattern> compile(String regex) {
        try {
            return Optional.of(Pattern.compile(regex.trim()));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static void set(XmlEditor xml, String parent, String name, String value) {
        String path = parent + "/" + name;
        if (xml.exists(path)) {
            xml.setText(path, value);
        } else {
            xml.appendChild(parent, XmlText.element(name, value));
        }
    }
}
