package io.github.eicluster.edit;

import io.github.eicluster.model.ClusterException;

/** A file that cannot be read or edited: not well-formed, anchor missing or ambiguous, or a result that is wrong. */
public class EditException extends ClusterException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure without a cause.
     *
     * @param message file, line, path, rule and remedy
     */
    public EditException(String message) {
        super(message);
    }

    /**
     * A failure with the exception that led to it.
     *
     * @param message file, line, path, rule and remedy
     * @param cause what happened below
     */
    public EditException(String message, Throwable cause) {
        super(message, cause);
    }
}
