package io.github.eicluster.jdbc;

import io.github.eicluster.model.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A JDBC driver in a class loader of its own, the same jar that the nodes get. It is called itself, not found through
 * {@code DriverManager}, which knows drivers of the application's class loader only.
 */
public final class LoadedDriver implements AutoCloseable {

    /** The thread that Connector/J starts when its class is loaded; it would outlive the class loader. */
    private static final String CONNECTOR_J_THREAD = "com.mysql.cj.jdbc.AbandonedConnectionCleanupThread";

    private final URLClassLoader loader;
    private final Driver driver;
    private final Duration timeout;

    private LoadedDriver(URLClassLoader loader, Driver driver, Duration timeout) {
        this.loader = loader;
        this.driver = driver;
        this.timeout = timeout;
    }

    /**
     * Loads a driver.
     *
     * @param jars its jar files
     * @param className the driver's class
     * @param timeout how long a login may take
     * @return the driver; the caller closes it when all connections are closed
     * @throws DatabaseException if the jars do not hold the class, or it is no driver
     */
    public static LoadedDriver load(List<Path> jars, String className, Duration timeout) {
        URL[] urls = jars.stream().map(LoadedDriver::url).toArray(URL[]::new);
        URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        try {
            Driver driver = (Driver)
                    loader.loadClass(className).getDeclaredConstructor().newInstance();
            return new LoadedDriver(loader, driver, timeout);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            close(loader);
            throw new DatabaseException(
                    "The JDBC driver " + className + " cannot be loaded from " + jars
                            + ". Name the artifact that holds it in database/driver.",
                    e);
        }
    }

    /**
     * Logs in.
     *
     * @param url JDBC URL
     * @param credentials user and password
     * @return the connection
     * @throws SQLException if the server cannot be reached in time, or refuses
     */
    Connection connect(String url, Credentials credentials) throws SQLException {
        Attempt attempt = new Attempt(driver, faithful(url), properties(url, credentials));
        // Not every driver knows a limit for the whole login, and a firewall may swallow what it should refuse.
        Thread thread = new Thread(attempt.task, "ei-cluster-login");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return attempt.task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            attempt.abandon();
            throw new SQLTimeoutException("no answer within " + timeout.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (InterruptedException e) {
            attempt.abandon();
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
    }

    private static SQLException cause(ExecutionException e) {
        if (e.getCause() instanceof SQLException refused) {
            return refused;
        }
        return new SQLException(String.valueOf(e.getCause()), e.getCause());
    }

    /** A driver that reconnects in silence would lose locks, and try a wrong password again and again. */
    private static String faithful(String url) {
        return url.replaceAll("(?i)\\bautoReconnect=true\\b", "autoReconnect=false");
    }

    private Properties properties(String url, Credentials credentials) {
        Properties properties = new Properties();
        properties.setProperty("user", credentials.username());
        properties.setProperty("password", credentials.password().reveal());
        String millis = Long.toString(timeout.toMillis());
        String seconds = Long.toString(Math.max(1, timeout.toSeconds()));
        Map<String, Map<String, String>> limits = Map.of(
                "jdbc:mysql:", Map.of("connectTimeout", millis),
                "jdbc:mariadb:", Map.of("connectTimeout", millis),
                "jdbc:postgresql:", Map.of("connectTimeout", seconds),
                "jdbc:sqlserver:", Map.of("loginTimeout", seconds),
                "jdbc:db2:", Map.of("loginTimeout", seconds),
                "jdbc:oracle:", Map.of("oracle.net.CONNECT_TIMEOUT", millis));
        limits.forEach((prefix, limit) -> {
            if (url.startsWith(prefix)) {
                properties.putAll(limit);
            }
        });
        return properties;
    }

    /** Closes the class loader; open connections of this driver break. */
    @Override
    public void close() {
        try {
            loader.loadClass(CONNECTOR_J_THREAD).getMethod("checkedShutdown").invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            // Another driver, or one that has no such thread.
        }
        close(loader);
    }

    private static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One login; one that comes too late is closed. */
    private static final class Attempt {

        private final FutureTask<Connection> task;
        private Connection made;
        private boolean abandoned;

        Attempt(Driver driver, String url, Properties properties) {
            task = new FutureTask<>(() -> settle(driver.connect(url, properties), url));
        }

        private synchronized Connection settle(Connection connection, String url) throws SQLException {
            if (connection == null) {
                throw new SQLException("the driver does not take the URL " + url, "08001");
            }
            made = connection;
            if (abandoned) {
                connection.close();
            }
            return connection;
        }

        synchronized void abandon() throws SQLException {
            abandoned = true;
            if (made != null) {
                made.close();
            }
        }
    }
}
