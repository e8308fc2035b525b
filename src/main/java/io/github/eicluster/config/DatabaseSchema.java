package io.github.eicluster.config;

import static io.github.eicluster.config.Element.choice;
import static io.github.eicluster.config.Element.entries;
import static io.github.eicluster.config.Element.flag;
import static io.github.eicluster.config.Element.group;
import static io.github.eicluster.config.Element.list;
import static io.github.eicluster.config.Element.number;
import static io.github.eicluster.config.Element.port;
import static io.github.eicluster.config.Element.scalar;
import static io.github.eicluster.config.Element.text;

import java.util.List;

/** The elements of {@code cluster/database}. */
final class DatabaseSchema {

    private static final int ANY = Integer.MAX_VALUE;
    /** An existing datasource keeps what the POM does not say; a new one has what follows the semicolon. */
    private static final String KEPT = "the existing datasource's, otherwise ";

    private static final String DRIVER_DEFAULT = KEPT + "the pool's";
    private static final String CLEAR_TEXT =
            "Password, as env:NAME. In clear text it is a warning, and an error in production.";

    /** The settings of a Tomcat JDBC pool that the server reads (RDBMSConfiguration); times are milliseconds. */
    private static final Element POOL = group(
            "pool",
            "that of the existing datasource, otherwise the guide's",
            "<maxActive>80</maxActive><maxWait>30000</maxWait>",
            "Settings of the connection pools, for every datasource that the plugin writes. They go into the datasource as"
                    + " they are.",
            number(
                    "maxActive",
                    1,
                    ANY,
                    KEPT + "50",
                    "80",
                    "Most connections in use at the same time, per node and database."),
            number("maxIdle", 0, ANY, DRIVER_DEFAULT, "20", "Most connections kept open."),
            number("minIdle", 0, ANY, DRIVER_DEFAULT, "5", "Fewest connections kept open."),
            number("initialSize", 0, ANY, DRIVER_DEFAULT, "3", "Connections opened at the start."),
            number("maxWait", -1, ANY, KEPT + "60000", "30000", "Milliseconds to wait for a connection; -1 for ever."),
            flag("testOnBorrow", KEPT + "true", "false", "Tests a connection before it is used."),
            flag("testOnReturn", DRIVER_DEFAULT, "true", "Tests a connection when it is given back."),
            flag("testWhileIdle", DRIVER_DEFAULT, "true", "Tests idle connections from time to time."),
            number(
                    "validationInterval",
                    0,
                    ANY,
                    KEPT + "30000",
                    "10000",
                    "Milliseconds for which a connection that was tested is not tested again."),
            text(
                    "validationQuery",
                    "database/validationQuery",
                    "SELECT 2",
                    "Query that tests a connection: the same as database/validationQuery, which it contradicts."),
            flag("defaultAutoCommit", KEPT + "false", "true", "Commits after each statement."),
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
            text("initSQL", DRIVER_DEFAULT, "SET NAMES utf8", "Statement that is run once on each new connection."),
            text(
                    "jdbcInterceptors",
                    DRIVER_DEFAULT,
                    "ConnectionState",
                    "Interceptors of the pool, separated by semicolons."),
            text(
                    "connectionProperties",
                    DRIVER_DEFAULT,
                    "ssl=true",
                    "Properties of the driver, written name=value and separated by semicolons."),
            flag("jmxEnabled", DRIVER_DEFAULT, "false", "Registers the pool with JMX."),
            flag("fairQueue", DRIVER_DEFAULT, "false", "Serves waiting threads in their order."));

