package io.github.eicluster.jdbc;

import io.github.eicluster.jdbc.Finding.Condition;
import io.github.eicluster.model.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes databases ready for their nodes: what is missing is created, the script runs where there is nothing, and what is
 * ready is left alone. Nothing is ever dropped but the table in which a run remembers how far it came.
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
     * @param wait how long to wait for another process that works on the same server
     */
    public Initialiser(LoadedDriver driver, Journal journal, Duration wait) {
        this.connector = new Connector(driver);
        this.journal = journal;
        this.wait = wait;
    }

    /**
     * Makes the databases of one server ready.
     *
     * @param databases the databases with what an administrator does for them
     * @param administrator who does it
     * @return one problem for each database that is not ready, or one for the server
     */
    public List<Problem> run(List<Prepared> databases, Administrator administrator) {
        List<Prepared> unready = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Prepared database : databases) {
            Target target = database.target();
            Finding finding = new Probe(connector, target).look();
            if (finding.is(Condition.READY)) {
                journal.info(target.name() + ": " + finding.text() + "; left alone");
            } else if (CURABLE.contains(finding.condition())) {
                unready.add(database);
            } else {
                problems.add(Problem.error(target.name(), finding.text()));
            }
        }
        if (!unready.isEmpty()) {
            problems.addAll(new Administration(connector, administrator, journal, wait).run(unready));
        }
        return problems;
    }
}
