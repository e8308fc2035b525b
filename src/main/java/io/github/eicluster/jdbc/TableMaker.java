package io.github.eicluster.jdbc;

import io.github.eicluster.jdbc.Finding.Condition;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs the script of one database, if the database is empty or an earlier run was broken off. */
final class TableMaker {

    private final Connector connector;
    private final Target target;
    private final Journal journal;

    TableMaker(Connector connector, Target target, Journal journal) {
        this.connector = connector;
        this.target = target;
        this.journal = journal;
    }

    /**
     * Makes the tables over a connection that may.
     *
     * @return what is there afterwards; {@link Condition#READY} if all tables are
     */
    Finding make(Connection connection) throws SQLException {
        SchemaState state = SchemaState.of(connection, target.type(), target.script());
        Probe probe = new Probe(connector, target);
        boolean runs = state.isEmpty()
                || state.interrupted().filter(s -> s.isOf(target.script())).isPresent();
        if (!runs) {
            Finding found = probe.tables(state);
            if (found.is(Condition.READY)) {
                journal.info(target.name() + ": " + found.text() + "; left alone");
            }
            return state.interrupted().map(this::otherScript).orElse(found);
        }
        say(state);
        try {
            new ScriptRunner(target.type(), connection, target.script(), this::statement).run(state);
        } catch (StatementException e) {
            return failed(e);
        }
        SchemaState made = SchemaState.of(connection, target.type(), target.script());
        if (made.isComplete()) {
            journal.info(target.name() + ": made " + Words.count(made.present().size(), "table"));
        }
        return probe.tables(made);
    }

    private void statement(int number) {
        journal.statement(target.name(), number, target.script().statements().size());
    }

    private void say(SchemaState state) {
        int total = target.script().statements().size();
        String begin = state.interrupted().isEmpty()
                ? "running " + target.script().name() + ", " + Words.count(total, "statement")
                : "an earlier run was broken off; going on in "
                        + target.script().name() + " behind statement "
                        + state.interrupted().get().done() + " of " + total;
        journal.info(target.name() + ": " + begin);
    }

    private Finding otherScript(Progress.State state) {
        return new Finding(
                Condition.INTERRUPTED,
                "a run of init-databases was broken off in " + state.script() + " behind statement " + state.done()
                        + ", and " + target.script().name() + " is another script now (SHA-256 "
                        + target.script().digest().substring(0, 12) + " instead of "
                        + state.digest().substring(0, 12)
                        + "). Take the distribution of that run, or empty the database by hand.");
    }

    private Finding failed(StatementException failure) {
        SqlStatement statement = failure.statement();
        String where = "statement " + statement.number() + " of "
                + target.script().statements().size() + " (" + target.script().name() + ":" + statement.line() + ")";
        boolean nothing = ScriptRunner.isTransactional(target.type());
        if (FailureKind.of(target.type(), failure.failure()) == FailureKind.CONNECTION) {
            return new Finding(
                    Condition.INTERRUPTED,
                    "the connection broke at " + where + " (" + connector.reason(failure.failure())
                            + "). Run this goal again: it "
                            + (nothing ? "begins anew, since nothing of the script stayed." : "goes on there."));
        }
        return new Finding(
                Condition.INTERRUPTED,
                where + " is refused (" + connector.reason(failure.failure())
                        + "). Remove the cause and run this goal again: it "
                        + (nothing ? "begins anew, since nothing of the script stayed." : "goes on there."));
    }
}
