package io.github.eicluster.mojo;

import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Makes the changed configuration files of every node, the hosts entries and the runbook, below the output directory.
 * Files of the distribution that do not change are not written; {@code package} makes complete archives. Does what {@code
 * certs} does first, unless it has been done.
 *
 * @since 0.1.0
 */
@Mojo(name = "configure", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true, requiresProject = false)
public final class ConfigureMojo extends AbstractClusterMojo {

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipConfigure>true</skipConfigure>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.CONFIGURE_SKIP, defaultValue = "false")
    private String skipConfigure;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     */
    @Inject
    public ConfigureMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(new Services(decrypter, repositories));
    }

    @Override
    String skipGoal() {
        return skipConfigure;
    }

    @Override
    void run(ClusterBuild build) throws IOException {
        doneBefore("configure", build);
        configure(build);
    }
}
