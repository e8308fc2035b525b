package io.github.eicluster.engine;

import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Databases.Tls;
import io.github.eicluster.product.EiVersion;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that differs between database engines: a table with one row for each {@link DatabaseType}. Drivers, test
 * queries and scripts are those of the vendor's tables (wso2/product-ei, {@code dbscripts} and database guides).
 */
public enum DatabaseEngine {
    /** MySQL 5.x and 8. */
    MYSQL(
            DatabaseType.MYSQL,
            "mysql",
            3306,
            "SELECT 1",
            "mysql.sql",
            Quotes.BACKTICKS,
            JdbcDriver.of("com.mysql.cj.jdbc.Driver", "com.mysql:mysql-connector-j:8.4.0")),
    /** MariaDB. */
    MARIADB(
            DatabaseType.MARIADB,
            "mariadb",
            3306,
            "SELECT 1",
            "mysql.sql",
            Quotes.BACKTICKS,
            JdbcDriver.of("org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client:2.7.13")),
    /** PostgreSQL. */
    POSTGRESQL(
            DatabaseType.POSTGRESQL,
            "postgresql",
            5432,
            "SELECT 1",
            "postgresql.sql",
            Quotes.DOUBLE,
            JdbcDriver.of("org.postgresql.Driver", "org.postgresql:postgresql:42.7.8")),
    /** Oracle. */
    ORACLE(
            DatabaseType.ORACLE,
            "oracle",
            1521,
            "SELECT 1 FROM DUAL",
            "oracle.sql",
            Quotes.DOUBLE,
            JdbcDriver.of("oracle.jdbc.OracleDriver", "com.oracle.database.jdbc:ojdbc8:19.28.0.0")),
    /** Microsoft SQL Server. */
    MSSQL(
            DatabaseType.MSSQL,
            "sqlserver",
            1433,
            "SELECT 1",
            "mssql.sql",
            Quotes.BRACKETS,
            JdbcDriver.of(
                    "com.microsoft.sqlserver.jdbc.SQLServerDriver", "com.microsoft.sqlserver:mssql-jdbc:12.10.2.jre8")),
    /** IBM DB2. The driver is on Maven Central, under a licence that has to be accepted first. */
    DB2(
            DatabaseType.DB2,
            "db2",
            50000,
            "SELECT 1 FROM SYSIBM.SYSDUMMY1",
            "db2.sql",
            Quotes.DOUBLE,
            JdbcDriver.of("com.ibm.db2.jcc.DB2Driver")),
    /** Embedded H2, whose driver the distributions have. */
    H2(DatabaseType.H2, "h2", 0, "SELECT 1", "h2.sql", Quotes.DOUBLE, JdbcDriver.of("org.h2.Driver"));

    /** Connector/J 5.1, the last that speaks to MySQL servers before 5.5; it knows other URL parameters. */
    private static final JdbcDriver CONNECTOR_5 =
            JdbcDriver.of("com.mysql.jdbc.Driver", "mysql:mysql-connector-java:5.1.49");

    private static final String FOR_MYSQL_57 = "mysql5.7.sql";

    private final DatabaseType type;
    private final String scheme;
    private final int port;
    private final String validationQuery;
    private final String script;
    private final Quotes quotes;
    private final String driverClass;
    private final String driverArtifact;

    DatabaseEngine(
            DatabaseType type,
            String scheme,
            int port,
            String validationQuery,
            String script,
            Quotes quotes,
            JdbcDriver driver) {
        this.type = type;
        this.scheme = scheme;
        this.port = port;
        this.validationQuery = validationQuery;
        this.script = script;
        this.quotes = quotes;
        this.driverClass = driver.className();
        this.driverArtifact = driver.coordinates().orElse("");
    }

    /**
     * The row of a type.
     *
     * @param type engine as the cluster names it
     * @return its row
     */
    public static DatabaseEngine of(DatabaseType type) {
        return valueOf(type.name());
    }

    /**
     * The engine whose driver takes a URL.
     *
     * @param url JDBC URL
     * @return the engine, if its URLs begin so
     */
    public static Optional<DatabaseEngine> ofUrl(String url) {
        for (DatabaseEngine engine : values()) {
            if (url.startsWith(engine.urlPrefix())) {
                return Optional.of(engine);
            }
        }
        return Optional.empty();
    }

    /** {@return the type of this row} */
    public DatabaseType type() {
        return type;
    }

