package io.github.eicluster.config;

import io.github.eicluster.model.DatabaseType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What differs between database engines: driver, test query, port and the shape of a URL. */
enum DatabaseEngine {
    MYSQL(DatabaseType.MYSQL, "com.mysql.cj.jdbc.Driver", "SELECT 1", 3306),
    MARIADB(DatabaseType.MARIADB, "org.mariadb.jdbc.Driver", "SELECT 1", 3306),
    POSTGRESQL(DatabaseType.POSTGRESQL, "org.postgresql.Driver", "SELECT 1", 5432),
    ORACLE(DatabaseType.ORACLE, "oracle.jdbc.OracleDriver", "SELECT 1 FROM DUAL", 1521),
    MSSQL(DatabaseType.MSSQL, "com.microsoft.sqlserver.jdbc.SQLServerDriver", "SELECT 1", 1433),
    DB2(DatabaseType.DB2, "com.ibm.db2.jcc.DB2Driver", "SELECT 1 FROM SYSIBM.SYSDUMMY1", 50000),
    H2(DatabaseType.H2, "org.h2.Driver", "SELECT 1", 0);

    private final DatabaseType type;
    private final String driver;
    private final String validationQuery;
    private final int port;

    DatabaseEngine(DatabaseType type, String driver, String validationQuery, int port) {
        this.type = type;
        this.driver = driver;
        this.validationQuery = validationQuery;
        this.port = port;
    }

    /** The engine whose driver takes the URL. */
    static Optional<DatabaseEngine> ofUrl(String url) {
        for (DatabaseEngine engine : values()) {
            if (url.startsWith(engine.prefix())) {
                return Optional.of(engine);
            }
        }
        return Optional.empty();
    }

    DatabaseType type() {
        return type;
    }

    String prefix() {
        return "jdbc:" + (this == MSSQL ? "sqlserver" : type.text()) + ":";
    }

    String driver(boolean old) {
        return this == MYSQL && old ? "com.mysql.jdbc.Driver" : driver;
    }

    String validationQuery() {
        return validationQuery;
    }

    int port(Tls tls) {
        return this == ORACLE && tls == Tls.REQUIRED ? 2484 : port;
    }

    /** The MariaDB driver cannot fall back to clear text: it encrypts or it does not. */
    boolean canPreferTls() {
        return this != MARIADB;
    }

    boolean hasSchemas() {
        return this == POSTGRESQL || this == DB2;
    }

    /** Whether users with one URL still have tables of their own. */
    boolean separatesUsers() {
        return this == ORACLE || this == DB2;
    }

    /** The URL of one database. */
    String url(Endpoint server, String database, Optional<String> schema) {
        Map<String, String> parameters = new LinkedHashMap<>(defaults(server));
        schema.ifPresent(name -> parameters.put("currentSchema", name));
        parameters.putAll(server.parameters());
        String authority = server.host() + ":" + server.port();
        return switch (this) {
            case MYSQL, MARIADB, POSTGRESQL ->
                prefix() + "//" + authority + "/" + database + join(parameters, "?", "&", "");
            case MSSQL -> prefix() + "//" + authority + ";databaseName=" + database + join(parameters, ";", ";", "");
            case DB2 -> prefix() + "//" + authority + "/" + database + join(parameters, ":", ";", ";");
            case H2 -> prefix() + server.host() + "/" + database + join(parameters, ";", ";", "");
            case ORACLE -> oracle(server, authority, database);
        };
    }

    private static String oracle(Endpoint server, String authority, String service) {
        if (server.tls() != Tls.REQUIRED) {
            return "jdbc:oracle:thin:@" + authority + "/" + service;
        }
        return "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcps)(HOST=" + server.host() + ")(PORT="
                + server.port() + "))(CONNECT_DATA=(SERVICE_NAME=" + service + ")))";
    }

    private Map<String, String> defaults(Endpoint server) {
        return switch (this) {
            case MYSQL -> mysql(server);
            case MARIADB ->
                server.tls() == Tls.REQUIRED
                        ? ordered("useSSL", "true", "trustServerCertificate", "false")
                        : ordered("useSSL", "false");
            case POSTGRESQL -> ordered("sslmode", pick(server, "prefer", "verify-ca", "disable"));
            case MSSQL ->
                server.tls() == Tls.OFF
                        ? ordered("SendStringParametersAsUnicode", "false", "encrypt", "false")
                        : ordered(
                                "SendStringParametersAsUnicode",
                                "false",
                                "encrypt",
                                "true",
                                "trustServerCertificate",
                                pick(server, "true", "false", ""));
            case DB2 -> ordered("sslConnection", pick(server, "false", "true", "false"));
            case H2 -> ordered("AUTO_SERVER", "TRUE", "LOCK_TIMEOUT", "60000");
            case ORACLE -> Map.of();
        };
    }

    private static Map<String, String> mysql(Endpoint server) {
        if (!server.oldDriver()) {
            return ordered("autoReconnect", "true", "sslMode", pick(server, "PREFERRED", "VERIFY_CA", "DISABLED"));
        }
        if (server.tls() == Tls.OFF) {
            return ordered("autoReconnect", "true", "useSSL", "false");
        }
        String strict = pick(server, "false", "true", "");
        return ordered(
                "autoReconnect", "true", "useSSL", "true", "requireSSL", strict, "verifyServerCertificate", strict);
    }

    private static String pick(Endpoint server, String preferred, String required, String off) {
        return switch (server.tls()) {
            case PREFERRED -> preferred;
            case REQUIRED -> required;
            case OFF -> off;
        };
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static String join(Map<String, String> parameters, String first, String between, String last) {
        if (parameters.isEmpty()) {
            return "";
        }
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(between, first, last));
    }
}
