package io.github.eicluster.database;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.ServerAddress;
import java.util.List;
import java.util.Optional;

/** A file of statements as the engine's own command line client reads it. */
final class SqlFile {

    private final DatabaseEngine engine;
    private final Optional<ServerAddress> server;
    private final StringBuilder text = new StringBuilder();
    private String connected = "";

    SqlFile(DatabaseEngine engine, Optional<ServerAddress> server) {
        this.engine = engine;
        this.server = server;
    }

    SqlFile comment(String line) {
        text.append("-- ").append(line).append('\n');
        return this;
    }

    /** Adds statements; the client changes the database before the first that needs another one. */
    SqlFile add(List<AdminStatement> statements) {
        if (engine == DatabaseEngine.ORACLE) {
            // An ampersand in a password is none of SQL*Plus's variables, and a failure ends the file.
            text.append("SET DEFINE OFF\nWHENEVER SQLERROR EXIT FAILURE ROLLBACK\n");
            connected = statements.stream()
                    .findFirst()
                    .flatMap(AdminStatement::database)
                    .orElse("");
        }
        for (AdminStatement statement : statements) {
            statement.database().filter(database -> !database.equals(connected)).ifPresent(this::connect);
            text.append(statement.sql()).append(end());
        }
        if (engine == DatabaseEngine.DB2 && !connected.isEmpty()) {
            text.append("CONNECT RESET;\n");
        }
        return this;
    }

    private void connect(String database) {
        connected = database;
        text.append('\n');
        text.append(
                switch (engine) {
                    case POSTGRESQL -> "\\connect " + engine.quote(database);
                    case MSSQL -> "USE " + engine.quote(database) + end().stripTrailing();
                    case ORACLE ->
                        "CONNECT " + ClientCommands.ADMINISTRATOR + "@//"
                                + server.map(Object::toString).orElse(ClientCommands.HOST) + "/" + database;
                    case DB2 -> "CONNECT TO " + database + ";";
                    case MYSQL, MARIADB, H2 -> throw new IllegalStateException(engine + " has no such statement");
                });
        text.append('\n');
    }

    private String end() {
        return engine == DatabaseEngine.MSSQL ? "\nGO\n" : ";\n";
    }

    /** {@return size only: the text may hold passwords} */
    @Override
    public String toString() {
        return "SqlFile[" + text.length() + " characters]";
    }

    String text() {
        return text.toString();
    }
}
