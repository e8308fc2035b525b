package io.github.eicluster.mojo;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes what an administrator needs to make the databases of the cluster, in {@code databases/<engine>} below the output
 * directory: {@code 01-create.sql} with databases, users and grants, the distribution's own script for each database, and
 * {@code README.md} with the commands, in order. Nothing is run. With a POM the files also become a zip archive that is
 * attached to the project with the classifier {@code databases}, unless they hold passwords.
 *
 * @since 0.1.0
 */
@Mojo(name = "databases", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true, requiresProject = false)
public final class DatabasesMojo extends AbstractClusterMojo {

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipDatabases>true</skipDatabases>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABASES_SKIP, defaultValue = "false")
    private String skipDatabases;

    /**
     * Writes the passwords of the nodes' users into {@code 01-create.sql} in clear text, instead of placeholders. The file
     * can then be read by its owner only, and nothing is attached.
     *
     * <pre>{@code
     * <showPasswords>true</showPasswords>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.DATABASES_SHOW_PASSWORDS, defaultValue = "false")
    private String showPasswords;

    private final MavenProjectHelper helper;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     * @param helper attaches artifacts
     */
    @Inject
    public DatabasesMojo(SettingsDecrypter decrypter, RepositorySystem repositories, MavenProjectHelper helper) {
        super(new Services(decrypter, repositories));
        this.helper = helper;
    }

    @Override
    String skipGoal() {
        return skipDatabases;
    }

    /** The files say nothing that depends on a key, so that none is made. */
    @Override
    KeyUse keyUse() {
        return KeyUse.LOOK;
    }

    @Override
    void run(ClusterBuild build) {
        doneBefore(DatabasesStep.NAME, build);
        boolean show = Flag.of("showPasswords", showPasswords);
        if (show) {
            doneBefore(DatabasesStep.PASSWORDS, build);
        }
        new DatabasesStep(said(build), project(), helper).run(build, show);
    }
}
