package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.testing.DatabaseServer;
import io.github.eicluster.testing.MariadbServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files for MariaDB on a real server, and those for MySQL on the same. */
@ExtendWith(MariadbServer.Shared.class)
class MadeMariadbTest extends MadeDatabasesCase {

    @Override
    String database(DatabaseServer server) {
        return database(server, "mariadb");
    }

    private static String database(DatabaseServer server, String type) {
        return """
                <type>%s</type><host>127.0.0.1</host><port>%d</port><tls>off</tls>
                <username>%s</username><password>regpass</password>
                <userDatabase>%s</userDatabase><registryDatabase>%s</registryDatabase>
                <localRegistry>database</localRegistry><pool><initialSize>1</initialSize><minIdle>1</minIdle></pool>
                """.formatted(
                        type, server.port(), server.fresh("reg-admin"), server.fresh("USERS"), server.fresh("REG"));
    }

    @Override
    String script() {
        return """
                -- The registry.
                CREATE TABLE IF NOT EXISTS REG_LOG (
                  ID INTEGER AUTO_INCREMENT, REG_PATH VARCHAR (750) NOT NULL, REG_TENANT_ID INTEGER DEFAULT 0,
                  PRIMARY KEY (ID, REG_TENANT_ID), UNIQUE (REG_PATH, REG_TENANT_ID))ENGINE INNODB;\r
                CREATE INDEX REG_LOG_IND USING HASH ON REG_LOG(REG_PATH, REG_TENANT_ID);
                DELIMITER //
                CREATE PROCEDURE REG_NOTHING() BEGIN SELECT 1; END//
                DELIMITER ;
                """;
    }

    @Override
    String client() {
        return "mariadb";
    }

    @Test
    void whatIsMadeForMysqlServesItsDriverAndMayRunTwice(DatabaseServer server) throws Exception {
        MadeDatabases made = MadeDatabases.plan(server, database(server, "mysql"), script(), true, output);
        for (String command : made.making()) {
            String mariadbs = command.replaceFirst("^mysql ", "mariadb ").replace("--ssl-mode=DISABLED", "--skip-ssl");
            for (int time = 0; time < (command.endsWith("01-create.sql") ? 2 : 1); time++) {
                assertThat(made.run(mariadbs, server, DatabaseServer.ADMINISTRATOR_PASSWORD))
                        .as(mariadbs)
                        .startsWith("0 ");
            }
        }
        for (Map<String, String> datasource : made.datasources("node1").values()) {
            assertThat(datasource.get("driverClassName")).isEqualTo("com.mysql.cj.jdbc.Driver");
            try (TomcatPool pool = TomcatPool.open("9", datasource);
                    Connection connection = pool.source().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(datasource.get("validationQuery"));
                statement.execute("INSERT INTO REG_LOG (REG_PATH) VALUES ('/b')");
            }
        }
    }

    @Test
    void anUnderscoreInAGrantStandsForItselfOnly(DatabaseServer server) throws Exception {
        MadeDatabases made = MadeDatabases.plan(server, database(server), script(), true, output);
        made.run(made.making().get(0), server, DatabaseServer.ADMINISTRATOR_PASSWORD);
        Map<String, String> users = made.datasources("node1").get("jdbc/WSO2UMDB");
        String name = users.get("url").replaceAll(".*/([^?]+).*", "$1");
        String similar = name.replace('_', 'X');
        server.run("", "CREATE DATABASE " + similar, "CREATE TABLE " + similar + ".T (ID INTEGER)");

        try (Connection connection = server.connect(name, users.get("username"), users.get("password"));
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT * FROM " + similar + ".T"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(Files.readString(sql())).contains("\\_");
    }

    private Path sql() {
        return output.resolve("databases/mariadb/01-create.sql");
    }
}
