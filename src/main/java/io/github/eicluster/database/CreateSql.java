package io.github.eicluster.database;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Databases;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The statements that make the databases of one server, the users of the nodes, and what these may do: read and write
 * rows, no more. The tables are the administrator's, who runs the scripts.
 */
final class CreateSql {

    private static final String ROWS = "SELECT, INSERT, UPDATE, DELETE";

    private final DatabaseEngine engine;
    private final Databases.Server server;
    private final Accounts accounts;

    CreateSql(DatabaseEngine engine, Databases.Server server, Accounts accounts) {
        this.engine = engine;
        this.server = server;
        this.accounts = accounts;
    }

    /** The statements, in order; none for H2, which makes a file when it is first opened. */
    List<AdminStatement> of(List<PlannedDatabase> databases) {
        return switch (engine) {
            case MYSQL, MARIADB -> mysql(databases);
            case POSTGRESQL -> postgresql(databases);
            case ORACLE -> oracle(databases);
            case MSSQL -> mssql(databases);
            case DB2 -> db2(databases);
            case H2 -> List.of();
        };
    }

    /** The schema that holds the tables, where it is not that of everybody: named by the URL, or that of the user. */
    static Optional<String> schema(DatabaseEngine engine, PlannedDatabase database) {
        return switch (engine) {
            // The server folds what the driver hands over as search_path.
            case POSTGRESQL -> database.schema().map(schema -> schema.toLowerCase(Locale.ROOT));
            case ORACLE -> Optional.of(folded(database.credentials().username()));
            case DB2 ->
                database.schema()
                        .or(() -> Optional.of(folded(database.credentials().username())));
            default -> Optional.empty();
        };
    }

    private static Set<String> names(List<PlannedDatabase> databases) {
        Set<String> names = new LinkedHashSet<>();
        databases.forEach(database -> database.database().ifPresent(names::add));
        return names;
    }

    private static boolean hasAccount(PlannedDatabase database) {
        return !Accounts.isAdministrator(database.credentials().username());
    }

    private String user(PlannedDatabase database) {
        return engine.quote(database.credentials().username());
    }

    private List<AdminStatement> mysql(List<PlannedDatabase> databases) {
        List<AdminStatement> statements = new ArrayList<>();
        String characters = MysqlRules.characterSet(server.version());
        names(databases)
                .forEach(name -> statements.add(AdminStatement.onServer(
                        "CREATE DATABASE IF NOT EXISTS " + engine.quote(name) + " " + characters)));
        for (Credentials credentials : Accounts.made(databases)) {
            for (String host : accounts.hosts()) {
                statements.add(AdminStatement.onServer(MysqlRules.createUser(server)
                        + MysqlRules.account(engine, credentials.username(), host) + " IDENTIFIED BY "
                        + accounts.password(credentials) + MysqlRules.encryption(server)));
            }
        }
        for (PlannedDatabase database : databases) {
            if (database.database().isEmpty() || !hasAccount(database)) {
                continue;
            }
            String name = engine.quote(MysqlRules.pattern(database.database().get()));
            for (String host : accounts.hosts()) {
                statements.add(AdminStatement.onServer("GRANT " + ROWS + " ON " + name + ".* TO "
                        + MysqlRules.account(engine, database.credentials().username(), host)));
            }
        }
        return statements;
    }

    private List<AdminStatement> postgresql(List<PlannedDatabase> databases) {
        List<AdminStatement> statements = new ArrayList<>();
        for (Credentials credentials : Accounts.made(databases)) {
            statements.add(AdminStatement.onServer("CREATE ROLE " + engine.quote(credentials.username())
                    + " LOGIN PASSWORD " + accounts.password(credentials)));
        }
        for (String name : names(databases)) {
            String quoted = engine.quote(name);
            statements.add(
                    AdminStatement.onServer("CREATE DATABASE " + quoted + " ENCODING 'UTF8' TEMPLATE template0"));
            statements.add(AdminStatement.onServer("REVOKE ALL ON DATABASE " + quoted + " FROM PUBLIC"));
        }
        for (String name : names(databases)) {
            statements.add(AdminStatement.in(name, "REVOKE CREATE ON SCHEMA public FROM PUBLIC"));
            for (PlannedDatabase database : databases) {
                if (database.database().equals(Optional.of(name))) {
                    statements.addAll(inPostgresql(name, database));
                }
            }
        }
        return statements;
    }

