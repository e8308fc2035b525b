package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.eicluster.testing.DatabaseServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an administrator does with the files on a real server, typed as README.md says, and what the nodes can do then with the
 * datasources that they get.
 */
abstract class MadeDatabasesCase {

    private static final String PASSWORD = "regpass";

    @TempDir
    Path output;

    /** Content of the element database for names that no other test has, with a registry of each node on the server. */
    abstract String database(DatabaseServer server);

    /** A script in the shape of the distribution's, with a table REG_LOG whose key ID the server counts up. */
    abstract String script();

    abstract String client();

    @Test
    void theCommandsOfTheReadmeMakeDatabasesThatTheNodesCanUseAndNoMore(DatabaseServer server) throws Exception {
        assumeTrue(installed(client()), "skipped: " + client() + " is not installed");
        MadeDatabases made = MadeDatabases.plan(server, database(server), script(), true, output);
        assertThat(made.making()).hasSize(5);
        for (String command : made.making()) {
            assertThat(made.run(command, server, DatabaseServer.ADMINISTRATOR_PASSWORD))
                    .as(command)
                    .startsWith("0 ");
        }
        assertThat(made.checking()).hasSize(4);
        for (String command : made.checking()) {
            assertThat(made.run(command, server, PASSWORD)).as(command).startsWith("0 ");
        }
        assertThat(made.datasources("node1")).hasSize(3);
        assertThat(made.datasources("node1").get("jdbc/WSO2CarbonDB").get("url"))
                .isNotEqualTo(made.datasources("node2").get("jdbc/WSO2CarbonDB").get("url"));
        for (String generation : TomcatPool.GENERATIONS) {
            for (String node : new String[] {"node1", "node2"}) {
                for (Map<String, String> datasource : made.datasources(node).values()) {
                    assertUsable(generation, datasource);
                }
            }
        }
    }

    @Test
    void aForgottenPlaceholderIsRefused(DatabaseServer server) throws Exception {
        assumeTrue(installed(client()), "skipped: " + client() + " is not installed");
        MadeDatabases made = MadeDatabases.plan(server, database(server), script(), false, output);

        assertThat(made.run(made.making().get(0), server, DatabaseServer.ADMINISTRATOR_PASSWORD))
                .doesNotStartWith("0 ")
                .containsIgnoringCase("syntax");
    }

    @Test
    void aFileWithPasswordsIsForItsOwnerOnly(DatabaseServer server) throws Exception {
        MadeDatabases made = MadeDatabases.plan(server, database(server), script(), true, output);

        assertThat(made.files().secrets())
                .singleElement()
                .satisfies(path -> assertThat(Files.getPosixFilePermissions(
                                output.resolve("databases").resolve(path)))
                        .extracting(Enum::name)
                        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE"));
    }

    private static void assertUsable(String generation, Map<String, String> datasource) throws Exception {
        assertThat(datasource).containsKeys("testOnBorrow", "validationQuery", "defaultAutoCommit");
        try (TomcatPool pool = TomcatPool.open(generation, datasource);
                Connection connection = pool.source().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(connection.getAutoCommit()).isFalse();
            statement.execute(datasource.get("validationQuery"));
            statement.execute("INSERT INTO REG_LOG (REG_PATH) VALUES ('/a')");
            assertThat(statement.executeUpdate("UPDATE REG_LOG SET REG_PATH = '/A' WHERE REG_PATH = '/a'"))
                    .isEqualTo(1);
            assertThat(statement.executeUpdate("DELETE FROM REG_LOG WHERE REG_PATH = '/a'"))
                    .as("paths that differ in case are two")
                    .isZero();
            assertThat(statement.executeUpdate("DELETE FROM REG_LOG WHERE REG_PATH = '/A'"))
                    .isEqualTo(1);
            connection.commit();
            assertThatThrownBy(() -> statement.execute("CREATE TABLE REG_OTHER (ID INTEGER)"))
                    .isInstanceOf(SQLException.class);
            connection.rollback();
            assertThatThrownBy(() -> statement.execute("DROP TABLE REG_LOG")).isInstanceOf(SQLException.class);
            connection.rollback();
        }
    }

    /** Whether a program is on the path. */
    static boolean installed(String program) {
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