    /** {@return how every URL of this engine begins, such as {@code jdbc:mysql:}} */
    public String urlPrefix() {
        return "jdbc:" + scheme + ":";
    }

    /**
     * The port on which servers listen unless they are told otherwise.
     *
     * @param tls encryption; Oracle has a listener of its own for TLS
     * @return the port; 0 for H2, which has none
     */
    public int port(Tls tls) {
        return this == ORACLE && tls == Tls.REQUIRED ? 2484 : port;
    }

    /** {@return the query that proves that a connection works} */
    public String validationQuery() {
        return validationQuery;
    }

    /**
     * The driver.
     *
     * @param serverVersion declared version of the server; one that begins with 5. takes Connector/J 5.1 for MySQL
     * @return class and artifact
     */
    public JdbcDriver driver(Optional<String> serverVersion) {
        if (oldDriver(serverVersion)) {
            return CONNECTOR_5;
        }
        return new JdbcDriver(driverClass, Optional.of(driverArtifact).filter(artifact -> !artifact.isEmpty()));
    }

    /** {@return the driver classes of the engine in all versions of its driver} */
    public Set<String> driverClasses() {
        return this == MYSQL ? Set.of(driverClass, CONNECTOR_5.className()) : Set.of(driverClass);
    }

    /**
     * The distribution's script that makes the tables, in its folder {@code dbscripts}. MySQL 5.7 and later refuse what
     * mysql.sql holds until EI 6.5 ({@code TIMESTAMP NOT NULL DEFAULT 0}); these versions have a second script. EI 6.6 has
     * one for all.
     *
     * @param ei version of EI
     * @param serverVersion declared version of the database server; absent counts as a current one
     * @return file name
     */
    public String script(EiVersion ei, Optional<String> serverVersion) {
        boolean two = script.equals("mysql.sql") && !ei.atLeast(6, 6);
        return two && ServerVersion.atLeast(serverVersion, 5, 7) ? FOR_MYSQL_57 : script;
    }

    /** {@return whether the driver can encrypt where the server offers it; MariaDB's encrypts or does not} */
    public boolean canPreferTls() {
        return this != MARIADB;
    }

    /** {@return whether a URL can name a schema} */
    public boolean hasSchemas() {
        return this == POSTGRESQL || this == DB2;
    }

    /** {@return whether users with one URL still have tables of their own} */
    public boolean separatesUsers() {
        return this == ORACLE || this == DB2;
    }

    /**
     * The URL of one database.
     *
     * @param server the server
     * @param database name of the database; for Oracle of the service
     * @param schema schema in it, if it is not the user's
     * @return JDBC URL, not escaped
     */
    public String url(Endpoint server, String database, Optional<String> schema) {
        return new JdbcUrl(this).of(server, database, schema);
    }

    /**
     * The database that a URL names.
     *
     * @param url JDBC URL of this engine
     * @return name as the URL spells it, for Oracle that of the service or SID, for H2 that of the file; nothing if the URL
     *     does not tell
     */
    public Optional<String> databaseOf(String url) {
        return new JdbcUrl(this).database(url);
    }

    /**
     * The schema that a URL names.
     *
     * @param url JDBC URL of this engine
     * @return {@code currentSchema} of the URL, if it has one
     */
    public Optional<String> schemaOf(String url) {
        return hasSchemas() ? new JdbcUrl(this).parameter(url, "currentSchema") : Optional.empty();
    }

    /**
     * The server that a URL names.
     *
     * @param url JDBC URL of this engine
     * @return host and port; nothing for H2, and if the URL names several servers or none
     */
    public Optional<ServerAddress> serverOf(String url) {
        return this == H2 ? Optional.empty() : JdbcUrl.server(url);
    }

    /**
     * A name as SQL writes it, so that its case and its other characters count.
     *
     * @param name name of a database, schema or user
     * @return the quoted name
     */
    public String quote(String name) {
        return quotes.quote(name);
    }

    /**
     * A text as SQL writes it.
     *
     * @param text any text
     * @return the literal
     */
    public String literal(String text) {
        String escaped = quotes == Quotes.BACKTICKS ? text.replace("\\", "\\\\") : text;
        return "'" + escaped.replace("'", "''") + "'";
    }

    /** Whether Connector/J 5.1 is used. */
    boolean oldDriver(Optional<String> serverVersion) {
        return this == MYSQL && serverVersion.map(v -> v.startsWith("5.")).orElse(false);
    }
}