    private List<AdminStatement> inPostgresql(String name, PlannedDatabase database) {
        List<AdminStatement> statements = new ArrayList<>();
        Optional<String> own = schema(engine, database).filter(schema -> !schema.equals("public"));
        String schema = engine.quote(own.orElse("public"));
        own.ifPresent(none -> statements.add(AdminStatement.in(name, "CREATE SCHEMA " + schema)));
        if (hasAccount(database)) {
            String user = user(database);
            statements.add(AdminStatement.in(name, "GRANT CONNECT ON DATABASE " + engine.quote(name) + " TO " + user));
            statements.add(AdminStatement.in(name, "GRANT USAGE ON SCHEMA " + schema + " TO " + user));
            String defaults = "ALTER DEFAULT PRIVILEGES IN SCHEMA " + schema + " GRANT ";
            statements.add(AdminStatement.in(name, defaults + ROWS + " ON TABLES TO " + user));
            statements.add(AdminStatement.in(name, defaults + "USAGE, SELECT ON SEQUENCES TO " + user));
        }
        return statements;
    }

    /** To Oracle, a database is a user: it owns the tables, and needs nothing but to log in. */
    private List<AdminStatement> oracle(List<PlannedDatabase> databases) {
        List<AdminStatement> statements = new ArrayList<>();
        for (PlannedDatabase database : databases) {
            if (!hasAccount(database)) {
                continue;
            }
            String user = engine.quote(folded(database.credentials().username()));
            Optional<String> service = database.database();
            statements.add(new AdminStatement(
                    service,
                    "CREATE USER " + user + " IDENTIFIED BY " + accounts.password(database.credentials())
                            + " DEFAULT TABLESPACE USERS QUOTA UNLIMITED ON USERS"));
            statements.add(new AdminStatement(service, "GRANT CREATE SESSION TO " + user));
        }
        return statements;
    }

    private List<AdminStatement> mssql(List<PlannedDatabase> databases) {
        List<AdminStatement> statements = new ArrayList<>();
        names(databases)
                .forEach(name -> statements.add(AdminStatement.onServer(
                        "IF DB_ID(N" + engine.literal(name) + ") IS NULL CREATE DATABASE " + engine.quote(name))));
        for (Credentials credentials : Accounts.made(databases)) {
            statements.add(AdminStatement.onServer("IF SUSER_ID(N" + engine.literal(credentials.username())
                    + ") IS NULL CREATE LOGIN " + engine.quote(credentials.username()) + " WITH PASSWORD = "
                    + accounts.password(credentials)));
        }
        for (PlannedDatabase database : databases) {
            if (database.database().isEmpty() || !hasAccount(database)) {
                continue;
            }
            String name = database.database().get();
            String user = user(database);
            statements.add(AdminStatement.in(
                    name,
                    "IF DATABASE_PRINCIPAL_ID(N"
                            + engine.literal(database.credentials().username()) + ") IS NULL CREATE USER " + user
                            + " FOR LOGIN " + user));
            statements.add(AdminStatement.in(name, "GRANT " + ROWS + " ON SCHEMA::[dbo] TO " + user));
        }
        return statements;
    }

    /** DB2 has no users of its own: the operating system or a directory has them. */
    private List<AdminStatement> db2(List<PlannedDatabase> databases) {
        List<AdminStatement> statements = new ArrayList<>();
        for (String name : names(databases)) {
            statements.add(AdminStatement.onServer("CREATE DATABASE " + name
                    + " AUTOMATIC STORAGE YES USING CODESET UTF-8 TERRITORY US PAGESIZE 32 K"));
        }
        for (PlannedDatabase database : databases) {
            if (database.database().isEmpty()) {
                continue;
            }
            String name = database.database().get();
            String schema = engine.quote(schema(engine, database).orElseThrow());
            statements.add(AdminStatement.in(name, "CREATE SCHEMA " + schema));
            if (hasAccount(database)) {
                String user = engine.quote(folded(database.credentials().username()));
                statements.add(AdminStatement.in(name, "GRANT CONNECT ON DATABASE TO USER " + user));
                statements.add(AdminStatement.in(
                        name, "GRANT SELECTIN, INSERTIN, UPDATEIN, DELETEIN ON SCHEMA " + schema + " TO USER " + user));
            }
        }
        return statements;
    }

    /** A user name as these servers understand it at login: in capitals, unless it comes in double quotes. */
    private static String folded(String user) {
        boolean quoted = user.length() > 1 && user.startsWith("\"") && user.endsWith("\"");
        return quoted ? user.substring(1, user.length() - 1) : user.toUpperCase(Locale.ROOT);
    }
}
