package io.github.eicluster.node;

import io.github.eicluster.model.ClusterException;

/** A file of the base is missing or cannot be read: the same failure on every node. */
final class BaseFileException extends ClusterException {

    private static final long serialVersionUID = 1L;

    BaseFileException(String message) {
        super(message);
    }

    BaseFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
