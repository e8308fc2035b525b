package io.github.eicluster.jdbc;

import io.github.eicluster.jdbc.Finding.Condition;
import io.github.eicluster.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** Looks whether databases are ready for the nodes: as the nodes' user, and without changing anything. */
public final class Checker {

    private final Connector connector;
    private final Journal journal;

    /**
     * For databases of one engine.
     *
     * @param driver the engine's driver
     * @param journal hears what is in order
     */
    public Checker(LoadedDriver driver, Journal journal) {
        this.connector = new Connector(driver);
        this.journal = journal;
    }

    /**
     * Looks at databases.
     *
     * @param targets the databases
     * @return one problem for each that is not ready
     */
    public List<Problem> run(List<Target> targets) {
        List<Problem> problems = new ArrayList<>();
        for (Target target : targets) {
            Finding finding = new Probe(connector, target).look();
            if (finding.is(Condition.READY)) {
                journal.info(target.name() + ": " + finding.text() + ", and '"
                        + target.credentials().username() + "' can log in, read and write");
            } else {
                problems.add(Problem.error(target.name(), finding.text()));
            }
        }
        return problems;
    }
}
