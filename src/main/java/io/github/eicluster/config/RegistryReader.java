package io.github.eicluster.config;

import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.Registry;
import io.github.eicluster.model.Registry.Instance;
import io.github.eicluster.model.Registry.Mount;
import io.github.eicluster.model.Registry.Overwrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code cluster/registry}; without it, the mounts of the vendor's guide. */
final class RegistryReader {

    private static final String CONFIG = "/_system/config";
    private static final String GOVERNANCE = "/_system/governance";
    private static final String LOCAL = "/_system/local";
    private static final Pattern PATH = Pattern.compile("(/[^/\\s]+)+");

    private final Context context;
    private final Databases databases;

    RegistryReader(Context context, Databases databases) {
        this.context = context;
        this.databases = databases;
    }

    Registry read(Optional<Entry> registry) {
        List<Entry> declared = registry.map(r -> r.items("instances")).orElse(List.of());
        List<Instance> instances = declared.isEmpty() ? defaultInstances() : instances(declared);
        List<Entry> mounts = registry.map(r -> r.items("mounts")).orElse(List.of());
        List<Mount> read = mounts.isEmpty() ? defaultMounts(instances) : mounts(mounts, instances);
        warnAboutUnused(declared, instances, read);
        return new Registry(instances, read);
    }

    private List<Instance> defaultInstances() {
        List<Instance> instances = new ArrayList<>();
        instances.add(new Instance("instanceid", false, "sharedregistry", databases.registry(), false, "/", true));
        databases
                .config()
                .ifPresent(config ->
                        instances.add(new Instance("configinstance", false, "sharedconfig", config, false, "/", true)));
        return instances;
    }

    private List<Mount> defaultMounts(List<Instance> instances) {
        if (instances.isEmpty()) {
            return List.of();
        }
        String governance = idFor(instances, databases.registry());
        String config = idFor(instances, databases.config().orElse(databases.registry()));
        return List.of(
                new Mount(CONFIG, defaultTarget(CONFIG), Overwrite.TRUE, config),
                new Mount(GOVERNANCE, defaultTarget(GOVERNANCE), Overwrite.TRUE, governance));
    }

    private static String idFor(List<Instance> instances, Datasource datasource) {
        return instances.stream()
                .filter(instance -> instance.datasource().equals(datasource))
                .findFirst()
                .orElse(instances.get(0))
                .id();
    }

    private static String defaultTarget(String path) {
        return path.equals(CONFIG) ? "/_system/eiconfig" : path;
    }

    private List<Instance> instances(List<Entry> entries) {
        List<Instance> instances = new ArrayList<>();
        Map<String, Integer> ids = new HashMap<>();
        Map<String, Datasource> dbConfigs = new HashMap<>();
        for (Entry entry : entries) {
            Optional<String> id = required(entry, "id", "Give the instance a name that mounts refer to.");
            id.map(i -> ids.putIfAbsent(i, ids.size() + 1))
                    .ifPresent(other -> context.problems()
                            .error(
                                    entry.pathOf("id"),
                                    "'" + id.get() + "' is the id of instance[" + other
                                            + "] too. Give each instance an id of its own."));
            Instance instance = instance(entry, id.orElse(""));
            Datasource earlier = dbConfigs.putIfAbsent(instance.dbConfig(), instance.datasource());
            if (earlier != null && !earlier.equals(instance.datasource())) {
                context.problems()
                        .error(
                                entry.pathOf("dbConfig"),
                                "'" + instance.dbConfig() + "' is the dbConfig of another database already."
                                        + " Give each database a dbConfig of its own.");
            }
            instances.add(instance);
        }
        return instances;
    }

