package io.github.eicluster.mojo;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Problem;

/** A mistake in one top-level parameter, which can be listed together with those of the cluster. */
final class Mistake extends ClusterException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Mistake(String where, String message) {
        super(where + ": " + message);
        this.problem = Problem.error(where, message);
    }

    Problem problem() {
        return problem;
    }
}
