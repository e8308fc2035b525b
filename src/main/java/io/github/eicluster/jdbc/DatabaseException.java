package io.github.eicluster.jdbc;

import io.github.eicluster.model.ClusterException;

/** A database, a driver or a script with which the work cannot go on; the message names it, the rule and the remedy. */
public final class DatabaseException extends ClusterException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure without a cause.
     *
     * @param message the sentence for the user
     */
    public DatabaseException(String message) {
        super(message);
    }

    /**
     * A failure with the exception that led to it.
     *
     * @param message the sentence for the user
     * @param cause what happened below
     */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
