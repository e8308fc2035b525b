package io.github.eicluster.database;

import io.github.eicluster.database.PlannedDatabase.Use;
import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.ServerAddress;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Registry;
import io.github.eicluster.product.EiVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The databases of a cluster that have to be there before its first start, each once. Local registries that are embedded
 * in the homes are not among them: the distribution has them with their tables.
 *
 * @param engine engine of all of them
 * @param databases users, registry, configuration, further instances, local registries in the order of the nodes
 * @param script the distribution's script that makes the tables of each, relative to the home
 */
public record DatabasePlan(DatabaseEngine engine, List<PlannedDatabase> databases, String script) {

    private static final String SCRIPTS = "dbscripts/";

    /** Copies the list. */
    public DatabasePlan {
        databases = List.copyOf(databases);
    }

    /**
     * The plan of a cluster.
     *
     * @param cluster the cluster
     * @param version version of EI
     * @return its databases
     */
    public static DatabasePlan of(Cluster cluster, EiVersion version) {
        Databases databases = cluster.databases();
        DatabaseEngine engine = DatabaseEngine.of(databases.type());
        Collected collected = new Collected(engine);
        collected.add(databases.user(), new Use(Use.Kind.USERS, ""));
        collected.add(databases.registry(), new Use(Use.Kind.REGISTRY, ""));
        databases.config().ifPresent(config -> collected.add(config, new Use(Use.Kind.CONFIGURATION, "")));
        for (Registry.Instance instance : cluster.registry().instances()) {
            if (!isShared(instance.datasource(), databases)) {
                collected.add(instance.datasource(), new Use(Use.Kind.INSTANCE, instance.id()));
            }
        }
        for (Node node : cluster.nodes()) {
            node.localRegistry().ifPresent(local -> collected.add(local, new Use(Use.Kind.LOCAL, node.id())));
        }
        String script = databases
                .server()
                .script()
                .orElseGet(() -> engine.script(version, databases.server().version()));
        return new DatabasePlan(engine, collected.planned(), SCRIPTS + script);
    }

    private static boolean isShared(Datasource datasource, Databases databases) {
        return datasource.equals(databases.user())
                || datasource.equals(databases.registry())
                || databases.config().filter(datasource::equals).isPresent();
    }

    /** Datasources by what makes a database a different one. */
    private static final class Collected {

        private final DatabaseEngine engine;
        private final Map<String, Datasource> datasources = new LinkedHashMap<>();
        private final Map<String, List<Use>> uses = new LinkedHashMap<>();
        private final Set<String> labels = new HashSet<>();

        Collected(DatabaseEngine engine) {
            this.engine = engine;
        }

        void add(Datasource datasource, Use use) {
            String user = datasource.credentials().username();
            String identity = engine.separatesUsers() ? user + "@" + datasource.url() : datasource.url();
            datasources.putIfAbsent(identity, datasource);
            uses.computeIfAbsent(identity, none -> new ArrayList<>()).add(use);
        }

        List<PlannedDatabase> planned() {
            List<PlannedDatabase> planned = new ArrayList<>();
            datasources.forEach((identity, datasource) -> planned.add(
                    new PlannedDatabase(label(datasource), server(datasource), datasource, uses.get(identity))));
            return planned;
        }

        private Optional<ServerAddress> server(Datasource datasource) {
            return engine.serverOf(datasource.url());
        }

        /** The database; with the user or the schema where one database serves several. */
        private String label(Datasource datasource) {
            String database = datasource.database().orElse(datasource.name());
            boolean alone = datasources.values().stream()
                            .filter(other ->
                                    other.database().orElse(other.name()).equals(database))
                            .count()
                    == 1;
            String whole = alone
                    ? database
                    : database + "."
                            + datasource
                                    .schema()
                                    .orElse(datasource.credentials().username());
            String plain = whole.replaceAll("[^A-Za-z0-9_.-]", "_");
            String label = plain;
            for (int n = 2; !labels.add(label.toLowerCase(Locale.ROOT)); n++) {
                label = plain + "-" + n;
            }
            return label;
        }
    }
}
