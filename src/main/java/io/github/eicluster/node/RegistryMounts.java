package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Registry;
import io.github.eicluster.node.RegistryNames.Target;
import io.github.eicluster.product.Layout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mounts the shared registry: {@code conf/registry.xml}. Mounts are merged by path, remote instances by id and dbConfigs
 * by name (kernel RegistryConfigurationProcessor reads all three among the direct children of the root, in any order).
 */
final class RegistryMounts implements Concern {

    private static final String ROOT = "/wso2registry";
    private static final String CURRENT = ROOT + "/currentDBConfig";
    /** Metadata only: with a dbConfig nothing connects to this address, so it needs neither host nor offset. */
    private static final String URL = "https://localhost:9443/registry";

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        Registry registry = context.cluster().registry();
        if (registry.instances().isEmpty() && registry.mounts().isEmpty()) {
            return;
        }
        XmlEditor xml = files.xml(Layout.REGISTRY);
        String local = localDbConfig(xml, registry);
        RegistryNames names = new RegistryNames(xml, registry, local);
        Map<Registry.Mount, String> ids = new LinkedHashMap<>();
        for (Registry.Instance instance : registry.instances()) {
            List<Target> targets = names.targets(instance);
            targets.forEach(target -> target.mounts().forEach(mount -> ids.put(mount, target.id())));
            boolean readOnly = instance.readOnly() || context.node().registryReadOnly();
            for (Target target : targets) {
                warnOfForeignUsers(files, xml, target, instance.datasource().jndiName());
                dbConfig(xml, target.dbConfig(), instance.datasource().jndiName());
                remoteInstance(files, xml, target, instance, readOnly);
            }
        }
        registry.mounts().forEach(mount -> mount(files, xml, mount, ids.get(mount)));
    }

    /** The dbConfig of the node's own registry, which no mount may use. */
    private static String localDbConfig(XmlEditor xml, Registry registry) {
        String local = xml.text(CURRENT).map(String::trim).orElse("");
        String path = dbConfigPath(local);
        if (local.isEmpty() || !xml.exists(path)) {
            throw new ClusterException(xml.file() + ": currentDBConfig '" + local
                    + "' names no dbConfig, and the server does not start without one. Restore the element and its"
                    + " dbConfig as the distribution ships them.");
        }
        String jndi = xml.text(path + "/dataSource").map(String::trim).orElse("");
        for (Registry.Instance instance : registry.instances()) {
            if (instance.datasource().jndiName().equals(jndi)) {
                throw new ClusterException(xml.file() + ": the node's own registry (currentDBConfig '" + local
                        + "') uses " + jndi + ", the shared database of instance '" + instance.id()
                        + "'; it must be private to each node. Restore jdbc/WSO2CarbonDB there.");
            }
        }
        return local;
    }

    /** A mount that is not ours moves along when the database behind its instance changes. */
    private static void warnOfForeignUsers(NodeFiles files, XmlEditor xml, Target target, String jndi) {
        Optional<String> before = xml.text(RegistryNames.instancePath(target.id()) + "/dbConfig")
                .flatMap(name -> xml.text(dbConfigPath(name.trim()) + "/dataSource"))
                .map(String::trim);
        if (before.isEmpty() || before.get().equals(jndi)) {
            return;
        }
        String mounts = ROOT + "/mount[instanceId=" + XmlText.quote(target.id()) + "]";
        List<Optional<String>> paths = xml.attributes(mounts, "path");
        for (Optional<String> path : paths) {
            boolean ours = target.mounts().stream().anyMatch(mount -> path.equals(Optional.of(mount.path())));
            if (!ours) {
                files.report(
                        Problem.warning(
                                place(xml, mounts),
                                "mount " + path.orElse("") + " of the distribution uses instance '" + target.id()
                                        + "' too, whose database changes from " + before.get() + " to " + jndi
                                        + ". Give the instance another id in cluster/registry/instances if that is not wanted."));
            }
        }
    }

    private static void dbConfig(XmlEditor xml, String name, String jndi) {
        String path = dbConfigPath(name);
        if (xml.exists(path)) {
            setChild(xml, path, "dataSource", jndi);
            return;
        }
        // The server looks the name up untrimmed: no white space inside the element.
        insert(
                xml,
                List.of("dbConfig"),
                "<dbConfig name=\"" + XmlText.escape(name) + "\">\n    " + XmlText.element("dataSource", jndi)
                        + "\n</dbConfig>");
    }

    private static void remoteInstance(
            NodeFiles files, XmlEditor xml, Target target, Registry.Instance instance, boolean readOnly) {
        Map<String, String> children = new LinkedHashMap<>();
        children.put("id", target.id());
        children.put("dbConfig", target.dbConfig());
        children.put("readOnly", Boolean.toString(readOnly));
        children.put("enableCache", Boolean.toString(instance.enableCache()));
        children.put("registryRoot", instance.registryRoot());
        children.put("cacheId", instance.datasource().cacheId());
        String path = RegistryNames.instancePath(target.id());
        if (!xml.exists(path)) {
            insert(xml, List.of("remoteInstance", "dbConfig"), fragment(children));
            return;
        }
        if (xml.exists(path + "/username") || xml.exists(path + "/password")) {
            xml.remove(path + "/username").remove(path + "/password");
            files.report(Problem.warning(
                    place(xml, path),
                    "remoteInstance '" + target.id() + "' had a user name or password, which makes the server mount it"
                            + " over HTTP; both were removed, and the database is used instead."));
        }
        if (xml.attribute(path, "url").isEmpty()) {
            xml.setAttribute(path, "url", URL);
        }
        children.remove("id");
        children.forEach((name, value) -> setChild(xml, path, name, value));
    }

    private static String fragment(Map<String, String> children) {
        StringBuilder fragment = new StringBuilder("<remoteInstance url=\"" + URL + "\">\n");
        children.forEach((name, value) ->
                fragment.append("    ").append(XmlText.element(name, value)).append('\n'));
        return fragment.append("</remoteInstance>").toString();
    }

    private static void mount(NodeFiles files, XmlEditor xml, Registry.Mount mount, String id) {
        String path = RegistryNames.mountPath(mount.path());
        if (!xml.exists(path)) {
            insert(
                    xml,
                    List.of("mount", "remoteInstance", "dbConfig"),
                    "<mount path=\"" + XmlText.escape(mount.path()) + "\" overwrite=\""
                            + mount.overwrite().text() + "\">\n    " + XmlText.element("instanceId", id) + "\n    "
                            + XmlText.element("targetPath", mount.targetPath()) + "\n</mount>");
            return;
        }
        warnIfChanged(files, xml, path, "instanceId", id, mount);
        warnIfChanged(files, xml, path, "targetPath", mount.targetPath(), mount);
        xml.setAttribute(path, "overwrite", mount.overwrite().text());
        setChild(xml, path, "instanceId", id);
        setChild(xml, path, "targetPath", mount.targetPath());
    }

    private static void warnIfChanged(
            NodeFiles files, XmlEditor xml, String path, String child, String value, Registry.Mount mount) {
        Optional<String> before = xml.text(path + "/" + child).map(String::trim);
        if (before.isEmpty() || before.get().equals(value)) {
            return;
        }
        files.report(Problem.warning(
                place(xml, path),
                child + " of mount " + mount.path() + " changes from '" + before.get() + "' to '" + value
                        + "'. Mounts are recorded in the local registry at the first boot and never updated: a node that"
                        + " has run before needs a fresh local database (jdbc/WSO2CarbonDB)."));
    }

    private static void setChild(XmlEditor xml, String parent, String name, String value) {
        String path = parent + "/" + name;
        if (xml.exists(path)) {
            xml.setText(path, value);
        } else {
            xml.appendChild(parent, XmlText.element(name, value));
        }
    }

    /** Inserts below the root after the last element of the first of the kinds that the file has. */
    private static void insert(XmlEditor xml, List<String> kinds, String fragment) {
        for (String kind : kinds) {
            int count = xml.count(ROOT + "/" + kind);
            if (count > 0) {
                xml.insertAfter(ROOT + "/" + kind + "[" + count + "]", fragment);
                return;
            }
        }
        xml.appendChild(ROOT, fragment);
    }

    private static String dbConfigPath(String name) {
        return ROOT + "/dbConfig[@name=" + XmlText.quote(name) + "]";
    }

    private static String place(XmlEditor xml, String path) {
        return xml.file() + " line " + xml.line(path);
    }
}
