package io.github.eicluster.verify;

import java.util.List;

/**
 * What a team makes of findings.
 *
 * @param failOn which findings fail the build
 * @param suppressions what the team lives with
 */
public record Policy(FailOn failOn, List<Suppression> suppressions) {

    /** Errors fail, nothing is suppressed. */
    public static final Policy DEFAULT = new Policy(FailOn.ERROR, List.of());

    /** Copies the list. */
    public Policy {
        suppressions = List.copyOf(suppressions);
    }

    /** Which findings fail the build. */
    public enum FailOn {
        /** Errors. */
        ERROR,
        /** Errors, warnings, and what could not be checked. */
        WARNING,
        /** None. */
        NEVER
    }
}