    private Instance instance(Entry entry, String id) {
        boolean config = entry.text("database").filter("config"::equals).isPresent();
        if (config && databases.config().isEmpty()) {
            context.problems()
                    .error(
                            entry.pathOf("database"),
                            "'config' needs a database of its own. Add configDatabase to database, or write registry.");
        }
        boolean apart = config && databases.config().isPresent();
        String dbConfig = entry.text("dbConfig").orElse(apart ? "sharedconfig" : "sharedregistry");
        if (dbConfig.equals("wso2registry")) {
            context.problems()
                    .error(
                            entry.pathOf("dbConfig"),
                            "'wso2registry' is the dbConfig of the node's own registry. Choose another name.");
        }
        return new Instance(
                id,
                true,
                dbConfig,
                apart ? databases.config().get() : databases.registry(),
                entry.isTrue("readOnly"),
                registryRoot(entry),
                entry.flag("enableCache").orElse(true));
    }

    private String registryRoot(Entry entry) {
        String root = entry.text("registryRoot").orElse("/");
        if (!root.equals("/")) {
            checkPath(entry, "registryRoot", root);
        }
        return root;
    }

    private List<Mount> mounts(List<Entry> entries, List<Instance> instances) {
        List<Mount> mounts = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (Entry entry : entries) {
            Optional<String> path = required(entry, "path", "Give the path to mount, such as " + GOVERNANCE + ".");
            path.ifPresent(p -> checkMountPath(entry, p));
            if (path.isPresent() && !paths.add(path.get())) {
                context.problems()
                        .error(entry.pathOf("path"), "'" + path.get() + "' is mounted already. Mount each path once.");
            }
            Optional<String> target = entry.text("targetPath");
            target.ifPresent(t -> checkPath(entry, "targetPath", t));
            mounts.add(new Mount(
                    path.orElse(""),
                    target.orElse(defaultTarget(path.orElse(""))),
                    entry.text("overwrite")
                            .map(word -> Overwrite.valueOf(word.toUpperCase(Locale.ROOT)))
                            .orElse(Overwrite.TRUE),
                    instanceOf(entry, instances)));
        }
        return mounts;
    }

    private void checkMountPath(Entry entry, String path) {
        boolean coversLocal =
                path.equals("/") || path.equals("/_system") || path.equals(LOCAL) || path.startsWith(LOCAL + "/");
        if (coversLocal) {
            context.problems()
                    .error(
                            entry.pathOf("path"),
                            "'" + path + "' would share " + LOCAL
                                    + ", which each node keeps for itself. Mount a path beside it.");
        } else {
            checkPath(entry, "path", path);
        }
    }

    private void checkPath(Entry entry, String name, String path) {
        if (!PATH.matcher(path).matches() || List.of(path.split("/", -1)).contains("..")) {
            context.problems()
                    .error(
                            entry.pathOf(name),
                            "'" + path + "' is no absolute registry path."
                                    + " Begin with / and leave out the last one, blanks and dots.");
        }
    }

    private String instanceOf(Entry mount, List<Instance> instances) {
        List<String> ids = instances.stream().map(Instance::id).toList();
        Optional<String> named = mount.text("instance");
        if (named.isPresent() && !ids.contains(named.get())) {
            context.problems()
                    .error(
                            mount.pathOf("instance"),
                            "'" + named.get() + "' is no instance. " + NearestName.remedy(named.get(), ids));
        } else if (!mount.has("instance") && ids.size() > 1) {
            context.problems()
                    .error(
                            mount.pathOf("instance"),
                            "is missing, and there are several instances: " + String.join(", ", ids) + ". Name one.");
        }
        return named.orElse(ids.isEmpty() ? "" : ids.get(0));
    }

    private void warnAboutUnused(List<Entry> entries, List<Instance> instances, List<Mount> mounts) {
        Set<String> used = new HashSet<>();
        mounts.forEach(mount -> used.add(mount.instance()));
        for (int i = 0; i < entries.size(); i++) {
            String id = instances.get(i).id();
            if (!id.isEmpty() && !used.contains(id)) {
                context.problems()
                        .warning(entries.get(i).path(), "'" + id + "' is used by no mount. Mount a path or remove it.");
            }
        }
    }

    private Optional<String> required(Entry entry, String name, String remedy) {
        if (!entry.has(name)) {
            context.problems().error(entry.pathOf(name), "is missing. " + remedy);
        }
        return entry.text(name);
    }
}
