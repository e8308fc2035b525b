package io.github.eicluster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.testing.MariadbServer;
import io.github.eicluster.testing.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that dies in the middle of a script, and comes back. */
class KilledServerTest {

    @Test
    void onMariadbTheNextRunSaysWhereTheFirstEndedAndGoesOnThere() throws SQLException {
        try (MariadbServer server = MariadbServer.start()) {
            LiveDatabase database = new LiveDatabase(DatabaseType.MARIADB, server);
            List<String> problems = database.initialise(Recorded.before(30, server::kill));
            assertThat(problems)
                    .singleElement()
                    .asString()
                    .startsWith("REGISTRY_DB: the connection broke at statement 30 of 82 (mysql.sql:")
                    .endsWith("). Run this goal again: it goes on there.");
            server.restart();
            assertThat(database.tables()).hasSize(16).contains("EI_CLUSTER_PROGRESS");
            assertThat(look(database))
                    .isEqualTo("a run of init-databases was broken off in mysql.sql behind statement 29 of 82, or is at"
                            + " work. Run ei-cluster:init-databases again: it goes on from there.");
            Recorded journal = new Recorded(statement -> assertThat(statement).isGreaterThanOrEqualTo(30));
            assertThat(database.initialise(journal)).isEmpty();
            assertThat(journal.lines())
                    .contains(
                            "REGISTRY_DB: an earlier run was broken off; going on in mysql.sql behind statement 29 of 82");
            assertThat(database.tables()).containsExactlyInAnyOrderElementsOf(PackScript.TABLES);
            assertThat(database.value("SELECT COUNT(*) FROM UM_DOMAIN")).isEqualTo("1");
        }
    }

    @Test
    void onPostgresNothingIsLeftAndTheNextRunBeginsAnew() throws SQLException {
        try (PostgresServer server = PostgresServer.start()) {
            LiveDatabase database = new LiveDatabase(DatabaseType.POSTGRESQL, server);
            List<String> problems = database.initialise(Recorded.before(30, server::kill));
            assertThat(problems)
                    .singleElement()
                    .asString()
                    .startsWith("REGISTRY_DB: the connection broke at statement 30 of 82 (postgresql.sql:")
                    .endsWith("). Run this goal again: it begins anew, since nothing of the script stayed.");
            server.restart();
            assertThat(database.tables()).isEmpty();
            assertThat(look(database))
                    .isEqualTo("holds none of the 40 tables of postgresql.sql. Run ei-cluster:init-databases.");
            assertThat(database.initialise(new Recorded())).isEmpty();
            assertThat(database.tables()).containsExactlyInAnyOrderElementsOf(PackScript.TABLES);
        }
    }

    private static String look(LiveDatabase database) {
        try (LoadedDriver driver = LiveDatabase.driver(database.target().type())) {
            return new Probe(new Connector(driver), database.target()).look().text();
        }
    }
}
