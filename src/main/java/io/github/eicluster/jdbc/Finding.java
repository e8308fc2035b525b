package io.github.eicluster.jdbc;

/**
 * What was found at one database.
 *
 * @param condition what state it is in
 * @param text the fact and, unless all is well, the remedy; begins without the name of the database
 */
record Finding(Condition condition, String text) {

    /** States of a database. */
    enum Condition {
        /** All tables are there, and the nodes' user may use them. */
        READY,
        /** The database is not there. */
        ABSENT,
        /** The nodes' user cannot log in. */
        LOGIN_REFUSED,
        /** It has no table. */
        EMPTY,
        /** A run of this plugin was broken off. */
        INTERRUPTED,
        /** Some of the script's tables are there, and no run of this plugin says why. */
        INCOMPLETE,
        /** It has tables, but none of the script. */
        FOREIGN,
        /** The nodes' user may not use the tables. */
        FORBIDDEN,
        /** Nothing can be said: the server does not answer, or fails. */
        FAILED
    }

    boolean is(Condition other) {
        return condition == other;
    }
}
