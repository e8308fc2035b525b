package io.github.eicluster.verify.home;

import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.Optional;

/** {@code conf/user-mgt.xml}. */
public final class Users {

    private final XmlNode root;

    private Users(XmlNode root) {
        this.root = root;
    }

    /**
     * Reads the user management file of a node.
     *
     * @param home the node
     * @return what it says
     * @throws CannotCheck if it is missing or not well-formed
     */
    public static Users of(NodeHome home) {
        return new Users(home.xml(Layout.USER_MGT));
    }

    /** {@return the root element} */
    public XmlNode root() {
        return root;
    }

    /** {@return the element {@code Realm/Configuration}, if there is one} */
    public Optional<XmlNode> configuration() {
        return root.first("Realm", "Configuration");
    }

    /**
     * Finds a value of the configuration.
     *
     * @param names element names below {@code Realm/Configuration}
     * @return its value
     */
    public Optional<Setting> value(String... names) {
        return configuration().flatMap(found -> found.value(names));
    }

    /**
     * Finds a property of the configuration.
     *
     * @param name its name
     * @return its value
     */
    public Optional<Setting> property(String name) {
        return configuration().flatMap(found -> property(found, name));
    }

    /** {@return the primary user store, which is the first} */
    public Optional<XmlNode> store() {
        return root.first("Realm", "UserStoreManager");
    }

    /** {@return the JNDI names of the databases of users and permissions} */
    public List<Setting> datasources() {
        return java.util.stream.Stream.concat(
                        property("dataSource").stream(),
                        store().flatMap(store -> property(store, "dataSource")).stream())
                .toList();
    }

    /**
     * Finds a property.
     *
     * @param parent configuration or store
     * @param name name of the property
     * @return its value
     */
    public static Optional<Setting> property(XmlNode parent, String name) {
        return parent.named("Property", name).stream().map(XmlNode::setting).findFirst();
    }
}
