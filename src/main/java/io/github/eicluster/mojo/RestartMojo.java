package io.github.eicluster.mojo;

import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Stops the nodes that run on this machine and starts them from what {@code package} has made last: all together, or one
 * after the other, so that the others work on.
 *
 * @since 0.1.0
 */
@Mojo(name = "restart", threadSafe = true, requiresProject = false)
public final class RestartMojo extends LaunchParameters {

    /**
     * Whether only one node at a time is down: it is stopped, brought up to date and started, and the next one follows when
     * all members see each other again. The read/write node comes first.
     *
     * <pre>{@code
     * <rolling>true</rolling>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.RESTART_ROLLING, defaultValue = "false")
    private String rolling;

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipRestart>true</skipRestart>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.RESTART_SKIP, defaultValue = "false")
    private String skipRestart;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     * @param toolchains knows JDKs
     */
    @Inject
    public RestartMojo(SettingsDecrypter decrypter, RepositorySystem repositories, ToolchainManager toolchains) {
        super(new Services(decrypter, repositories), toolchains);
    }

    @Override
    String skipGoal() {
        return skipRestart;
    }

    @Override
    void run(ClusterBuild build) throws IOException {
        step(build).restart(Flag.of("rolling", rolling));
    }
}
