package io.github.eicluster.engine;

import io.github.eicluster.model.Databases.Tls;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The shape of an engine's URLs: makes them and takes them apart. */
final class JdbcUrl {

    private static final Pattern PATH = Pattern.compile("jdbc:[^/]*//[^/]*/([^?:;&]+).*");
    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:[^;]*[/:])?([^;/:]+)(?:;.*)?");
    private static final Pattern SERVICE_NAME = Pattern.compile("(?i).*\\((?:SERVICE_NAME|SID)\\s*=\\s*([^)\\s]+).*");
    /** {@code @//host:port/service}, {@code @host:port/service} and {@code @host:port:SID}. */
    private static final Pattern SERVICE = Pattern.compile("[^@]*@[^()?]*[/:]([^/:?()]+)(?:\\?.*)?");

    /** {@code //host:port} of most, {@code @host:port} and {@code (HOST=host)(PORT=port)} of Oracle. */
    private static final Pattern AUTHORITY = Pattern.compile(
            "[^/@(]*(?://|@/{0,2})(?:\\[([^\\]]+)\\]|([^:/;?,@()\\\\\\[]+))(?::(\\d{1,5}))?(?:[/;?].*|:[^/,]*)?");

    private static final Pattern DESCRIPTION = Pattern.compile(
            "(?i)[^(]*@\\(DESCRIPTION=\\(ADDRESS=(?:\\(PROTOCOL=\\w+\\))?\\(HOST=(?:\\[([^\\]]+)\\]|([^()]+))\\)\\(PORT=(\\d{1,5})\\)\\)\\(CONNECT_DATA=.*");

    private final DatabaseEngine engine;

    JdbcUrl(DatabaseEngine engine) {
        this.engine = engine;
    }

    String of(Endpoint server, String database, Optional<String> schema) {
        Map<String, String> parameters = new LinkedHashMap<>(defaults(server));
        schema.ifPresent(name -> parameters.put("currentSchema", name));
        parameters.putAll(server.parameters());
        String prefix = engine.urlPrefix();
        String authority = server.host() + ":" + server.port();
        return switch (engine) {
            case MYSQL, MARIADB, POSTGRESQL ->
                prefix + "//" + authority + "/" + database + join(parameters, "?", "&", "");
            case MSSQL -> prefix + "//" + authority + ";databaseName=" + database + join(parameters, ";", ";", "");
            case DB2 -> prefix + "//" + authority + "/" + database + join(parameters, ":", ";", ";");
            case H2 -> prefix + server.host() + "/" + database + join(parameters, ";", ";", "");
            case ORACLE -> oracle(server, authority, database);
        };
    }

    Optional<String> database(String url) {
        return switch (engine) {
            case MYSQL, MARIADB, POSTGRESQL, DB2 -> first(PATH, url);
            case MSSQL -> parameter(url, "databaseName").or(() -> parameter(url, "database"));
            case ORACLE -> first(SERVICE_NAME, url).or(() -> first(SERVICE, url));
            case H2 -> first(FILE, url);
        };
    }

    Optional<String> parameter(String url, String name) {
        Pattern parameter = Pattern.compile("(?i)[?&;:]" + Pattern.quote(name) + "=([^&;]*)");
        Matcher matcher = parameter.matcher(url);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static Optional<ServerAddress> server(String url) {
        Matcher matcher = AUTHORITY.matcher(url);
        if (!matcher.matches()) {
            matcher = DESCRIPTION.matcher(url);
            if (!matcher.matches()) {
                return Optional.empty();
            }
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        String port = matcher.group(3);
        return Optional.of(
                new ServerAddress(host, port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port))));
    }

    private static Optional<String> first(Pattern pattern, String url) {
        Matcher matcher = pattern.matcher(url);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String oracle(Endpoint server, String authority, String service) {
        if (server.tls() != Tls.REQUIRED) {
            return "jdbc:oracle:thin:@" + authority + "/" + service;
        }
        return "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcps)(HOST=" + server.host() + ")(PORT="
                + server.port() + "))(CONNECT_DATA=(SERVICE_NAME=" + service + ")))";
    }

    /**
     * The engine's own parameters. With {@link Tls#REQUIRED} a driver trusts what the trust store of the server's Java
     * machine holds, and checks the host name in the certificate where it can: that store holds public authorities, too,
     * whose certificates anybody can get. PostgreSQL's driver has to be told that store; MariaDB's and SQL Server's check
     * names unless told otherwise; Connector/J 5.1, Oracle's and DB2's do not.
     */
    private Map<String, String> defaults(Endpoint server) {
        return switch (engine) {
            case MYSQL -> mysql(server);
            case MARIADB ->
                server.tls() == Tls.REQUIRED
                        ? ordered("useSSL", "true", "trustServerCertificate", "false")
                        : ordered("useSSL", "false");
            case POSTGRESQL ->
                server.tls() == Tls.REQUIRED
                        ? ordered("sslmode", "verify-full", "sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory")
                        : ordered("sslmode", pick(server, "prefer", "", "disable"));
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

    private Map<String, String> mysql(Endpoint server) {
        if (!engine.oldDriver(server.version())) {
            return ordered(
                    "autoReconnect", "true", "sslMode", pick(server, "PREFERRED", "VERIFY_IDENTITY", "DISABLED"));
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
