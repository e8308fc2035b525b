package io.github.eicluster.model;

/**
 * One mistake or one thing to know, found while reading the configuration or while planning a node.
 *
 * @param severity whether the build fails
 * @param where the POM path, such as {@code cluster/nodes/node[2]/host}, or file and line
 * @param message the value, the rule and the remedy, as a sentence or two
 */
public record Problem(Severity severity, String where, String message) {

    /** Whether a problem stops the build. */
    public enum Severity {
        /** The build fails. */
        ERROR,
        /** The build goes on and says so. */
        WARNING,
        /** The build goes on and says so, unless it is for production. */
        UNSAFE
    }

    /**
     * A mistake.
     *
     * @param where the POM path, or file and line
     * @param message value, rule and remedy
     * @return the problem
     */
    public static Problem error(String where, String message) {
        return new Problem(Severity.ERROR, where, message);
    }

    /**
     * Something to know that does not stop the build.
     *
     * @param where the POM path, or file and line
     * @param message value, rule and remedy
     * @return the problem
     */
    public static Problem warning(String where, String message) {
        return new Problem(Severity.WARNING, where, message);
    }

    /**
     * A choice that no production should run with.
     *
     * @param where the POM path, or file and line
     * @param message value, rule and remedy
     * @return the problem
     */
    public static Problem unsafe(String where, String message) {
        return new Problem(Severity.UNSAFE, where, message);
    }

    /** {@return whether a build for production fails} */
    public boolean isUnsafe() {
        return severity == Severity.UNSAFE;
    }

    /** {@return whether every build fails} */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@return the line that a person reads: place, colon, message} */
    public String text() {
        return where + ": " + message;
    }
}
