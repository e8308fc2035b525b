package io.github.eicluster.jdbc;

/**
 * A statement of an administrator, after which the script of a database can run.
 *
 * @param kind what it makes
 * @param name name of what it makes, as the catalog of the server spells it
 * @param inDatabase whether it runs in the database itself instead of the administrator's
 * @param sql the statement, which may hold a password
 * @param words the statement in words without a secret, such as {@code CREATE USER "ei"}
 */
public record Creation(Kind kind, String name, boolean inDatabase, String sql, String words) {

    /** What a statement makes. */
    public enum Kind {
        /** A database. */
        DATABASE,
        /** A user of the server, or SQL Server's login. */
        USER,
        /** A schema in a database, or SQL Server's user of a database. */
        SCHEMA,
        /** Privileges; given again every time. */
        GRANT
    }
}
