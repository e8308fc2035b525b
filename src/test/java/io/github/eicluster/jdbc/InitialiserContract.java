package io.github.eicluster.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.testing.DatabaseServer;
import io.github.eicluster.testing.FreePorts;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every real server. */
abstract class InitialiserContract {

    private static final String ALL = "all of the 40 tables of ";

    final DatabaseType type;
    final DatabaseServer server;
    LiveDatabase database;
    String script;

    InitialiserContract(DatabaseType type, DatabaseServer server) {
        this.type = type;
        this.server = server;
    }

    @BeforeEach
    void nameADatabase() {
        database = new LiveDatabase(type, server);
        script = database.target().script().name();
    }

    /** What the journal says when an account and a database are made. */
    abstract List<String> madeLines();

    @Test
    void whatIsMissingIsMadeAndTheScriptRuns() throws SQLException {
        Recorded journal = new Recorded();
        assertThat(database.initialise(journal)).isEmpty();
        assertThat(journal.lines())
                .containsExactlyElementsOf(Stream.of(
                                madeLines().stream(),
                                Stream.of(
                                        "REGISTRY_DB: running " + script + ", 82 statements",
                                        "REGISTRY_DB: made 40 tables",
                                        "REGISTRY_DB: '" + database.user() + "' can log in, read and write"))
                        .flatMap(lines -> lines)
                        .toList());
        assertThat(database.tables()).containsExactlyInAnyOrderElementsOf(PackScript.TABLES);
        assertThat(database.value("SELECT NAME FROM UM_DOMAIN WHERE ID = 1")).isEqualTo("it's; PRIMARY");
    }

    @Test
    void aDatabaseThatIsReadyIsLeftAlone() throws SQLException {
        database.initialise(new Recorded());
        server.run(database.name(), "INSERT INTO UM_DOMAIN (ID, NAME) VALUES (2, 'of the cluster')");
        Recorded journal = new Recorded(statement -> {
            throw new AssertionError("statement " + statement + " runs again");
        });
        assertThat(database.initialise(journal)).isEmpty();
        assertThat(journal.lines()).containsExactly("REGISTRY_DB: " + ALL + script + " are there; left alone");
        assertThat(database.value("SELECT COUNT(*) FROM UM_DOMAIN")).isEqualTo("2");
        assertThat(database.tables()).hasSize(40);
    }

    @Test
    void aWrongPasswordOfTheAdministratorIsSaidWithoutIt() {
        Recorded journal = new Recorded();
        List<String> problems = database.initialise(
                journal, database.target(), database.administrator(server.administrator(), "Wrong#Password"));
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("administrator: the login of '" + server.administrator() + "' at 127.0.0.1:" + server.port()
                        + " is refused (")
                .endsWith("). Correct adminServerId, or adminUsername and adminPassword.")
                .doesNotContain("Wrong#Password");
        assertThat(journal.lines()).isEmpty();
    }

    @Test
    void aUserWhoHasAnotherPasswordOnTheServerIsNotChanged() {
        database.initialise(new Recorded());
        List<String> problems =
                database.initialise(new Recorded(), database.target("Another#1"), database.administrator());
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("REGISTRY_DB: the login of '" + database.user() + "' at 127.0.0.1:" + server.port()
                        + " is refused (")
                .endsWith("). Correct the user's password on the server or in cluster/database.")
                .doesNotContain("Another#1");
        assertThat(database.initialise(new Recorded())).isEmpty();
    }

    @Test
    void anAdministratorWithoutPrivilegesIsToldWhatHeMayNotDo() throws SQLException {
        String clerk = server.fresh("clerk");
        createClerk(clerk);
        List<String> problems = database.initialise(
                new Recorded(), database.target(), database.administrator(clerk, "Clerk#Password1"));
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("REGISTRY_DB: the administrator '" + clerk + "' may not CREATE ")
                .endsWith("). Give the administrator the privileges that the page of init-databases lists, or let"
                        + " somebody who has them run the files of ei-cluster:databases.")
                .doesNotContain(LiveDatabase.PASSWORD)
                .doesNotContain(LiveDatabase.PASSWORD.replace("'", "''"));
    }

