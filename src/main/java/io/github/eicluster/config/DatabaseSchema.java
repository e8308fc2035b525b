package io.github.eicluster.config;

import static io.github.eicluster.config.Element.choice;
import static io.github.eicluster.config.Element.entries;
import static io.github.eicluster.config.Element.flag;
import static io.github.eicluster.config.Element.group;
import static io.github.eicluster.config.Element.number;
import static io.github.eicluster.config.Element.port;
import static io.github.eicluster.config.Element.scalar;
import static io.github.eicluster.config.Element.text;

import java.util.List;

/** The elements of {@code cluster/database}. */
final class DatabaseSchema {

    private static final int ANY = Integer.MAX_VALUE;
    private static final String DRIVER_DEFAULT = "the pool's";

    /** The settings of a Tomcat JDBC pool that the server reads (RDBMSConfiguration); times are milliseconds. */
    private static final Element POOL = group(
            "pool",
            "the guide's",
            "<maxActive>80</maxActive>",
            "Settings of the connection pools of all shared and local databases.",
            number("maxActive", 1, ANY, "50", "80", "Most connections in use at the same time, per node and database."),
            number("maxIdle", 0, ANY, DRIVER_DEFAULT, "20", "Most connections kept open."),
            number("minIdle", 0, ANY, DRIVER_DEFAULT, "5", "Fewest connections kept open."),
            number("initialSize", 0, ANY, DRIVER_DEFAULT, "3", "Connections opened at the start."),
            number("maxWait", -1, ANY, "60000", "30000", "Milliseconds to wait for a connection; -1 for ever."),
            flag("testOnBorrow", "true", "false", "Tests a connection before it is used."),
            flag("testOnReturn", DRIVER_DEFAULT, "true", "Tests a connection when it is given back."),
            flag("testWhileIdle", DRIVER_DEFAULT, "true", "Tests idle connections from time to time."),
            number("validationInterval", 0, ANY, "30000", "10000", "Milliseconds for which a test counts."),
            text("validationQuery", "the engine's", "SELECT 2", "Query that tests a connection."),
            flag("defaultAutoCommit", "false", "true", "Commits after each statement."),
            flag("defaultReadOnly", DRIVER_DEFAULT, "true", "Opens connections read-only."),
            choice(
                    "defaultTransactionIsolation",
                    List.of("NONE", "READ_COMMITTED", "READ_UNCOMMITTED", "REPEATABLE_READ", "SERIALIZABLE"),
                    DRIVER_DEFAULT,
                    "READ_COMMITTED",
                    "Isolation of transactions."),
            number(
                    "timeBetweenEvictionRunsMillis",
                    0,
                    ANY,
                    DRIVER_DEFAULT,
                    "15000",
                    "Milliseconds between two looks at idle connections."),
            number(
                    "minEvictableIdleTimeMillis",
                    0,
                    ANY,
                    DRIVER_DEFAULT,
                    "120000",
                    "Milliseconds after which an idle connection may be closed."),
            flag("removeAbandoned", DRIVER_DEFAULT, "true", "Closes connections that were never given back."),
            number(
                    "removeAbandonedTimeout",
                    1,
                    ANY,
                    DRIVER_DEFAULT,
                    "120",
                    "Seconds after which a connection counts as abandoned."),
            flag("logAbandoned", DRIVER_DEFAULT, "true", "Logs who abandoned a connection."),
            number("maxAge", 0, ANY, DRIVER_DEFAULT, "600000", "Milliseconds that a connection lives at most."),
            text("initSQL", DRIVER_DEFAULT, "SET NAMES utf8", "Statement run on each new connection."),
            text("jdbcInterceptors", DRIVER_DEFAULT, "ConnectionState", "Interceptors of the pool."),
            text("connectionProperties", DRIVER_DEFAULT, "ssl=true", "Properties of the driver, as name=value;."),
            flag("jmxEnabled", DRIVER_DEFAULT, "false", "Registers the pool with JMX."),
            flag("fairQueue", DRIVER_DEFAULT, "false", "Serves waiting threads in their order."));

    static final Element DATABASE = group(
            "database",
            "embedded H2, if all nodes share one host",
            "<type>mysql</type><host>db.example.com</host><serverId>ei-db</serverId>",
            "The database server of the cluster.",
            choice(
                    "type",
                    List.of("mysql", "mariadb", "postgresql", "oracle", "mssql", "db2", "h2"),
                    "that of url, else required",
                    "postgresql",
                    "The engine."),
            text("version", "the newest", "5.7", "Version of a MySQL server; 5.x chooses Connector/J 5.1."),
            scalar(Kind.HOST, "host", "required without url", "sql.example.com", "Host of the database server."),
            scalar(Kind.ADDRESS, "address", "none", "10.0.0.9", "IP address of that host, for the hosts file only."),
            port("port", "the engine's", "3307", "Port of the database server."),
            scalar(
                    Kind.SERVER,
                    "serverId",
                    "none",
                    "ei-db2",
                    "The server of settings.xml that gives user name and password."),
            scalar(Kind.USER, "username", "the server's", "eiuser", "User name, or env:NAME."),
            scalar(Kind.SECRET, "password", "the server's", "env:DB_PASSWORD", "Password, best as env:NAME."),
            text(
                    "url",
                    "made from type, host and port",
                    "jdbc:mysql://sql.example.com:3306/{database}",
                    "JDBC URL instead of host and port; {database} stands for the name of each database."),
            entries(
                    "parameters",
                    "the engine's",
                    "<serverTimezone>UTC</serverTimezone>",
                    "Parameters that are added to the URLs; one of the same name replaces the plugin's."),
            choice(
                    "tls",
                    List.of("preferred", "required", "off"),
                    "preferred; off for mariadb",
                    "required",
                    "Encryption of the connections. required checks the certificate too."),
            text("driverClassName", "the engine's", "com.example.Driver", "Class of the JDBC driver."),
            text("validationQuery", "the engine's", "SELECT 3", "Query that tests a connection."),
            POOL,
            role("userDatabase", "WSO2_USER_DB", "EI_USERS", "Users and permissions."),
            role("registryDatabase", "REGISTRY_DB", "EI_REGISTRY", "The shared registry."),
            role(
                    "configDatabase",
                    "registryDatabase",
                    "EI_CONFIG",
                    "The shared configuration registry, if it has a database of its own."),
            choice(
                    "localRegistry",
                    List.of("embedded", "database"),
                    "embedded",
                    "database",
                    "Where each node keeps its own registry: the H2 in its home, or REGISTRY_LOCAL1, REGISTRY_LOCAL2,"
                            + " ... on the database server."));

    private DatabaseSchema() {}

    /** One database; what it does not say is inherited from {@code database}. */
    static Element role(String name, String defaultText, String example, String description) {
        return group(
                        name,
                        defaultText,
                        example,
                        description + " Plain text is its name.",
                        text("name", defaultText, example, "Name of the database; for Oracle, of the service."),
                        text("url", "made from database", "jdbc:mysql://other:3306/" + example, "Whole JDBC URL."),
                        scalar(
                                Kind.SERVER,
                                "serverId",
                                "that of database",
                                "ei-other",
                                "The server of settings.xml that gives user name and password."),
                        scalar(Kind.USER, "username", "that of database", "other", "User name, or env:NAME."),
                        scalar(
                                Kind.SECRET,
                                "password",
                                "that of database",
                                "env:OTHER_PASSWORD",
                                "Password, best as env:NAME."),
                        text("schema", "the user's", "ei", "Schema within the database (postgresql and db2)."))
                .shortFor("name");
    }
}
