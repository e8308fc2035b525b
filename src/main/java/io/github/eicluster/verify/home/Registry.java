package io.github.eicluster.verify.home;

import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.Optional;

/** {@code conf/registry.xml}, as {@code RegistryConfigurationProcessor} of the kernel reads it: direct children only. */
public final class Registry {

    private final XmlNode root;

    private Registry(XmlNode root) {
        this.root = root;
    }

    /**
     * Reads the registry file of a node.
     *
     * @param home the node
     * @return what it says
     * @throws CannotCheck if it is missing or not well-formed
     */
    public static Registry of(NodeHome home) {
        return new Registry(home.xml(Layout.REGISTRY));
    }

    /** {@return the root element} */
    public XmlNode root() {
        return root;
    }

    /** {@return the name of the dbConfig of the node's own registry} */
    public Optional<Setting> current() {
        return root.value("currentDBConfig");
    }

    /** {@return all dbConfigs} */
    public List<XmlNode> dbConfigs() {
        return root.children("dbConfig");
    }

    /**
     * Finds a dbConfig.
     *
     * @param name its name
     * @return the element
     */
    public Optional<XmlNode> dbConfig(String name) {
        return root.named("dbConfig", name).stream().findFirst();
    }

    /** {@return all remote instances} */
    public List<XmlNode> instances() {
        return root.children("remoteInstance");
    }

    /**
     * Finds a remote instance.
     *
     * @param id its id, case counts
     * @return the element
     */
    public Optional<XmlNode> instance(String id) {
        return instances().stream()
                .filter(instance -> instance.value("id")
                        .filter(found -> found.trimmed().equals(id))
                        .isPresent())
                .findFirst();
    }

    /** {@return all mounts} */
    public List<XmlNode> mounts() {
        return root.children("mount");
    }

    /**
     * Finds a mount.
     *
     * @param path its path
     * @return the element
     */
    public Optional<XmlNode> mount(String path) {
        return mounts().stream()
                .filter(mount -> mount.attribute("path")
                        .filter(found -> found.trimmed().equals(path))
                        .isPresent())
                .findFirst();
    }

    /**
     * Follows a dbConfig to its datasource.
     *
     * @param home the node
     * @param name name of the dbConfig
     * @return the datasource, or empty if one of the steps leads nowhere
     */
    public Optional<Datasource> datasource(NodeHome home, String name) {
        return dbConfig(name)
                .flatMap(config -> config.value("dataSource"))
                .flatMap(jndi -> Datasource.byJndi(home, jndi.trimmed()));
    }

    /**
     * Finds the datasource of the node's own registry.
     *
     * @param home the node
     * @return the datasource
     */
    public Optional<Datasource> local(NodeHome home) {
        return current().flatMap(name -> datasource(home, name.trimmed()));
    }

    /**
     * Follows a remote instance to its datasource.
     *
     * @param home the node
     * @param instance the instance
     * @return the datasource
     */
    public Optional<Datasource> shared(NodeHome home, XmlNode instance) {
        return instance.value("dbConfig").flatMap(name -> datasource(home, name.trimmed()));
    }

    /**
     * Follows a mount to its datasource.
     *
     * @param home the node
     * @param mount the mount
     * @return the datasource
     */
    public Optional<Datasource> mounted(NodeHome home, XmlNode mount) {
        return mount.value("instanceId")
                .flatMap(id -> instance(id.trimmed()))
                .flatMap(instance -> shared(home, instance));
    }
}
