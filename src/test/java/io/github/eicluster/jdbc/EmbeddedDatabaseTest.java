package io.github.eicluster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded H2 that the nodes of one host share. */
class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    private Target target;

    @BeforeEach
    void nameAFile() {
        target = target("wso2carbon");
    }

    private Target target(String password) {
        return new Target(
                "REGISTRY_DB",
                DatabaseType.H2,
                Optional.of("REGISTRY_DB"),
                Optional.empty(),
                "jdbc:h2:" + folder.resolve("REGISTRY_DB") + ";AUTO_SERVER=TRUE;LOCK_TIMEOUT=60000",
                LiveDatabase.credentials("wso2carbon", password),
                "SELECT 1",
                PackScript.of(DatabaseType.H2));
    }

    private List<String> initialise(Journal journal) {
        return initialise(journal, target);
    }

    private static List<String> initialise(Journal journal, Target target) {
        try (LoadedDriver driver = LiveDatabase.driver(DatabaseType.H2)) {
            return new Initialiser(driver, journal, Duration.ofSeconds(1))
                    .run(List.of(target), Optional.empty(), targets -> List.of()).stream()
                            .map(Problem::text)
                            .toList();
        }
    }

    private List<String> check(Journal journal) {
        try (LoadedDriver driver = LiveDatabase.driver(DatabaseType.H2)) {
            return new Checker(driver, journal)
                    .run(List.of(target)).stream().map(Problem::text).toList();
        }
    }

    @Test
    void aCheckMakesNoFile() {
        assertThat(check(new Recorded()))
                .singleElement()
                .asString()
                .startsWith("REGISTRY_DB: the database is not there (")
                .endsWith("). Run ei-cluster:init-databases.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFileGetsItsTablesOnceAndWithoutAnAdministrator() {
        Recorded first = new Recorded();
        assertThat(initialise(first)).isEmpty();
        assertThat(first.lines())
                .containsExactly("REGISTRY_DB: running h2.sql, 82 statements", "REGISTRY_DB: made 40 tables");
        Recorded second = new Recorded();
        assertThat(initialise(second)).isEmpty();
        assertThat(second.lines()).containsExactly("REGISTRY_DB: all of the 40 tables of h2.sql are there; left alone");
        Recorded checked = new Recorded();
        assertThat(check(checked)).isEmpty();
        assertThat(checked.lines())
                .containsExactly("REGISTRY_DB: all of the 40 tables of h2.sql are there, and 'wso2carbon' can log in,"
                        + " read and write");
    }

    @Test
    void aFileOfAnotherUserIsReported() {
        initialise(new Recorded());
        assertThat(initialise(new Recorded(), target("other")))
                .singleElement()
                .asString()
                .startsWith("REGISTRY_DB: the login of 'wso2carbon' at ")
                .endsWith("). Correct the user's password on the server or in cluster/database.");
    }

    @Test
    void aFileThatAnotherProcessHoldsAloneIsReported() throws SQLException {
        try (LoadedDriver driver = LiveDatabase.driver(DatabaseType.H2);
                Connection alone =
                        new Connector(driver).open("jdbc:h2:" + folder.resolve("REGISTRY_DB"), target.credentials())) {
            assertThat(alone.isValid(0)).isTrue();
            assertThat(initialise(new Recorded()))
                    .singleElement()
                    .asString()
                    .startsWith("REGISTRY_DB: another process has the database open (")
                    .endsWith("). Stop it, or wait for it.");
        }
    }

    @Test
    void aRunThatWasBrokenOffGoesOn() {
        Recorded broken = Recorded.before(30, () -> {
            throw new IllegalStateException("broken off");
        });
        try {
            initialise(broken);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("broken off");
        }
        Recorded journal = new Recorded(statement -> assertThat(statement).isGreaterThanOrEqualTo(30));
        assertThat(initialise(journal)).isEmpty();
        assertThat(journal.lines())
                .startsWith("REGISTRY_DB: an earlier run was broken off; going on in h2.sql behind statement 29 of 82");
        assertThat(check(new Recorded())).isEmpty();
    }
}
