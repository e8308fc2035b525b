package io.github.eicluster.jdbc;

import io.github.eicluster.jdbc.Finding.Condition;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes the databases of one server ready for the nodes: what is missing is created, the script runs where there is
 * nothing, and what is ready is left alone. Nothing is ever dropped but the table in which a run remembers how far it came.
 */
public final class Initialiser {

    /** States in which an administrator can help. */
    private static final Set<Condition> CURABLE = EnumSet.of(
            Condition.ABSENT, Condition.LOGIN_REFUSED, Condition.EMPTY, Condition.INTERRUPTED, Condition.FORBIDDEN);

    private final Connector connector;
    private final Journal journal;
    private final Duration wait;

    /**
     * For databases of one engine.
     *
     * @param driver the engine's driver
     * @param journal hears what is done
     * @param wait how long to wait for another process that works on the same server, whole seconds
     */
    public Initialiser(LoadedDriver driver, Journal journal, Duration wait) {
        this.connector = new Connector(driver);
        this.journal = journal;
        this.wait = wait;
    }

    /**
     * Makes databases ready.
     *
     * @param targets databases of one server
     * @param administrator who makes what is missing; not needed for databases that are ready, or embedded
     * @param creations the statements that he runs for those of the databases that are not ready, in order
     * @return one problem for each database that is not ready, or one for the server
     */
    public List<Problem> run(
            List<Target> targets,
            Optional<Administrator> administrator,
            Function<List<Target>, List<Creation>> creations) {
        List<Problem> problems = new ArrayList<>();
        List<Target> unready = unready(targets, problems);
        if (unready.isEmpty()) {
            return problems;
        }
        if (unready.get(0).type() == DatabaseType.H2) {
            unready.forEach(target ->
                    embedded(target).ifPresent(finding -> problems.add(Problem.error(target.name(), finding.text()))));
        } else if (administrator.isEmpty()) {
            problems.add(Problem.error(
                    "adminServerId",
                    "is missing, and only an administrator can make "
                            + Words.list(unready.stream().map(Target::name).toList())
                            + " ready. Name a server of settings.xml, or give adminUsername and adminPassword."));
        } else {
            problems.addAll(new Administration(connector, administrator.get(), journal, wait)
                    .run(unready, creations.apply(unready)));
        }
        return problems;
    }

    private List<Target> unready(List<Target> targets, List<Problem> problems) {
        List<Target> unready = new ArrayList<>();
        for (Target target : targets) {
            Finding finding = new Probe(connector, target).look();
            if (finding.is(Condition.READY)) {
                journal.info(target.name() + ": " + finding.text() + "; left alone");
            } else if (CURABLE.contains(finding.condition())) {
                unready.add(target);
            } else {
                problems.add(Problem.error(target.name(), finding.text()));
            }
        }
        return unready;
    }

    /** Makes the file of an embedded database, alone: without AUTO_SERVER a second process is refused. */
    private Optional<Finding> embedded(Target target) {
        String alone = target.url().replaceAll("(?i);AUTO_SERVER=TRUE", "");
        try (Connection connection = connector.open(alone, target.credentials())) {
            Finding finding = new TableMaker(connector, target, journal).make(connection);
            return finding.is(Condition.READY) ? Optional.empty() : Optional.of(finding);
        } catch (SQLException e) {
            return Optional.of(new Probe(connector, target).failed(e));
        }
    }
}
