package io.github.eicluster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.testing.MariadbServer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run that ended in the middle of a script, where every table ends a transaction. */
@ExtendWith(MariadbServer.Shared.class)
class BrokenOffTest {

    private final MariadbServer server;
    private LiveDatabase database;

    BrokenOffTest(MariadbServer server) {
        this.server = server;
    }

    /** A run that ends before statement 29; 28 is an index. */
    @BeforeEach
    void breakOff() {
        database = new LiveDatabase(DatabaseType.MARIADB, server);
        assertThatThrownBy(() -> database.initialise(Recorded.before(29, () -> {
                    throw new IllegalStateException("broken off");
                })))
                .hasMessage("broken off");
    }

    @Test
    void aStatementThatWasDoneWithoutANoteIsNotAMistake() throws SQLException {
        server.run(database.name(), "UPDATE EI_CLUSTER_PROGRESS SET DONE = DONE - 1");
        assertThat(database.initialise(new Recorded())).isEmpty();
        assertThat(database.tables()).containsExactlyInAnyOrderElementsOf(PackScript.TABLES);
        assertThat(database.value("SELECT COUNT(*) FROM UM_DOMAIN")).isEqualTo("1");
    }

    @Test
    void twoStatementsThatWereDoneAreOneTooMany() throws SQLException {
        // The index of 26 may be there already, that of 28 may not.
        server.run(database.name(), "UPDATE EI_CLUSTER_PROGRESS SET DONE = DONE - 3");
        assertThat(database.initialise(new Recorded()))
                .singleElement()
                .asString()
                .startsWith("REGISTRY_DB: statement 28 of 82 (mysql.sql:")
                .endsWith("). Remove the cause and run this goal again: it goes on there.");
    }

    @Test
    void aRunThatEndedBeforeItsNoteBeginsAtTheFirstStatement() throws SQLException {
        LiveDatabase fresh = new LiveDatabase(DatabaseType.MARIADB, server);
        fresh.create();
        server.run(
                fresh.name(),
                "CREATE TABLE EI_CLUSTER_PROGRESS (SCRIPT VARCHAR(255), DIGEST VARCHAR(64), DONE INTEGER)");
        assertThat(fresh.initialise(new Recorded())).isEmpty();
        assertThat(fresh.tables()).containsExactlyInAnyOrderElementsOf(PackScript.TABLES);
    }

    @Test
    void anotherScriptDoesNotGoOnWhereTheFirstEnded() {
        byte[] other = "CREATE TABLE REG_LOG (ID INT);".getBytes(StandardCharsets.UTF_8);
        Target changed = database.target(
                database.target().url(),
                LiveDatabase.PASSWORD,
                SqlScript.read("mysql5.7.sql", other, DatabaseType.MARIADB));
        List<String> problems = database.initialise(new Recorded(), changed, database.administrator());
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("REGISTRY_DB: a run of init-databases was broken off in mysql.sql behind statement 28, and"
                        + " mysql5.7.sql is another script now (SHA-256 ")
                .endsWith("). Take the distribution of that run, or empty the database by hand.");
    }

    @Test
    void accountsForOtherMachinesAreAWarning() throws SQLException {
        assertThat(database.initialise(new Recorded())).isEmpty();
        server.run("", "RENAME USER '" + database.user() + "'@'%' TO '" + database.user() + "'@'192.0.2.%'");
        LiveDatabase elsewhere = database;
        assertThat(elsewhere.initialiseWithout(new Recorded())).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.text())
                    .startsWith("REGISTRY_DB: the login of '" + database.user() + "' at ")
                    .endsWith(" Its accounts are for other machines than this one: run check-databases there.");
        });
    }
}
