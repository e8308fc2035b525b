package io.github.eicluster.database;

import java.util.Optional;

/**
 * A statement that an administrator runs.
 *
 * @param database database to be connected to, as a URL spells it; absent: whichever the administrator connects to
 * @param sql one statement, without anything that ends it
 */
record AdminStatement(Optional<String> database, String sql) {

    static AdminStatement onServer(String sql) {
        return new AdminStatement(Optional.empty(), sql);
    }

    static AdminStatement in(String database, String sql) {
        return new AdminStatement(Optional.of(database), sql);
    }

    /** {@return where it runs only: it may hold a password} */
    @Override
    public String toString() {
        return "AdminStatement[" + database.orElse("server") + "]";
    }
}
