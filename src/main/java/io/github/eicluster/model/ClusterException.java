package io.github.eicluster.model;

/**
 * A failure whose message is meant for the person who runs the build: one sentence with the place, the value, the rule
 * and the remedy. The base of every exception of this plugin, so that a goal translates one type only.
 */
public class ClusterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure without a cause.
     *
     * @param message the sentence for the user
     */
    public ClusterException(String message) {
        super(message);
    }

    /**
     * A failure with the exception that led to it.
     *
     * @param message the sentence for the user
     * @param cause what happened below
     */
    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
