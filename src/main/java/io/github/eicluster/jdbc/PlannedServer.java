package io.github.eicluster.jdbc;

import io.github.eicluster.database.AdminSteps;
import io.github.eicluster.database.DatabasePlan;
import io.github.eicluster.database.PlannedDatabase;
import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.ServerAddress;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.DatabaseType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One database server with the databases of a cluster that it holds.
 *
 * @param cluster the cluster
 * @param databases databases on this server, at least one
 * @param script the script that makes the tables of each
 */
public record PlannedServer(Cluster cluster, List<PlannedDatabase> databases, SqlScript script) {

    /** Copies the list. */
    public PlannedServer {
        databases = List.copyOf(databases);
    }

    /**
     * The servers of a cluster.
     *
     * @param cluster the cluster
     * @param plan its databases
     * @param script the script that makes the tables of each
     * @return the servers, in the order of the plan
     */
    public static List<PlannedServer> of(Cluster cluster, DatabasePlan plan, SqlScript script) {
        Map<Optional<ServerAddress>, List<PlannedDatabase>> servers = new LinkedHashMap<>();
        plan.databases()
                .forEach(database -> servers.computeIfAbsent(database.server(), none -> new ArrayList<>())
                        .add(database));
        return servers.values().stream()
                .map(databases -> new PlannedServer(cluster, databases, script))
                .toList();
    }

    /**
     * The databases as the goals see them.
     *
     * @return one for each, in the same order
     */
    public List<Target> targets() {
        return databases.stream().map(this::target).toList();
    }

    /**
     * The statements of an administrator for some of the databases.
     *
     * @param targets some of {@link #targets}
     * @return the statements, in order
     */
    public List<Creation> creations(List<Target> targets) {
        List<PlannedDatabase> wanted = databases.stream()
                .filter(database ->
                        targets.stream().anyMatch(target -> target.name().equals(database.label())))
                .toList();
        return AdminSteps.of(cluster, wanted).stream()
                .filter(step -> !isCommand(step))
                .map(step -> new Creation(step.database(), step.sql(), step.words()))
                .toList();
    }

    /** DB2 makes databases by its command line processor, not by SQL. */
    private boolean isCommand(AdminSteps.Step step) {
        return type() == DatabaseType.DB2 && step.database().isEmpty();
    }

    /**
     * The URL that an administrator logs in to unless told otherwise: always the same on one server, since locks of some
     * engines belong to a database.
     *
     * @return JDBC URL
     */
    public String administratorUrl() {
        String url = databases.get(0).url();
        return switch (type()) {
            case MYSQL, MARIADB -> url.replaceFirst("^(jdbc:[^/]*//[^/]*/)[^?]*", "$1");
            case POSTGRESQL ->
                url.replaceFirst("^(jdbc:[^/]*//[^/]*/)[^?]*", "$1postgres")
                        .replaceFirst("(?i)([?&])currentSchema=[^&]*&?", "$1")
                        .replaceFirst("[?&]$", "");
            case MSSQL -> url.replaceFirst("(?i);database(?:Name)?=[^;]*", ";databaseName=master");
            case ORACLE, DB2, H2 -> url;
        };
    }

    private Target target(PlannedDatabase database) {
        DatabaseEngine engine = DatabaseEngine.of(type());
        // The URLs of PostgreSQL name the schema for everybody who uses them.
        Optional<String> schema =
                type() == DatabaseType.POSTGRESQL ? Optional.empty() : AdminSteps.schema(engine, database);
        return new Target(
                database.label(),
                type(),
                database.database(),
                schema,
                database.url(),
                database.credentials(),
                database.datasource().validationQuery(),
                script);
    }

    private DatabaseType type() {
        return cluster.databases().type();
    }
}