    /** Makes a user who can log in and nothing else. */
    abstract void createClerk(String name) throws SQLException;

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        int free = FreePorts.inARow(1);
        Target target = database.target();
        String url = target.url().replace(":" + server.port(), ":" + free);
        List<String> problems = database.initialise(
                new Recorded(), database.target(url, LiveDatabase.PASSWORD, target.script()), database.administrator());
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("REGISTRY_DB: 127.0.0.1:" + free + " cannot be reached (")
                .endsWith("). Start the server, or correct host and port of cluster/database.");
    }

    @Test
    void aSchemaThatSomebodyBeganIsReportedWithItsTablesAndLeftAlone() throws SQLException {
        database.initialise(new Recorded());
        List<String> missing = PackScript.TABLES.stream()
                .filter(table -> table.startsWith("UM_H"))
                .sorted()
                .toList();
        for (String table : missing) {
            server.run(database.name(), "DROP TABLE " + table);
        }
        Recorded journal = new Recorded();
        List<String> problems = database.initialise(journal);
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("REGISTRY_DB: holds 37 of the 40 tables of " + script + " (")
                .endsWith(": somebody began to make them. Make the others by hand, or empty the database; this plugin"
                        + " removes nothing.");
        assertThat(problems.get(0).toUpperCase(Locale.ROOT))
                .contains("(REG_ASSOCIATION, REG_CLUSTER_LOCK, ")
                .contains(" AND 27 MORE) AND LACKS " + String.join(", ", missing) + ":");
        assertThat(journal.lines()).isEmpty();
        assertThat(database.tables()).hasSize(37);
    }

    @Test
    void aDatabaseOfSomebodyElseIsLeftAlone() throws SQLException {
        database.create();
        server.run(database.name(), ownTable("INVOICES"));
        List<String> problems = database.initialise(new Recorded());
        assertThat(problems)
                .singleElement()
                .asString()
                .isEqualToIgnoringCase("REGISTRY_DB: holds tables that are not of " + script
                        + " (INVOICES) and none that is: the database is somebody else's. Name an empty one.");
        assertThat(database.tables()).containsExactly("INVOICES");
    }

    @Test
    void aUserWhoMayOnlyReadIsReported() throws SQLException {
        database.initialise(new Recorded());
        revokeWriting();
        try (LoadedDriver driver = LiveDatabase.driver(type)) {
            Finding finding = new Probe(new Connector(driver), database.target()).look();
            assertThat(finding.condition()).isEqualTo(Finding.Condition.FORBIDDEN);
            assertThat(finding.text().toUpperCase(Locale.ROOT))
                    .startsWith("THE USER '" + database.user().toUpperCase(Locale.ROOT)
                            + "' CANNOT INSERT INTO REG_ASSOCIATION (")
                    .endsWith("), AND 119 OTHER STATEMENTS. GIVE IT THE PRIVILEGES THAT THE DATABASE SCRIPTS GIVE.");
        }
    }

    /** Takes every privilege on the tables but reading from the nodes' user. */
    abstract void revokeWriting() throws SQLException;

    @Test
    void aStatementThatTheServerRefusesIsNamedWithItsLine() throws SQLException {
        database.create();
        Target target = database.target();
        SqlScript wrong = SqlScript.read(
                script,
                "CREATE TABLE A (ID INT);\n\nCREATE TABLE B (ID NO_TYPE);".getBytes(StandardCharsets.UTF_8),
                type);
        List<String> problems = database.initialise(
                new Recorded(), database.target(target.url(), LiveDatabase.PASSWORD, wrong), database.administrator());
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("REGISTRY_DB: statement 2 of 2 (" + script + ":3) is refused (");
    }

    @Test
    void ofTwoAtOnceOneMakesTheTablesAndTheOtherFindsThemMade() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        Recorded first = Recorded.before(20, () -> {
            begun.countDown();
            await(waiting);
        });
        List<String> said = new CopyOnWriteArrayList<>();
        Journal second = line -> {
            said.add(line);
            waiting.countDown();
        };
        CompletableFuture<List<String>> one = CompletableFuture.supplyAsync(() -> database.initialise(first));
        await(begun);
        CompletableFuture<List<String>> two = CompletableFuture.supplyAsync(() -> database.initialise(second));
        assertThat(one.get()).isEmpty();
        assertThat(two.get()).isEmpty();
        assertThat(first.lines()).contains("REGISTRY_DB: made 40 tables");
        assertThat(said)
                .containsExactly(
                        "127.0.0.1:" + server.port() + ": another process is initialising databases; waiting for it",
                        "REGISTRY_DB: " + ALL + script + " are there; left alone",
                        "REGISTRY_DB: '" + database.user() + "' can log in, read and write");
        assertThat(database.tables()).hasSize(40);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A statement of the administrator that makes a table which the nodes' user sees. */
    abstract String ownTable(String name);
}
