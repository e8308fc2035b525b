package io.github.eicluster.jdbc;

import io.github.eicluster.jdbc.Creation.Kind;
import io.github.eicluster.jdbc.Finding.Condition;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an administrator does on one server, alone: a second process waits until the first is done. */
final class Administration {

    private static final String REMEDY =
            "Give the administrator the privileges that the page of init-databases lists, or let somebody who has them"
                    + " run the files of ei-cluster:databases.";

    private final Connector connector;
    private final Administrator administrator;
    private final Journal journal;
    private final Duration wait;

    Administration(Connector connector, Administrator administrator, Journal journal, Duration wait) {
        this.connector = connector;
        this.administrator = administrator;
        this.journal = journal;
        this.wait = wait;
    }

    /** Makes the databases ready; gives one problem for each that is not, or one for the server. */
    List<Problem> run(List<Prepared> databases) {
        DatabaseType type = databases.get(0).target().type();
        try (Connection server = connector.open(administrator.url(), administrator.credentials())) {
            if (!lock(new ServerLock(type, server, "init-databases"))) {
                return List.of(Problem.error(
                        place(),
                        "another process has been initialising databases for more than "
                                + Words.count((int) wait.toSeconds(), "second")
                                + ". Wait until it is done and run this goal again."));
            }
            List<Problem> problems = new ArrayList<>();
            for (Prepared database : databases) {
                prepare(server, database)
                        .ifPresent(finding ->
                                problems.add(Problem.error(database.target().name(), finding.text())));
            }
            return problems;
        } catch (SQLException e) {
            return List.of(Problem.error("administrator", refused(type, e)));
        }
    }

    private boolean lock(ServerLock lock) throws SQLException {
        if (lock.take(Duration.ZERO)) {
            return true;
        }
        journal.info(place() + ": another process is initialising databases; waiting for it");
        return lock.take(wait);
    }

    private String place() {
        return Place.of(administrator.url());
    }

    private String refused(DatabaseType type, SQLException failure) {
        String reason = " (" + connector.reason(failure) + "). ";
        String user = "'" + administrator.credentials().username() + "'";
        return switch (FailureKind.of(type, failure)) {
            case CONNECTION ->
                place() + " cannot be reached" + reason
                        + "Start the server, or correct host and port of cluster/database.";
            case LOGIN ->
                "the login of " + user + " at " + place() + " is refused" + reason
                        + "Correct adminServerId, or adminUsername and adminPassword.";
            case PRIVILEGE -> user + " may not work at " + place() + reason + REMEDY;
            case NO_DATABASE, EXISTS, IN_USE, OTHER -> place() + " fails" + reason + "Look into the log of the server.";
        };
    }

    /** Nothing if the database is ready. */
    private Optional<Finding> prepare(Connection server, Prepared database) throws SQLException {
        Target target = database.target();
        connector.hide(target.credentials().password().reveal());
        Optional<Finding> uncreated = create(server, database, false);
        if (uncreated.isPresent()) {
            return uncreated;
        }
        boolean inside = database.creations().stream().anyMatch(Creation::inDatabase);
        try {
            if (inside) {
                try (Connection connection = connector.open(target.url(), administrator.credentials())) {
                    uncreated = create(connection, database, true);
                }
            }
            return uncreated.isPresent() ? uncreated : tables(target);
        } catch (SQLException e) {
            return Optional.of(new Probe(connector, target).failed(e));
        }
    }

    private Optional<Finding> create(Connection connection, Prepared database, boolean inside) throws SQLException {
        Target target = database.target();
        Catalog catalog = new Catalog(target.type(), connection);
        for (Creation creation : database.creations()) {
            if (creation.inDatabase() != inside || catalog.has(creation)) {
                continue;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(creation.sql());
                // A statement with IF NOT EXISTS warns if it had nothing to do.
                if (creation.kind() != Kind.GRANT && statement.getWarnings() == null) {
                    journal.info(target.name() + ": " + creation.words());
                }
            } catch (SQLException e) {
                FailureKind kind = FailureKind.of(target.type(), e);
                if (kind != FailureKind.EXISTS) {
                    return Optional.of(uncreated(creation, kind, e));
                }
            }
        }
        return Optional.empty();
    }

    private Finding uncreated(Creation creation, FailureKind kind, SQLException failure) {
        String user = "the administrator '" + administrator.credentials().username() + "'";
        String reason = " (" + connector.reason(failure) + "). ";
        return new Finding(
                Condition.FAILED,
                kind == FailureKind.PRIVILEGE
                        ? user + " may not " + creation.words() + reason + REMEDY
                        : "the server refuses " + creation.words() + reason + "Look into the log of the server.");
    }

    /** Nothing if all tables are there, and the nodes can use them. */
    private Optional<Finding> tables(Target target) throws SQLException {
        Finding made;
        // Tables belong to who makes them, and nodes need more than grants on them; to MySQL nobody owns a table, and
        // its
        // users may be known on the nodes' machines only.
        boolean ownerless = target.type() == DatabaseType.MYSQL || target.type() == DatabaseType.MARIADB;
        try (Connection connection =
                ownerless ? connector.open(target.url(), administrator.credentials()) : connector.open(target)) {
            made = new TableMaker(connector, target, journal).make(connection);
        }
        if (!made.is(Condition.READY)) {
            return Optional.of(made);
        }
        Finding finding = new Probe(connector, target).look();
        if (finding.is(Condition.READY)) {
            journal.info(target.name() + ": " + finding.text() + ", and '"
                    + target.credentials().username() + "' can log in, read and write");
            return Optional.empty();
        }
        return Optional.of(finding);
    }
}
