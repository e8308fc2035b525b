package io.github.eicluster.config;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Datasource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code cluster/database} with the databases of the nodes' own registries. */
final class DatabaseReader {

    private static final Pattern TRAILING_NUMBER = Pattern.compile("0*([0-9]+)$");

    private final Context context;
    private final Entry cluster;
    private final List<NodeDraft> nodes;
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    DatabaseReader(Context context, Entry cluster, List<NodeDraft> nodes) {
        this.context = context;
        this.cluster = cluster;
        this.nodes = nodes;
    }

    /** The shared databases, and the local ones by node id. */
    record Result(Databases shared, Map<String, Datasource> local) {}

    Result read(String domain) {
        Optional<Entry> entry = cluster.child("database");
        DatabaseServerReader reader = new DatabaseServerReader(context, domain);
        Optional<DatabaseServer> declared = entry.flatMap(reader::read);
        boolean unknown = entry.isPresent() && declared.isEmpty();
        DatabaseServer server = declared.orElseGet(reader::embedded);
        if (server.engine() == DatabaseEngine.H2 && !unknown) {
            checkOneHost(entry);
        }
        RoleReader roles = new RoleReader(context, server, names, unknown ? new HashMap<>() : owners);
        return new Result(shared(entry, server, roles), local(entry, roles));
    }

    private void checkOneHost(Optional<Entry> entry) {
        if (NodeDraft.onOneHost(nodes)) {
            return;
        }
        String remedy = " Name a database server: type, host and serverId in <database>, or"
                + " -Dei-cluster.database.type, .host and .serverId.";
        if (entry.isPresent()) {
            context.problems()
                    .error(
                            entry.get().pathOf("type"),
                            "'h2' serves the nodes of one host only, but the nodes live on several." + remedy);
        } else {
            context.problems()
                    .error(
                            cluster.pathOf("database"),
                            "is missing, and the embedded H2 serves the nodes of one host only, but the nodes live on"
                                    + " several." + remedy);
        }
    }

    private Databases shared(Optional<Entry> entry, DatabaseServer server, RoleReader roles) {
        Datasource user = roles.read(place(entry, "userDatabase"), "WSO2_USER_DB", "jdbc/WSO2UMDB");
        Datasource registry = roles.read(place(entry, "registryDatabase"), "REGISTRY_DB", "jdbc/WSO2RegistryDB");
        Optional<Datasource> config = entry.flatMap(e -> e.child("configDatabase"))
                .map(e -> roles.read(place(entry, "configDatabase"), "CONFIG_DB", "jdbc/WSO2ConfigDB"));
        return new Databases(server.engine().type(), server.described(), user, registry, config);
    }

    private RoleReader.Place place(Optional<Entry> database, String name) {
        return new RoleReader.Place(
                name,
                database.map(e -> e.pathOf(name)).orElse(cluster.pathOf("database") + "/" + name),
                database.flatMap(e -> e.child(name)),
                cluster.pathOf("database"));
    }

    private Map<String, Datasource> local(Optional<Entry> entry, RoleReader roles) {
        boolean inDatabase = entry.flatMap(e -> e.text("localRegistry"))
                .map("database"::equals)
                .orElse(false);
        Map<String, Datasource> local = new LinkedHashMap<>();
        Map<String, String> numbers = numbers();
        for (NodeDraft node : nodes) {
            if (inDatabase) {
                localOf(node, numbers, roles).ifPresent(datasource -> local.put(node.id(), datasource));
            } else {
                context.rejectIfPresent(
                        node.entry(),
                        "localDatabase",
                        "is read only if localRegistry of database is database. Remove it or add localRegistry.");
            }
        }
        return local;
    }

    private Optional<Datasource> localOf(NodeDraft node, Map<String, String> numbers, RoleReader roles) {
        Optional<Entry> declared = node.entry().child("localDatabase");
        boolean named = declared.filter(d -> d.has("name") || d.has("url")).isPresent();
        if (!named && numbers.isEmpty()) {
            context.problems()
                    .error(
                            node.entry().pathOf("localDatabase"),
                            "is missing. The ids of the nodes do not end in numbers that differ, so that each node has"
                                    + " to name the database of its own registry.");
            return Optional.empty();
        }
        String name = "REGISTRY_LOCAL" + numbers.getOrDefault(node.id(), "");
        RoleReader.Place place = new RoleReader.Place(
                "the local registry of " + node.id(),
                node.entry().pathOf("localDatabase"),
                declared,
                cluster.pathOf("database"));
        return Optional.of(roles.read(place, name, "jdbc/WSO2CarbonDB").named("WSO2_CARBON_DB"));
    }

    /** The numbers at the end of the ids, or nothing if one has none or two have the same. */
    private Map<String, String> numbers() {
        Map<String, String> numbers = new HashMap<>();
        for (NodeDraft node : nodes) {
            Matcher matcher = TRAILING_NUMBER.matcher(node.id());
            if (!matcher.find()) {
                return Map.of();
            }
            numbers.put(node.id(), matcher.group(1));
        }
        boolean distinct = new HashSet<>(numbers.values()).size() == nodes.size();
        return distinct ? numbers : Map.of();
    }
}
