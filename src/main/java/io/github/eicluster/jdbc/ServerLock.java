package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Keeps two processes from working on one database at once, with a lock of the server that belongs to a session: it ends
 * with the connection, however that ends. DB2 has none; there the catalog makes the second transaction wait, and then
 * refuses it. H2 lets one process open a file.
 */
final class ServerLock {

    /** The longest name that MySQL takes. */
    private static final int LONGEST = 64;

    private final DatabaseType type;
    private final Connection connection;
    private final String name;

    /**
     * A lock that is not taken yet.
     *
     * @param connection keeps the lock as long as it is open; for PostgreSQL and SQL Server everybody has to use the same
     *     database, to which the lock belongs
     * @param database what is locked
     */
    ServerLock(DatabaseType type, Connection connection, String database) {
        this.type = type;
        this.connection = connection;
        String whole = "ei-cluster " + database;
        this.name = whole.length() <= LONGEST
                ? whole
                : "ei-cluster " + HexFormat.of().formatHex(digest(whole), 0, 16);
    }

    /** Takes the lock if it is free, or gets free in time; says whether it did. */
    boolean take(Duration wait) throws SQLException {
        return switch (type) {
            case MYSQL, MARIADB -> mysql(wait);
            case POSTGRESQL -> postgres(wait);
            case MSSQL -> mssql(wait);
            case ORACLE -> oracle(wait);
            case DB2, H2 -> true;
        };
    }

    private boolean mysql(Duration wait) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(?, ?)")) {
            statement.setString(1, name);
            statement.setLong(2, wait.toSeconds());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1) == 1;
            }
        }
    }

    private boolean postgres(Duration wait) throws SQLException {
        long key = ByteBuffer.wrap(digest(name)).getLong();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery("SELECT pg_try_advisory_lock(" + key + ")")) {
                result.next();
                if (result.getBoolean(1) || wait.isZero()) {
                    return result.getBoolean(1);
                }
            }
            statement.execute("SET lock_timeout = " + wait.toMillis());
            try {
                statement.execute("SELECT pg_advisory_lock(" + key + ")");
                return true;
            } catch (SQLException e) {
                if (FailureKind.of(type, e) == FailureKind.IN_USE) {
                    return false;
                }
                throw e;
            } finally {
                reset(statement);
            }
        }
    }

    private static void reset(Statement statement) {
        try {
            statement.execute("RESET lock_timeout");
        } catch (SQLException e) {
            // The connection broke, which the exception on its way says.
        }
    }

    private boolean mssql(Duration wait) throws SQLException {
        try (CallableStatement statement = connection.prepareCall("{? = call sp_getapplock(?, ?, ?, ?)}")) {
            statement.registerOutParameter(1, Types.INTEGER);
            statement.setString(2, name);
            statement.setString(3, "Exclusive");
            statement.setString(4, "Session");
            statement.setLong(5, wait.toMillis());
            statement.execute();
            return statement.getInt(1) >= 0;
        }
    }

    private boolean oracle(Duration wait) throws SQLException {
        String block = "DECLARE handle VARCHAR2(128); BEGIN DBMS_LOCK.ALLOCATE_UNIQUE(?, handle);"
                + " ? := DBMS_LOCK.REQUEST(handle, DBMS_LOCK.X_MODE, ?, FALSE); END;";
        try (CallableStatement statement = connection.prepareCall(block)) {
            statement.setString(1, name);
            statement.registerOutParameter(2, Types.INTEGER);
            statement.setLong(3, wait.toSeconds());
            statement.execute();
            return statement.getInt(2) == 0;
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
