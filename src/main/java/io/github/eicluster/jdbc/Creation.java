package io.github.eicluster.jdbc;

import java.util.Optional;

/**
 * A statement of an administrator, after which the scripts of databases can run.
 *
 * @param database the database in which it runs, as the URL spells it; absent: whichever the administrator logs in to
 * @param sql the statement, which may hold a password
 * @param words the statement as messages show it, without a password
 */
public record Creation(Optional<String> database, String sql, String words) {

    /** {@return the statement without a password} */
    @Override
    public String toString() {
        return words;
    }
}
