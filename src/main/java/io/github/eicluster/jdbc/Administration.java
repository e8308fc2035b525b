package io.github.eicluster.jdbc;

import io.github.eicluster.jdbc.Finding.Condition;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an administrator does on one server, alone: a second process waits until the first is done. */
final class Administration {

    /** States that a refused statement explains. */
    private static final Set<Condition> EXPLAINED =
            EnumSet.of(Condition.ABSENT, Condition.LOGIN_REFUSED, Condition.FORBIDDEN, Condition.FAILED);

    private static final String REMEDY =
            "Give the administrator the privileges that the page of init-databases lists, or let somebody who has them"
                    + " run the files of ei-cluster:databases.";

    private final Connector connector;
    private final Administrator administrator;
    private final Journal journal;
    private final Duration wait;
    /** Why statements were refused. What they make may be there all the same, made by somebody with more privileges. */
    private final List<String> refused = new ArrayList<>();

    Administration(Connector connector, Administrator administrator, Journal journal, Duration wait) {
        this.connector = connector;
        this.administrator = administrator;
        this.journal = journal;
        this.wait = wait;
    }

    /** Makes the databases ready; gives one problem for each that is not, or one for the server. */
    List<Problem> run(List<Target> targets, List<Creation> creations) {
        DatabaseType type = targets.get(0).type();
        targets.forEach(target -> connector.hide(target.credentials().password().reveal()));
        try (Connection server = connector.open(administrator.url(), administrator.credentials())) {
            if (!lock(new ServerLock(type, server, "init-databases"))) {
                return List.of(Problem.error(
                        place(),
                        "another process has been initialising databases for more than "
                                + Words.count((int) wait.toSeconds(), "second")
                                + ". Wait until it is done and run this goal again."));
            }
            create(type, server, targets, creations);
            List<Problem> problems = new ArrayList<>();
            for (Target target : targets) {
                tables(server, target).ifPresent(problems::add);
            }
            return problems;
        } catch (SQLException e) {
            return List.of(Problem.error("administrator", failed(type, e)));
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

    private String user() {
        return "'" + administrator.credentials().username() + "'";
    }

    private String failed(DatabaseType type, SQLException failure) {
        String reason = " (" + connector.reason(failure) + "). ";
        return switch (FailureKind.of(type, failure)) {
            case CONNECTION ->
                place() + " cannot be reached" + reason
                        + "Start the server, or correct host and port of cluster/database.";
            case LOGIN ->
                "the login of " + user() + " at " + place() + " is refused" + reason
                        + "Correct adminServerId, or adminUsername and adminPassword.";
            case PRIVILEGE -> user() + " may not work at " + place() + reason + REMEDY;
            case NO_DATABASE, EXISTS, IN_USE, OTHER -> place() + " fails" + reason + "Look into the log of the server.";
        };
    }

    private void create(DatabaseType type, Connection server, List<Target> targets, List<Creation> creations)
            throws SQLException {
        for (Creation creation : creations) {
            if (creation.database().isEmpty()) {
                run(type, server, creation);
                continue;
            }
            Optional<Target> target = targets.stream()
                    .filter(t -> t.database().equals(creation.database()))
                    .findFirst();
            // A database that could not be made is reported when its tables are.
            if (target.isPresent()) {
                try (Connection inside = connector.open(target.get().url(), administrator.credentials())) {
                    run(type, inside, creation);
                } catch (SQLException e) {
                    refused.add("in " + target.get().name() + ": " + failed(type, e));
                }
            }
        }
    }

    private void run(DatabaseType type, Connection connection, Creation creation) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(creation.sql());
            // A statement with IF NOT EXISTS warns if it had nothing to do; one with IF has no tongue.
            if (creation.words().startsWith("CREATE ") && statement.getWarnings() == null) {
                journal.info(creation.words());
            }
        } catch (SQLException e) {
            FailureKind kind = FailureKind.of(type, e);
            if (kind != FailureKind.EXISTS) {
                String reason = " (" + connector.reason(e) + "). ";
                refused.add(
                        kind == FailureKind.PRIVILEGE
                                ? "the administrator " + user() + " may not " + creation.words() + reason + REMEDY
                                : "the server refuses " + creation.words() + reason
                                        + "Look into the log of the server.");
            }
        }
    }

    /** Nothing if all tables are there, and the nodes can use them. */
    private Optional<Problem> tables(Connection server, Target target) {
        Probe probe = new Probe(connector, target);
        Finding made = make(target, probe);
        if (!made.is(Condition.READY)) {
            return Optional.of(problem(target, made));
        }
        Finding finding = probe.look();
        if (finding.is(Condition.READY)) {
            journal.info(target.name() + ": '" + target.credentials().username() + "' can log in, read and write");
            return Optional.empty();
        }
        if (finding.is(Condition.LOGIN_REFUSED) && new HostAccess(server, target).isElsewhere()) {
            return Optional.of(Problem.warning(
                    target.name(),
                    finding.text() + " Its accounts are for other machines than this one: run check-databases there."));
        }
        return Optional.of(problem(target, finding));
    }

    private Finding make(Target target, Probe probe) {
        try (Connection connection = connector.open(target.url(), administrator.credentials())) {
            if (target.schema().isPresent()) {
                connection.setSchema(target.schema().get());
            }
            return new TableMaker(connector, target, journal).make(connection);
        } catch (SQLException e) {
            FailureKind kind = FailureKind.of(target.type(), e);
            return kind == FailureKind.NO_DATABASE
                    ? probe.failed(e)
                    : new Finding(Condition.FAILED, failed(target.type(), e));
        }
    }

    private Problem problem(Target target, Finding finding) {
        boolean explained = EXPLAINED.contains(finding.condition()) && !refused.isEmpty();
        return Problem.error(target.name(), explained ? refused.get(0) : finding.text());
    }
}
