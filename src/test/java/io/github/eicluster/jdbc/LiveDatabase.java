package io.github.eicluster.jdbc;

import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.testing.DatabaseServer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A database of a cluster, on a server of the tests, that nobody has made yet. */
final class LiveDatabase {

    static final String PASSWORD = "Node's#1";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final DatabaseType type;
    private final DatabaseServer server;
    private final String name;
    private final String user;

    LiveDatabase(DatabaseType type, DatabaseServer server) {
        this.type = type;
        this.server = server;
        this.name = server.fresh("Registry-DB");
        this.user = server.fresh("ei");
    }

    static LoadedDriver driver(DatabaseType type) {
        try {
            String className = switch (type) {
                case MYSQL -> "com.mysql.cj.jdbc.Driver";
                case MARIADB -> "org.mariadb.jdbc.Driver";
                case POSTGRESQL -> "org.postgresql.Driver";
                default -> "org.h2.Driver";
            };
            return LoadedDriver.load(List.of(jar(className)), className, TIMEOUT);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a driver is missing", e);
        }
    }

    /** The jar on the class path of the tests that holds a driver. */
    static Path jar(String className) throws ReflectiveOperationException {
        Class<? extends Driver> driver = Class.forName(className).asSubclass(Driver.class);
        return Path.of(URI.create(
                driver.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    String name() {
        return name;
    }

    String user() {
        return user;
    }

    Target target() {
        return target(PASSWORD);
    }

    Target target(String password) {
        return target(url(name), password, PackScript.of(type));
    }

    Target target(String url, String password, SqlScript script) {
        return new Target(
                "REGISTRY_DB",
                type,
                Optional.of(name),
                Optional.empty(),
                url,
                credentials(user, password),
                "SELECT 1",
                script);
    }

    private List<Creation> creations() {
        String secret = PASSWORD.replace("'", "''");
        return type == DatabaseType.POSTGRESQL
                ? List.of(
                        creation("CREATE ROLE \"%2$s\" LOGIN", " PASSWORD '" + secret + "'"),
                        creation("CREATE DATABASE \"%1$s\"", ""),
                        inside("ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO \"%2$s\""))
                : List.of(
                        creation("CREATE DATABASE IF NOT EXISTS `%1$s`", ""),
                        creation("CREATE USER IF NOT EXISTS '%2$s'@'%%'", " IDENTIFIED BY '" + secret + "'"),
                        creation("GRANT SELECT, INSERT, UPDATE, DELETE ON `%1$s`.* TO '%2$s'@'%%'", ""));
    }

    private Creation creation(String sql, String secret) {
        String words = sql.formatted(name, user);
        return new Creation(Optional.empty(), words + secret, words);
    }

    private Creation inside(String sql) {
        return new Creation(Optional.of(name), sql.formatted(name, user), sql.formatted(name, user));
    }

    /** Makes the user and the database, without a table. */
    void create() throws SQLException {
        for (Creation creation : creations()) {
            server.run(creation.database().orElse(""), creation.sql());
        }
    }

    String url(String database) {
        String url = server.url(database);
        return type == DatabaseType.MYSQL ? url.replace("jdbc:mariadb:", "jdbc:mysql:") : url;
    }

    Administrator administrator() {
        return administrator(server.administrator(), DatabaseServer.ADMINISTRATOR_PASSWORD);
    }

    Administrator administrator(String administrator, String password) {
        return new Administrator(url(""), credentials(administrator, password));
    }

    static Credentials credentials(String user, String password) {
        return new Credentials(user, new Secret(password, Secret.Source.SETTINGS));
    }

    /** Runs the initialiser; gives the texts of its problems. */
    List<String> initialise(Journal journal) {
        return initialise(journal, target(), administrator());
    }

    List<String> initialise(Journal journal, Target target, Administrator administrator) {
        try (LoadedDriver driver = driver(type)) {
            return new Initialiser(driver, journal, Duration.ofSeconds(60))
                    .run(List.of(target), Optional.of(administrator), targets -> creations()).stream()
                            .map(Problem::text)
                            .toList();
        }
    }

    /** Runs the initialiser without a statement that creates users or databases. */
    List<Problem> initialiseWithout(Journal journal) {
        try (LoadedDriver driver = driver(type)) {
            return new Initialiser(driver, journal, Duration.ofSeconds(60))
                    .run(List.of(target()), Optional.of(administrator()), targets -> List.of());
        }
    }

    /** Names of all tables, in capitals, as the nodes' user sees them. */
    SortedSet<String> tables() throws SQLException {
        try (Connection connection = server.connect(name, user, PASSWORD);
                ResultSet rows = connection
                        .getMetaData()
                        .getTables(
                                connection.getCatalog(),
                                type == DatabaseType.POSTGRESQL ? "public" : null,
                                "%",
                                new String[] {"TABLE"})) {
            SortedSet<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME").toUpperCase(Locale.ROOT));
            }
            return names;
        }
    }

    /** The first column of the first row, as the nodes' user sees it. */
    String value(String query) throws SQLException {
        try (Connection connection = server.connect(name, user, PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