    static final Element DATABASE = group(
            "database",
            "embedded H2, if all nodes share one host",
            "<type>mysql</type><host>db.example.com</host><serverId>ei-db</serverId>",
            "The database server that holds users and the shared registry. The embedded H2 lies in ~/.ei-cluster/<domain> of"
                    + " the account that runs the servers, with AUTO_SERVER, and is for development. The tables are not made"
                    + " by the plugin; RUNBOOK.md names the script of the distribution that makes them.",
            choice(
                    "type",
                    List.of("mysql", "mariadb", "postgresql", "oracle", "mssql", "db2", "h2"),
                    "that of url, else required",
                    "postgresql",
                    "The database engine."),
            text(
                    "version",
                    "a version after 5",
                    "5.7",
                    "Version of the MySQL or MariaDB server. For mysql, one that begins with 5. chooses driver class and URL"
                            + " parameters of Connector/J 5.1, anything else those of Connector/J 8. Up to EI 6.5 a version"
                            + " before 5.7 chooses the script mysql.sql, anything else mysql5.7.sql. Other engines do not need"
                            + " it."),
            scalar(Kind.HOST, "host", "required without url", "sql.example.com", "Host of the database server."),
            scalar(
                    Kind.ADDRESS,
                    "address",
                    "none",
                    "10.0.0.9",
                    "IP address of host. With it, host becomes a line of the file hosts and of RUNBOOK.md."),
            port(
                    "port",
                    "3306 for mysql and mariadb, 5432 for postgresql, 1521 for oracle (2484 with tls required), 1433 for mssql,"
                            + " 50000 for db2",
                    "3307",
                    "Port of the database server."),
            scalar(
                    Kind.SERVER,
                    "serverId",
                    "none",
                    "ei-db2",
                    "The server of settings.xml that gives user name and password. It contradicts password. An external"
                            + " database needs serverId, or username and password."),
            scalar(Kind.USER, "username", "that of serverId; wso2carbon for h2", "eiuser", "User name, or env:NAME."),
            scalar(Kind.SECRET, "password", "that of serverId; wso2carbon for h2", "env:DB_PASSWORD", CLEAR_TEXT),
            text(
                    "url",
                    "made from type, host and port",
                    "jdbc:mysql://sql.example.com:3306/{database}",
                    "JDBC URL instead of host, address, port, tls and parameters. {database} stands for the name of each"
                            + " database. It must not hold a password."),
            entries(
                    "parameters",
                    "the engine's",
                    "<serverTimezone>UTC</serverTimezone>",
                    "Parameters of the JDBC URLs, one element each. One of the same name replaces the plugin's. Oracle URLs take"
                            + " none."),
            choice(
                    "tls",
                    List.of("preferred", "required", "off"),
                    "preferred; off for mariadb",
                    "required",
                    "Encryption of the connections. required also checks the certificate of the server against the trust"
                            + " stores of the nodes, and the host in it where the driver can (mysql, mariadb, postgresql,"
                            + " mssql). preferred encrypts without checking it where the driver can fall back (mysql,"
                            + " postgresql, mssql); for oracle and db2 it is clear text. mariadb knows required and off"
                            + " only."),
            scalar(
                    Kind.PATH,
                    "caCertificate",
                    "none",
                    "src/main/certs/database-ca.crt",
                    "PEM file with the authority that signed the certificate of the database server, for tls required. It goes"
                            + " into the trust stores of all nodes. A relative path starts at the base directory."),
            text(
                    "script",
                    "the engine's, as RUNBOOK.md names it",
                    "oracle_rac.sql",
                    "The script of the distribution that makes the tables: its path below dbscripts."),
            number(
                    "maxConnections",
                    1,
                    ANY,
                    "not compared",
                    "400",
                    "Connections that the database server allows. A warning says if the pools of all nodes may open more."),
            group(
                            "driver",
                            "the engine's usual artifact, unless a dependency, an overlay or the distribution holds the class",
                            "com.mysql:mysql-connector-j:8.0.33",
                            "The artifact with the JDBC driver, which Maven finds and package puts into lib of every node. It"
                                    + " replaces drivers of the distribution. Parts that are not given are those of the usual"
                                    + " artifact.",
                            text(
                                    "coordinates",
                                    "none",
                                    "com.mysql:mysql-connector-j:8.0.33",
                                    "groupId:artifactId:version, or groupId:artifactId:classifier:version; none fetches"
                                            + " nothing."),
                            text("groupId", "that of the usual artifact", "com.example", "Group of the artifact."),
                            text("artifactId", "that of the usual artifact", "mysql-driver", "Name of the artifact."),
                            text("version", "that of the usual artifact", "8.0.33", "Version of the artifact."),
                            text("classifier", "none", "java8", "Classifier of the artifact."))
                    .shortFor("coordinates"),
            list(
                    "grantHosts",
                    "the IPv4 addresses of the nodes if all have one, otherwise any host",
                    "<host>10.0.0.%</host>",
                    "Hosts from which the users of the nodes may connect, for mysql and mariadb: to these servers, a user is a"
                            + " name and the host that it comes from.",
                    text("host", "none", "10.0.0.%", "An address, a name, or a pattern.")),
            text(
                    "driverClassName",
                    "the class of the engine's own driver",
                    "com.example.Driver",
                    "Class of the JDBC driver. With it, url may begin with any prefix."),
            text(
                    "validationQuery",
                    "SELECT 1; SELECT 1 FROM DUAL for oracle, SELECT 1 FROM SYSIBM.SYSDUMMY1 for db2",
                    "SELECT 3",
                    "Query that tests a connection."),
            POOL,
            role("userDatabase", "WSO2_USER_DB", "EI_USERS", "Users and permissions: the datasource jdbc/WSO2UMDB."),
            role(
                    "registryDatabase",
                    "REGISTRY_DB",
                    "EI_REGISTRY",
                    "The shared registry: the datasource jdbc/WSO2RegistryDB."),
            role(
                    "configDatabase",
                    "registryDatabase",
                    "EI_CONFIG",
                    "The shared configuration, if it has a database of its own: the datasource jdbc/WSO2ConfigDB, which the default"
                            + " mount of /_system/config then uses."),
            choice(
                    "localRegistry",
                    List.of("embedded", "database"),
                    "embedded",
                    "database",
                    "Where each node keeps its own registry, the datasource jdbc/WSO2CarbonDB: embedded is what the base"
                            + " has, the H2 in each home; database is REGISTRY_LOCAL1, REGISTRY_LOCAL2 and so on, on the"
                            + " database server."));

    private DatabaseSchema() {}

    /** One database; what it does not say is inherited from {@code database}. */
    static Element role(String name, String defaultText, String example, String description) {
        return group(
                        name,
                        defaultText,
                        example,
                        description,
                        text("name", defaultText, example, "Name of the database; for oracle, of the service."),
                        text(
                                "url",
                                "made from the database server and name",
                                "jdbc:mysql://other:3306/" + example,
                                "Whole JDBC URL of this database. It must not hold a password."),
                        scalar(
                                Kind.SERVER,
                                "serverId",
                                "that of database",
                                "ei-other",
                                "The server of settings.xml that gives user name and password of this database."),
                        scalar(Kind.USER, "username", "that of database", "other", "User name, or env:NAME."),
                        scalar(Kind.SECRET, "password", "that of database", "env:OTHER_PASSWORD", CLEAR_TEXT),
                        text(
                                "schema",
                                "the user's",
                                "ei",
                                "Schema within the database, for postgresql and db2: currentSchema in the URL."))
                .shortFor("name");
    }
}
