package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Runs a script so that it can be broken off at any moment. PostgreSQL, SQL Server and DB2 create tables in
 * transactions: the script is one, and leaves all of it or nothing. The other engines end a transaction with every table,
 * so {@link Progress} says how far it came, and the next run goes on from there.
 */
final class ScriptRunner {

    private static final Set<DatabaseType> TRANSACTIONAL =
            Set.of(DatabaseType.POSTGRESQL, DatabaseType.MSSQL, DatabaseType.DB2);

    private final DatabaseType type;
    private final Connection connection;
    private final SqlScript script;
    private final IntConsumer before;

    /**
     * For one script in one database.
     *
     * @param before is told the number of each statement before it runs
     */
    ScriptRunner(DatabaseType type, Connection connection, SqlScript script, IntConsumer before) {
        this.type = type;
        this.connection = connection;
        this.script = script;
        this.before = before;
    }

    static boolean isTransactional(DatabaseType type) {
        return TRANSACTIONAL.contains(type);
    }

    /** Runs what of the script is not done yet. */
    void run(SchemaState state) throws SQLException, StatementException {
        connection.setAutoCommit(false);
        if (isTransactional(type)) {
            all();
        } else {
            rest(state);
        }
    }

    private void all() throws SQLException, StatementException {
        for (SqlStatement statement : script.statements()) {
            if (!controlsTransaction(statement)) {
                execute(statement);
            }
        }
        connection.commit();
    }

    /** The script of PostgreSQL is one transaction whatever it says itself. */
    private boolean controlsTransaction(SqlStatement statement) {
        if (type != DatabaseType.POSTGRESQL) {
            return false;
        }
        String first = new SqlTokens(statement.text(), SqlDialect.of(type)).word(0);
        return Set.of("BEGIN", "START", "COMMIT", "END").contains(first);
    }

    private void rest(SchemaState state) throws SQLException, StatementException {
        if (state.interrupted().isEmpty()) {
            Progress.create(connection);
        }
        Progress.begin(connection, script);
        int done = state.interrupted().map(Progress.State::done).orElse(0);
        boolean unsure = state.interrupted().isPresent();
        for (SqlStatement statement :
                script.statements().subList(done, script.statements().size())) {
            if (unsure) {
                retry(statement);
            } else {
                execute(statement);
            }
            unsure = false;
            Progress.done(connection, statement.number());
        }
        Progress.end(connection);
    }

    /** The run may have ended between a statement that made something and the note that it is done. */
    private void retry(SqlStatement statement) throws StatementException {
        try {
            execute(statement);
        } catch (StatementException e) {
            if (FailureKind.of(type, e.failure()) != FailureKind.EXISTS) {
                throw e;
            }
        }
    }

    private void execute(SqlStatement sql) throws StatementException {
        before.accept(sql.number());
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean more = statement.execute(sql.text());
            // A batch of SQL Server tells of what failed in its middle only when its results are read.
            while (more || statement.getUpdateCount() != -1) {
                more = statement.getMoreResults();
            }
        } catch (SQLException e) {
            throw new StatementException(sql, e);
        }
    }
}
