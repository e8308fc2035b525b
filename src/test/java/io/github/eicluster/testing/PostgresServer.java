package io.github.eicluster.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A real PostgreSQL that asks for passwords. A class that is annotated with {@code @ExtendWith(PostgresServer.Shared.class)}
 * takes it as a parameter; where its binaries cannot run, the class is skipped.
 */
public final class PostgresServer extends DatabaseServer {

    private final Path folder;
    private EmbeddedPostgres server;
    private long process;

    private PostgresServer(Path folder, EmbeddedPostgres server) throws IOException {
        this.folder = folder;
        this.server = server;
        this.process = process();
    }

    /** The one server of a build, for {@link ExtendWith}. */
    public static final class Shared extends SharedServer<PostgresServer> {
        /** Called by JUnit. */
        public Shared() {
            super(PostgresServer.class, PostgresServer::start);
        }
    }

    /**
     * Starts a server of its own, for a test that kills it or changes its settings.
     *
     * @return the server; the caller closes it
     */
    public static PostgresServer start() {
        Assumptions.assumeTrue(
                PostgresServer.class.getResource("/postgres-linux-x86_64.txz") != null
                        && System.getProperty("os.name")
                                .toLowerCase(Locale.ROOT)
                                .contains("linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "skipped: there are no PostgreSQL binaries for this machine");
        EmbeddedPostgres server = null;
        try {
            Path folder = Files.createTempDirectory("postgresql");
            server = builder(folder).start();
            askForPasswords(server);
            return new PostgresServer(folder, server);
        } catch (IOException | SQLException e) {
            closeQuietly(server, e);
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path folder) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "60")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
    }

    /** Starts the killed server again, with its data and its port. */
    public void restart() {
        try {
            // It cannot be stopped any more, but holds a lock on its folder in this process.
            server.close();
            server = builder(folder)
                    .setPort(port())
                    .setConnectConfig("password", ADMINISTRATOR_PASSWORD)
                    .start();
            process = process();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long process() throws IOException {
        Path pid = folder.resolve("data").resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(pid).get(0).strip());
    }

    /** The server starts open to everybody on the machine; from here on it wants passwords. */
    private static void askForPasswords(EmbeddedPostgres server) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER USER postgres PASSWORD '" + ADMINISTRATOR_PASSWORD + "'");
            statement.execute("CREATE ROLE administrator SUPERUSER LOGIN PASSWORD '" + ADMINISTRATOR_PASSWORD + "'");
            Files.writeString(Path.of(text(statement, "SHOW hba_file")), """
                    local all all               scram-sha-256
                    host  all all 127.0.0.1/32  scram-sha-256
                    """);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void closeQuietly(EmbeddedPostgres server, Exception reason) {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public String administrator() {
        return "administrator";
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + (database.isEmpty() ? "postgres" : database);
    }

    @Override
    public Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(url(database), user, password);
    }

    @Override
    public void kill() {
        ProcessHandle.of(process).ifPresent(handle -> {
            handle.descendants().forEach(ProcessHandle::destroyForcibly);
            handle.destroyForcibly();
            handle.onExit().join();
        });
    }

    @Override
    public void close() {
        try {
            server.close();
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
