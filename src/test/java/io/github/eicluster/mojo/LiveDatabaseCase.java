package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.Coordinates;
import io.github.eicluster.testing.DatabaseServer;
import io.github.eicluster.testing.RealDrivers;
import io.github.eicluster.testing.TestArtifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The goals that work on databases, on a real server, with the driver that the nodes get and the miniature's script. */
abstract class LiveDatabaseCase extends MojoCase {

    /** The password of the nodes' user in settings.xml. */
    static final String PASSWORD = "reg<pass";

    private final String type;
    private final String driver;
    private final DatabaseServer server;
    /** Databases of users and of the registry. */
    private final List<String> names;

    private final String user;

    LiveDatabaseCase(String type, String driver, DatabaseServer server) {
        this.type = type;
        this.driver = driver;
        this.server = server;
        this.names = List.of(server.fresh("UM-DB"), server.fresh("REG-DB"));
        this.user = server.fresh("regadmin");
    }

    @BeforeEach
    void nameDatabasesAndDriver() throws IOException {
        Coordinates artifact = TestArtifacts.coordinates(driver);
        Path file = localRepository()
                .resolve(artifact.groupId().replace('.', '/'))
                .resolve(artifact.artifactId())
                .resolve(artifact.version())
                .resolve(artifact.fileName());
        Files.copy(RealDrivers.file(artifact), file, StandardCopyOption.REPLACE_EXISTING);
        userProperties().setProperty("ei-cluster.database.type", type);
        userProperties().setProperty("ei-cluster.database.port", String.valueOf(server.port()));
        userProperties().setProperty("ei-cluster.database.username", user);
        userProperties().setProperty("ei-cluster.database.userDatabase.name", names.get(0));
        userProperties().setProperty("ei-cluster.database.registryDatabase.name", names.get(1));
    }

    @Test
    @MojoParameter(name = "adminServerId", value = "ei-db-admin")
    void databasesAreMadeOnceAndThenReady(
            @InjectMojo(goal = "init-databases") InitDatabasesMojo init,
            @InjectMojo(goal = "check-databases") CheckDatabasesMojo check)
            throws Exception {
        run(init);
        assertThat(log().infos())
                .contains(
                        names.get(0) + ": running dbscripts/" + script() + ", 2 statements",
                        names.get(0) + ": made 2 tables",
                        names.get(0) + ": '" + user + "' can log in, read and write",
                        names.get(1) + ": made 2 tables");
        assertThat(log().warnings()).noneMatch(line -> line.contains(names.get(0)));
        assertThat(log().infos()).noneMatch(line -> line.contains(PASSWORD));

        run(init);
        assertThat(log().infos())
                .contains(
                        names.get(0) + ": all of the 2 tables of dbscripts/" + script() + " are there; left alone",
                        names.get(1) + ": all of the 2 tables of dbscripts/" + script() + " are there; left alone");

        run(check);
        assertThat(log().infos())
                .contains(names.get(1) + ": all of the 2 tables of dbscripts/" + script() + " are there, and '" + user
                        + "' can log in, read and write");
    }

    @Test
    @InjectMojo(goal = "init-databases")
    void withoutAnAdministratorTheGoalSaysWhatNeedsOne(InitDatabasesMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("The databases are not ready for the nodes:\n  adminServerId: is missing, and only an"
                        + " administrator can make " + names.get(0) + ", " + names.get(1)
                        + " ready. Name a server of settings.xml, or give adminUsername and adminPassword.");
    }

    @Test
    @InjectMojo(goal = "init-databases")
    @MojoParameter(name = "adminServerId", value = "ei-db-admin")
    @MojoParameter(name = "adminUrl", value = "jdbc:other://maintenance/")
    void theAdministratorLogsInWhereTheUrlSays(InitDatabasesMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "The databases are not ready for the nodes:\n  administrator: maintenance cannot be reached (the"
                                + " driver does not take the URL jdbc:other://maintenance/). Start the server, or correct host and"
                                + " port of cluster/database.");
    }

    @Test
    @InjectMojo(goal = "check-databases")
    void aCheckOfWhatIsNotThereFailsWithALineForEachDatabase(CheckDatabasesMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .satisfies(e -> assertThat(e.getMessage().lines().toList())
                        .hasSize(3)
                        .startsWith("The databases are not ready for the nodes:")
                        .anyMatch(line -> line.startsWith("  " + names.get(0) + ": the login of '" + user
                                + "' at 127.0.0.1:" + server.port() + " is refused ("))
                        .anyMatch(line -> line.startsWith("  " + names.get(1) + ": the login of '" + user + "' at ")));
    }

    private String script() {
        return type.equals("mariadb") ? "mysql.sql" : type + ".sql";
    }

    final List<String> names() {
        return names;
    }

    final String user() {
        return user;
    }
}
