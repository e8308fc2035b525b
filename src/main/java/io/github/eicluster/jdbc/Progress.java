package io.github.eicluster.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Remembers in the database itself how far a script came, where creating a table ends a transaction (MySQL, MariaDB,
 * Oracle, H2), so that a run that was killed can be told from a schema that somebody else made, and can go on. The table
 * is there while a script runs and is removed behind its last statement.
 */
final class Progress {

    /** The table; no engine folds or quotes its name differently. */
    static final String TABLE = "EI_CLUSTER_PROGRESS";

    /** The table is there and its row is not. */
    private static final State UNNAMED = new State("", "", 0);

    private Progress() {}

    /**
     * How far a run came.
     *
     * @param script file name of its script
     * @param digest SHA-256 of the script
     * @param done number of the last statement that is known to be done; 0: none
     */
    record State(String script, String digest, int done) {

        /** Whether the run was one of this very script, or ended before it said of which. */
        boolean isOf(SqlScript other) {
            return digest.isEmpty() || digest.equals(other.digest());
        }
    }

    /** Reads the table, which has no row if the run ended as soon as it was made. */
    static State read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT SCRIPT, DIGEST, DONE FROM " + TABLE)) {
            return row.next() ? new State(row.getString(1), row.getString(2), row.getInt(3)) : UNNAMED;
        }
    }

    /** Makes the table. */
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + TABLE
                    + " (SCRIPT VARCHAR(255) NOT NULL, DIGEST VARCHAR(64) NOT NULL, DONE INTEGER NOT NULL)");
        }
    }

    /** Writes the row, unless a run that ended has written it. */
    static void begin(Connection connection, SqlScript script) throws SQLException {
        if (!read(connection).digest().isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + TABLE + " (SCRIPT, DIGEST, DONE) VALUES (?, ?, 0)")) {
            statement.setString(1, script.name());
            statement.setString(2, script.digest());
            statement.executeUpdate();
        }
        connection.commit();
    }

    /** Says that a statement is done, in one transaction with the rows that it changed. */
    static void done(Connection connection, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE " + TABLE + " SET DONE = ?")) {
            statement.setInt(1, number);
            statement.executeUpdate();
        }
        connection.commit();
    }

    /** Removes the table: the script is done. */
    static void end(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + TABLE);
        }
        connection.commit();
    }
}
