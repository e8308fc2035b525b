package io.github.eicluster.jdbc;

import java.sql.SQLException;

/** A statement of a script that the server refused. */
final class StatementException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient SqlStatement statement;
    private final SQLException failure;

    StatementException(SqlStatement statement, SQLException failure) {
        super(failure);
        this.statement = statement;
        this.failure = failure;
    }

    SqlStatement statement() {
        return statement;
    }

    SQLException failure() {
        return failure;
    }
}
