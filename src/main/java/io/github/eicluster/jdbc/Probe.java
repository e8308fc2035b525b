package io.github.eicluster.jdbc;

import io.github.eicluster.jdbc.Finding.Condition;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Looks at one database, as the nodes' user, and changes nothing. */
final class Probe {

    private final Connector connector;
    private final Target target;

    Probe(Connector connector, Target target) {
        this.connector = connector;
        this.target = target;
    }

    /** Logs in and looks at everything. */
    Finding look() {
        try (Connection connection = connector.readOnly(target)) {
            return look(connection);
        } catch (SQLException e) {
            return failed(e);
        }
    }

    private Finding look(Connection connection) throws SQLException {
        SchemaState state = SchemaState.of(connection, target.type(), target.script());
        return state.isComplete() ? access(connection, state) : tables(state);
    }

    /** What the tables say. */
    Finding tables(SchemaState state) {
        String script = target.script().name();
        String all = Words.count(target.script().tables().size(), "table");
        if (state.interrupted().isPresent()) {
            return new Finding(
                    Condition.INTERRUPTED,
                    "a run of init-databases was broken off in " + script + " behind statement "
                            + state.interrupted().get().done() + " of "
                            + target.script().statements().size()
                            + ", or is at work. Run ei-cluster:init-databases again: it goes on from there.");
        }
        if (state.isComplete()) {
            return new Finding(Condition.READY, "all of the " + all + " of " + script + " are there");
        }
        if (state.isEmpty()) {
            return new Finding(
                    Condition.EMPTY, "holds none of the " + all + " of " + script + ". Run ei-cluster:init-databases.");
        }
        if (state.present().isEmpty()) {
            return new Finding(
                    Condition.FOREIGN,
                    "holds tables that are not of " + script + " (" + Words.list(state.others())
                            + ") and none that is: the database is somebody else's. Name an empty one.");
        }
        return new Finding(
                Condition.INCOMPLETE,
                "holds " + state.present().size() + " of the " + all + " of " + script + " ("
                        + Words.list(state.present()) + ") and lacks " + Words.list(state.missing())
                        + ": somebody began to make them. Make the others by hand, or empty the database; this plugin"
                        + " removes nothing.");
    }

    /** Whether the nodes' user, whose connection it is, may use the tables. */
    private Finding access(Connection connection, SchemaState state) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(target.validationQuery());
        } catch (SQLException e) {
            return new Finding(
                    Condition.FAILED,
                    "the query that tests connections, '" + target.validationQuery() + "', fails ("
                            + connector.reason(e) + "). Correct validationQuery.");
        }
        Map<String, SQLException> refused = new NodeAccess(connection).refused(target.type(), state.present());
        if (refused.isEmpty()) {
            return tables(state);
        }
        Map.Entry<String, SQLException> first = refused.entrySet().iterator().next();
        String more = refused.size() == 1 ? "" : ", and " + (refused.size() - 1) + " other statements";
        return new Finding(
                Condition.FORBIDDEN,
                "the user '" + target.credentials().username() + "' cannot " + first.getKey() + " ("
                        + connector.reason(first.getValue()) + ")" + more
                        + ". Give it the privileges that the database scripts give.");
    }

    /** What a connection that failed says. */
    Finding failed(SQLException failure) {
        String user = "'" + target.credentials().username() + "'";
        String reason = " (" + connector.reason(failure) + "). ";
        return switch (FailureKind.of(target.type(), failure)) {
            case CONNECTION ->
                new Finding(
                        Condition.FAILED,
                        Place.of(target.url()) + " cannot be reached" + reason
                                + "Start the server, or correct host and port of cluster/database.");
            case LOGIN ->
                new Finding(
                        Condition.LOGIN_REFUSED,
                        "the login of " + user + " at " + Place.of(target.url()) + " is refused" + reason
                                + "Correct the user's password on the server or in cluster/database.");
            case NO_DATABASE ->
                new Finding(Condition.ABSENT, "the database is not there" + reason + "Run ei-cluster:init-databases.");
            case PRIVILEGE ->
                new Finding(
                        Condition.FORBIDDEN,
                        "the user " + user + " may not use the database" + reason
                                + "Give it the privileges that the database scripts give.");
            case IN_USE ->
                new Finding(
                        Condition.FAILED,
                        "another process has the database open" + reason + "Stop it, or wait for it.");
            case EXISTS, OTHER ->
                new Finding(Condition.FAILED, "the server fails" + reason + "Look into the log of the server.");
        };
    }
}
