package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.testing.MariadbServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds on a real MariaDB. */
@ExtendWith(MariadbServer.Shared.class)
abstract class MariadbContract extends InitialiserContract {

    MariadbContract(DatabaseType type, MariadbServer server) {
        super(type, server);
    }

    @Override
    List<String> madeLines() {
        return List.of(
                "CREATE DATABASE IF NOT EXISTS `" + database.name() + "`",
                "CREATE USER IF NOT EXISTS '" + database.user() + "'@'%'");
    }

    @Override
    void createClerk(String name) throws SQLException {
        server.run("", "CREATE USER '" + name + "'@'%' IDENTIFIED BY 'Clerk#Password1'");
    }

    @Override
    void revokeWriting() throws SQLException {
        server.run(
                "",
                "REVOKE ALL ON `" + database.name() + "`.* FROM '" + database.user() + "'@'%'",
                "GRANT SELECT ON `" + database.name() + "`.* TO '" + database.user() + "'@'%'");
    }

    @Override
    String ownTable(String name) {
        return "CREATE TABLE " + name + " (ID INT)";
    }
}
