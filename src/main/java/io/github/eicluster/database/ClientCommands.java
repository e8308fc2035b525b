package io.github.eicluster.database;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.ServerAddress;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Databases.Tls;
import java.util.List;
import java.util.Optional;

/** The lines that an administrator types, for the command line client that comes with each engine. */
final class ClientCommands {

    /** Stands for the name of the administrator. */
    static final String ADMINISTRATOR = "<administrator>";

    /** Stands for a server that a hand-written URL does not tell. */
    static final String HOST = "<host>";

    private final DatabaseEngine engine;
    private final Databases.Server server;
    private final String root;
    private final boolean authority;

    ClientCommands(DatabaseEngine engine, Databases.Server server, String root, boolean authority) {
        this.engine = engine;
        this.server = server;
        this.root = root;
        this.authority = authority;
    }

    /** Runs the file that makes databases and users. */
    List<String> create(String file, Optional<ServerAddress> address, List<PlannedDatabase> databases) {
        return switch (engine) {
            case MYSQL, MARIADB -> List.of(mysql(address, ADMINISTRATOR) + " < " + file);
            case POSTGRESQL -> List.of(psql(address, "postgres", ADMINISTRATOR, "") + " -f " + file);
            case ORACLE -> {
                String service = databases.get(0).database().orElse("<service>");
                yield List.of("sqlplus -L " + ADMINISTRATOR + "@" + oracle(address, service) + " @" + file);
            }
            case MSSQL -> List.of(sqlcmd(address, "master", ADMINISTRATOR) + " -i " + file);
            case DB2 -> List.of("db2 -tvsf " + file);
            case H2 -> List.of();
        };
    }

    /** Runs the distribution's script in a database. */
    List<String> load(String file, PlannedDatabase database) {
        String name = database.database().orElse("<database>");
        String schema = CreateSql.schema(engine, database).orElse("");
        return switch (engine) {
            case MYSQL, MARIADB ->
                List.of(mysql(database.server(), ADMINISTRATOR) + " --database=" + quoted(name) + " < " + file);
            case POSTGRESQL -> List.of(psql(database.server(), name, ADMINISTRATOR, schema) + " -f " + file);
            case ORACLE ->
                List.of(
                        "sqlplus -L " + ADMINISTRATOR + "@" + oracle(database.server(), name),
                        "SQL> ALTER SESSION SET CURRENT_SCHEMA = " + engine.quote(schema) + ";",
                        "SQL> @" + file,
                        "SQL> EXIT");
            case MSSQL -> List.of(sqlcmd(database.server(), name, ADMINISTRATOR) + " -i " + file);
            case DB2 ->
                List.of(
                        "db2 connect to " + name,
                        "db2 'SET CURRENT SCHEMA = " + engine.quote(schema) + "'",
                        "db2 -td/ -vsf " + file,
                        "db2 connect reset");
            case H2 -> List.of(runScript(database, file));
        };
    }

    /** Logs in as the nodes do, and counts what has to be there. */
    List<String> check(PlannedDatabase database) {
        String name = database.database().orElse("<database>");
        String user = database.credentials().username();
        String query = "SELECT COUNT(*) FROM REG_LOG";
        return switch (engine) {
            case MYSQL, MARIADB ->
                List.of(mysql(database.server(), quoted(user)) + " --database=" + quoted(name) + " -e '" + query + "'");
            case POSTGRESQL ->
                List.of(psql(
                                database.server(),
                                name,
                                user,
                                CreateSql.schema(engine, database).orElse(""))
                        + " -c '" + query + "'");
            case ORACLE ->
                List.of("sqlplus -L " + quoted(user) + "@" + oracle(database.server(), name), "SQL> " + query + ";");
            case MSSQL -> List.of(sqlcmd(database.server(), name, quoted(user)) + " -Q '" + query + "'");
            case DB2 ->
                List.of(
                        "db2 connect to " + name + " user " + quoted(user),
                        "db2 'SELECT COUNT(*) FROM "
                                + engine.quote(
                                        CreateSql.schema(engine, database).orElse("")) + ".REG_LOG'",
                        "db2 connect reset");
            case H2 -> List.of();
        };
    }

    private String mysql(Optional<ServerAddress> address, String user) {
        String client = engine == DatabaseEngine.MARIADB ? "mariadb" : "mysql";
        return client + " --host=" + host(address) + " --port=" + port(address) + " --user=" + user + " --password"
                + mysqlTls();
    }

    private String mysqlTls() {
        String ca = authority ? " --ssl-ca=ca.crt" : "";
        if (server.host().isEmpty()) {
            return ca;
        }
        if (engine == DatabaseEngine.MARIADB) {
            return server.tls() == Tls.REQUIRED ? " --ssl-verify-server-cert" + ca : " --skip-ssl";
        }
        return switch (server.tls()) {
            case REQUIRED -> authority ? " --ssl-mode=VERIFY_IDENTITY" + ca : " --ssl-mode=REQUIRED";
            case PREFERRED -> " --ssl-mode=PREFERRED";
            case OFF -> " --ssl-mode=DISABLED";
        };
    }

    private String psql(Optional<ServerAddress> address, String database, String user, String schema) {
        String tls = server.host().isEmpty()
                ? ""
                : "PGSSLMODE="
                        + switch (server.tls()) {
                            case REQUIRED -> authority ? "verify-full PGSSLROOTCERT=ca.crt" : "require";
                            case PREFERRED -> "prefer";
                            case OFF -> "disable";
                        }
                        + " ";
        String path = schema.isEmpty() ? "" : "PGOPTIONS=" + quoted("--search_path=" + schema) + " ";
        return tls + path + "psql -X -v ON_ERROR_STOP=1 -h " + host(address) + " -p " + port(address) + " -U "
                + (user.equals(ADMINISTRATOR) ? user : quoted(user)) + " -d " + quoted(database);
    }

    private String sqlcmd(Optional<ServerAddress> address, String database, String user) {
        String tls = server.host().isEmpty()
                ? ""
                : switch (server.tls()) {
                    case REQUIRED -> " -N";
                    case PREFERRED -> " -N -C";
                    case OFF -> " -No";
                };
        return "sqlcmd -S tcp:" + host(address) + "," + port(address) + " -d " + quoted(database) + " -U " + user + tls
                + " -x -b -I";
    }

    private String oracle(Optional<ServerAddress> address, String service) {
        String where = host(address) + ":" + port(address) + "/" + service;
        return server.host().isPresent() && server.tls() == Tls.REQUIRED ? "tcps://" + where : "//" + where;
    }

    private String runScript(PlannedDatabase database, String file) {
        boolean known = database.credentials().password().source() == io.github.eicluster.model.Secret.Source.DEFAULT;
        String password = known
                ? database.credentials().password().reveal()
                : Accounts.placeholder(database.credentials().username());
        return "java -cp " + root + "/wso2/components/plugins/h2*.jar org.h2.tools.RunScript -url "
                + quoted(DatabaseChecks.shown(database.url())) + " -user "
                + quoted(database.credentials().username()) + " -password " + quoted(password) + " -script " + file;
    }

    private static String host(Optional<ServerAddress> address) {
        return address.map(ServerAddress::host).orElse(HOST);
    }

    private String port(Optional<ServerAddress> address) {
        return String.valueOf(
                address.flatMap(a -> a.port().isPresent() ? Optional.of(a.port().getAsInt()) : Optional.empty())
                        .orElse(engine.port(server.tls())));
    }

    /** A word of a shell; plain ones stay plain. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+,-]+") || word.startsWith("<")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
