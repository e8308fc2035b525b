package io.github.eicluster.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database server of the tests: on the loopback address, on a port that was free, with an administrator who has a
 * password. Tests share one per build, so each makes databases and users with {@link #fresh} names.
 */
public abstract class DatabaseServer implements AutoCloseable {

    /** The password of the administrator. */
    public static final String ADMINISTRATOR_PASSWORD = "Administrator#1";

    private final AtomicInteger count = new AtomicInteger();

    /** {@return the port on 127.0.0.1} */
    public abstract int port();

    /** {@return the user name of the administrator, whose password is {@link #ADMINISTRATOR_PASSWORD}} */
    public abstract String administrator();

    /**
     * The URL of a database.
     *
     * @param database its name, empty for the one that an administrator logs in to
     * @return the JDBC URL
     */
    public abstract String url(String database);

    /**
     * Logs in.
     *
     * @param database as for {@link #url}
     * @param user the user name
     * @param password the password
     * @return the connection
     * @throws SQLException if the server refuses
     */
    public abstract Connection connect(String database, String user, String password) throws SQLException;

    /**
     * Logs in as administrator.
     *
     * @param database as for {@link #url}
     * @return the connection
     * @throws SQLException if the server refuses
     */
    public final Connection connect(String database) throws SQLException {
        return connect(database, administrator(), ADMINISTRATOR_PASSWORD);
    }

    /**
     * Runs statements as administrator, one after the other.
     *
     * @param database as for {@link #url}
     * @param statements SQL, one statement each
     * @throws SQLException if the server refuses one
     */
    public final void run(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Ends the server as a crash does: at once, with whatever it was doing. */
    public abstract void kill();

    /** Stops the server and removes its files. */
    @Override
    public abstract void close();

    /**
     * A name that no other test has.
     *
     * @param stem how it begins
     * @return letters, digits and underscores, in lower case
     */
    public final String fresh(String stem) {
        return stem.toLowerCase(Locale.ROOT) + "_" + count.incrementAndGet();
    }
}
