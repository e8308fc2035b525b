package io.github.eicluster.mojo;

import io.github.eicluster.jdbc.Checker;
import io.github.eicluster.jdbc.LoadedDriver;
import io.github.eicluster.model.Problem;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Looks whether the databases of the cluster are ready for its nodes, and changes nothing: the nodes' user can log in with
 * the nodes' driver and URL, all tables of the distribution's script are there, and the user can read and write them. The
 * build fails with one line for each database that is not ready. Never part of a build by itself: run it by name, or bind
 * it in the POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "check-databases", threadSafe = true, requiresProject = false)
public final class CheckDatabasesMojo extends DatabaseParameters {

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipCheckDatabases>true</skipCheckDatabases>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.CHECK_DATABASES_SKIP, defaultValue = "false")
    private String skipCheckDatabases;

    private final Services services;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     */
    @Inject
    public CheckDatabasesMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        this(new Services(decrypter, repositories));
    }

    private CheckDatabasesMojo(Services services) {
        super(services);
        this.services = services;
    }

    @Override
    String skipGoal() {
        return skipCheckDatabases;
    }

    @Override
    void run(ClusterBuild build) {
        LiveDatabases databases = new LiveDatabases(build, services);
        try (LoadedDriver driver = databases.driver(loginTimeout())) {
            List<Problem> problems = new Checker(driver, getLog()::info).run(databases.targets());
            databases.conclude(problems, getLog());
        }
    }
}
