package io.github.eicluster.mojo;

import io.github.eicluster.jdbc.Administrator;
import io.github.eicluster.jdbc.Initialiser;
import io.github.eicluster.jdbc.LoadedDriver;
import io.github.eicluster.jdbc.PlannedServer;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Makes the databases of the cluster ready for its nodes: connects as an administrator, creates the databases, users and
 * grants that are missing, runs the distribution's script in each empty database, and checks that the nodes' user can log
 * in, read and write. A database that is ready is left alone. Nothing is dropped. Never part of a build by itself: run it
 * by name.
 *
 * @since 0.1.0
 */
@Mojo(name = "init-databases", threadSafe = true, requiresProject = false)
public final class InitDatabasesMojo extends DatabaseParameters {

    /**
     * The {@code <server>} of settings.xml with user name and password of the administrator, who may create databases and
     * users and grant privileges. Needed unless all databases are ready, or embedded. Default: none.
     *
     * <pre>{@code
     * <adminServerId>ei-db-admin</adminServerId>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.ADMIN_SERVER_ID)
    private String adminServerId;

    /**
     * User name of the administrator, or {@code env:NAME} for that in an environment variable; instead of {@code
     * adminServerId}. Default: none.
     *
     * <pre>{@code
     * <adminUsername>root</adminUsername>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.ADMIN_USERNAME)
    private String adminUsername;

    /**
     * Password of the administrator as {@code env:NAME}, which names an environment variable; instead of {@code
     * adminServerId}. Default: none.
     *
     * <pre>{@code
     * <adminPassword>env:DB_ADMIN_PASSWORD</adminPassword>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.ADMIN_PASSWORD)
    private String adminPassword;

    /**
     * JDBC URL that the administrator logs in to. Default: the server of the databases; for PostgreSQL its database {@code
     * postgres}, for SQL Server {@code master}.
     *
     * <pre>{@code
     * <adminUrl>jdbc:postgresql://db.example.com:5432/maintenance</adminUrl>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.ADMIN_URL)
    private String adminUrl;

    /**
     * How many seconds to wait for another process that initialises databases on the same server.
     *
     * <pre>{@code
     * <lockTimeout>600</lockTimeout>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.LOCK_TIMEOUT, defaultValue = "120")
    private String lockTimeout;

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipInitDatabases>true</skipInitDatabases>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.INIT_DATABASES_SKIP, defaultValue = "false")
    private String skipInitDatabases;

    private final Services services;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     */
    @Inject
    public InitDatabasesMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        this(new Services(decrypter, repositories));
    }

    private InitDatabasesMojo(Services services) {
        super(services);
        this.services = services;
    }

    @Override
    String skipGoal() {
        return skipInitDatabases;
    }

    @Override
    void run(ClusterBuild build) {
        Duration wait = seconds("lockTimeout", lockTimeout);
        Optional<Credentials> login = new AdminLogin(services, build, production(), getLog())
                .read(adminServerId, adminUsername, adminPassword);
        LiveDatabases databases = new LiveDatabases(build, services);
        List<Problem> problems = new ArrayList<>();
        try (LoadedDriver driver = databases.driver(loginTimeout())) {
            Initialiser initialiser = new Initialiser(driver, getLog()::info, wait);
            for (PlannedServer server : databases.servers()) {
                String url = Optional.ofNullable(adminUrl).orElseGet(server::administratorUrl);
                problems.addAll(initialiser.run(
                        server.targets(), login.map(l -> new Administrator(url, l)), server::creations));
            }
        }
        databases.conclude(problems, getLog());
    }
}
