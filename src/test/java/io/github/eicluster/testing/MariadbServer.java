package io.github.eicluster.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A private instance of the machine's MariaDB, grants on. A class that is annotated with
 * {@code @ExtendWith(MariadbServer.Shared.class)} takes it as a parameter, and is skipped where MariaDB is absent.
 */
public final class MariadbServer extends DatabaseServer {

    private static final int ATTEMPTS = 3;

    private final Path folder;
    private final int port;
    private Process process;
    private Thread atExit;

    private MariadbServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** The one server of a build, for {@link ExtendWith}. */
    public static final class Shared extends SharedServer<MariadbServer> {
        /** Called by JUnit. */
        public Shared() {
            super(MariadbServer.class, () -> start());
        }
    }

    /**
     * Starts a server of its own, for a test that kills it or changes its settings.
     *
     * @param options further options of {@code mariadbd}
     * @return the server; the caller closes it
     */
    public static MariadbServer start(String... options) {
        String server = installed("mariadbd");
        String installer = installed("mariadb-install-db");
        try {
            // A socket's path has at most 107 bytes: a folder below target may be too deep.
            Path folder = Files.createTempDirectory("mariadb");
            install(installer, folder);
            for (int attempt = 1; ; attempt++) {
                int port = FreePorts.inARow(1);
                Optional<MariadbServer> running = launch(server, folder, port, options);
                if (running.isPresent()) {
                    return running.get();
                }
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException("MariaDB did not start: " + log(folder));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String installed(String program) {
        return Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/")
                .map(place -> place + program)
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseGet(() -> Assumptions.abort("skipped: this machine has no " + program));
    }

    private static void install(String installer, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                installer,
                "--no-defaults",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--datadir=" + folder.resolve("data")));
        asRoot(command);
        Process process = builder(folder, command)
                .redirectOutput(folder.resolve("install.log").toFile())
                .start();
        if (join(process) != 0) {
            String log = Files.readString(folder.resolve("install.log"));
            Folders.delete(folder);
            throw new IllegalStateException("mariadb-install-db failed: " + log);
        }
        // Nobody logs in without a password, and nobody is taken for an anonymous user of this machine.
        Files.writeString(folder.resolve("init.sql"), """
                DELETE FROM mysql.global_priv WHERE User = '';
                FLUSH PRIVILEGES;
                ALTER USER root@localhost IDENTIFIED BY '%1$s';
                CREATE OR REPLACE USER administrator@'%%' IDENTIFIED BY '%1$s';
                GRANT ALL PRIVILEGES ON *.* TO administrator@'%%' WITH GRANT OPTION;
                """.formatted(ADMINISTRATOR_PASSWORD));
    }

    /** Two servers that start at once do not share temporary files. */
    private static ProcessBuilder builder(Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        builder.environment().put("TMPDIR", temporary.toString());
        return builder;
    }

    /** As root, MariaDB wants to be told that this is meant. */
    private static void asRoot(List<String> command) {
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
    }

    /** Nothing if it ends before it takes connections, as when another process took the port meanwhile. */
    private static Optional<MariadbServer> launch(String server, Path folder, int port, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                server,
                "--no-defaults",
                "--datadir=" + folder.resolve("data"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + folder.resolve("init.sql"),
                "--innodb-buffer-pool-size=32M",
                // The data have to outlive the process, not the machine.
                "--innodb-flush-log-at-trx-commit=2",
                "--innodb-flush-method=nosync",
                "--innodb-doublewrite=0",
                "--max-connections=60"));
        asRoot(command);
        command.addAll(List.of(options));
        Process process = builder(folder, command).start();
        MariadbServer running = new MariadbServer(folder, process, port);
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder log = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            log.append(line).append('\n');
            if (line.contains("ready for connections")) {
                drain(output);
                return Optional.of(running);
            }
        }
        Files.writeString(folder.resolve("server.log"), log);
        running.end();
        return Optional.empty();
    }

    /** A server whose output nobody reads stops when the pipe is full. */
    private static void drain(BufferedReader output) {
        Thread thread = new Thread(
                () -> {
                    try {
                        output.transferTo(Writer.nullWriter());
                    } catch (IOException e) {
                        // The server ended.
                    }
                },
                "mariadb-log");
        thread.setDaemon(true);
        thread.start();
    }

    private static String log(Path folder) throws IOException {
        return Files.readString(folder.resolve("server.log"));
    }

    private static int join(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Starts the killed server again, with its data and its port.
     *
     * @param options further options of {@code mariadbd}
     */
    public void restart(String... options) {
        end();
        try {
            MariadbServer again = launch(installed("mariadbd"), folder, port, options)
                    .orElseThrow(() -> new IllegalStateException("MariaDB did not start again"));
            process = again.process;
            atExit = again.atExit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder with all its files. */
    Path folder() {
        return folder;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String administrator() {
        return "administrator";
    }

    @Override
    public String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(url(database), user, password);
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        join(process);
    }

    /** The server has no data that anybody needs, so it is not asked to save them. */
    @Override
    public void close() {
        end();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The machine is on its way down, and the hook runs already.
        }
    }
}
