package io.github.eicluster.archive;

import io.github.eicluster.model.ClusterException;

/** A distribution that cannot be used: missing, damaged, hostile, or not an EI. */
public class DistributionException extends ClusterException {

    private static final long serialVersionUID = 1L;

    private static final String AS_PUBLISHED = "use the archive as its vendor published it";

    /**
     * A failure without a cause.
     *
     * @param message path as given, rule and remedy
     */
    public DistributionException(String message) {
        super(message);
    }

    /**
     * A failure with the exception that led to it.
     *
     * @param message path as given, rule and remedy
     * @param cause what happened below
     */
    public DistributionException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What is wrong with the whole distribution. */
    static DistributionException of(String origin, String rule, String remedy) {
        return new DistributionException("'" + origin + "' " + rule + "; " + remedy + ".");
    }

    /** One entry that no honest distribution holds. */
    static DistributionException refused(String origin, String entry, String rule) {
        return of(origin, "is refused: its entry '" + printable(entry) + "' " + rule, AS_PUBLISHED);
    }

    /** A zip whose structure contradicts itself. */
    static DistributionException damaged(String origin, String rule) {
        return of(origin, "is not a sound zip archive: " + rule, "download or build it again");
    }

    /** Entry names come from strangers: no control characters into a log. */
    private static String printable(String name) {
        String shown = name.length() > 200 ? name.substring(0, 200) + "..." : name;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
