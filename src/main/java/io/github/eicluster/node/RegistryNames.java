package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Registry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which ids and dbConfig names a declared instance gets in a registry.xml that may already hold mounts: a mount keeps
 * the instance id that it has, since a booted node has recorded it, unless the POM names the id.
 */
final class RegistryNames {

    private final XmlEditor xml;
    private final Registry registry;
    private final String local;
    private final Set<String> takenIds = new HashSet<>();
    private final Map<String, String> dbConfigs = new LinkedHashMap<>();

    /**
     * A remote instance as it will stand in the file.
     *
     * @param id its id
     * @param dbConfig name of its dbConfig
     * @param mounts declared mounts that use it
     */
    record Target(String id, String dbConfig, List<Registry.Mount> mounts) {}

    RegistryNames(XmlEditor xml, Registry registry, String local) {
        this.xml = xml;
        this.registry = registry;
        this.local = local;
        registry.instances().forEach(instance -> takenIds.add(instance.id()));
    }

    /** The remote instances for a declared one: several if its mounts had different ids in the base. */
    List<Target> targets(Registry.Instance instance) {
        Map<String, List<Registry.Mount>> byId = new LinkedHashMap<>();
        for (Registry.Mount mount : registry.mounts()) {
            if (mount.instance().equals(instance.id())) {
                byId.computeIfAbsent(id(instance, mount, byId.keySet()), id -> new ArrayList<>())
                        .add(mount);
            }
        }
        if (byId.isEmpty()) {
            byId.put(instance.id(), List.of());
        }
        List<Target> targets = new ArrayList<>();
        byId.forEach((id, mounts) -> targets.add(new Target(id, dbConfig(instance, id), mounts)));
        takenIds.addAll(byId.keySet());
        return targets;
    }

    private String id(Registry.Instance instance, Registry.Mount mount, Set<String> own) {
        Optional<String> existing = xml.text(mountPath(mount.path()) + "/instanceId")
                .map(String::trim)
                .filter(id -> !id.isEmpty());
        if (instance.explicit() || existing.isEmpty()) {
            return instance.id();
        }
        boolean free = !takenIds.contains(existing.get()) || own.contains(existing.get());
        return free ? existing.get() : instance.id();
    }

    private String dbConfig(Registry.Instance instance, String id) {
        Optional<String> existing = xml.text(instancePath(id) + "/dbConfig")
                .map(String::trim)
                .filter(name -> !name.isEmpty() && !name.equals(local));
        String jndi = instance.datasource().jndiName();
        boolean keep = !instance.explicit() && existing.isPresent() && usableFor(existing.get(), jndi);
        String name = keep ? existing.get() : instance.dbConfig();
        if (name.equals(local)) {
            throw new ClusterException(xml.file() + ": dbConfig '" + name + "' of instance '" + instance.id()
                    + "' is the node's own registry (currentDBConfig), which must not be shared. Give another"
                    + " cluster/registry/instances/instance/dbConfig.");
        }
        if (!usableFor(name, jndi)) {
            throw new ClusterException(xml.file() + ": dbConfig '" + name + "' is needed for " + dbConfigs.get(name)
                    + " and for " + jndi + ". Give the instances different names in"
                    + " cluster/registry/instances/instance/dbConfig.");
        }
        dbConfigs.put(name, jndi);
        return name;
    }

    private boolean usableFor(String dbConfig, String jndi) {
        return jndi.equals(dbConfigs.getOrDefault(dbConfig, jndi));
    }

    static String mountPath(String path) {
        return "/wso2registry/mount[@path=" + XmlText.quote(path) + "]";
    }

    static String instancePath(String id) {
        return "/wso2registry/remoteInstance[id=" + XmlText.quote(id) + "]";
    }
}
