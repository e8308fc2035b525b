package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.testing.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** The initialiser on a real PostgreSQL. */
@ExtendWith(PostgresServer.Shared.class)
class PostgresInitialiserTest extends InitialiserContract {

    PostgresInitialiserTest(PostgresServer server) {
        super(DatabaseType.POSTGRESQL, server);
    }

    @Override
    List<String> madeLines() {
        return List.of("CREATE ROLE \"" + database.user() + "\" LOGIN", "CREATE DATABASE \"" + database.name() + "\"");
    }

    @Override
    void createClerk(String name) throws SQLException {
        server.run("", "CREATE ROLE " + name + " LOGIN PASSWORD 'Clerk#Password1'");
    }

    @Override
    void revokeWriting() throws SQLException {
        server.run(
                database.name(),
                "REVOKE INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public FROM \"" + database.user() + "\"");
    }

    @Override
    String ownTable(String name) {
        return "CREATE TABLE " + name + " (ID INT)";
    }
}
