package io.github.eicluster.mojo;

import io.github.eicluster.launch.RunningNode;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Starts the nodes on this machine from what {@code package} has made, the read/write node first, and waits until each is up
 * and sees all members. Fails within seconds with cause, log lines and rule of {@code verify} if one does not come up; then
 * nothing runs. The nodes are stopped by {@code stop}, and at the end of this Maven at the latest.
 *
 * @since 0.1.0
 */
@Mojo(name = "start", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true, requiresProject = false)
public final class StartMojo extends LaunchParameters {

    /**
     * Whether nodes that are up run on when this Maven ends, even if its build fails. Then {@code ei-cluster:stop} stops
     * them.
     *
     * <pre>{@code
     * <keep>true</keep>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.START_KEEP, defaultValue = "false")
    private String keep;

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipStart>true</skipStart>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.START_SKIP, defaultValue = "false")
    private String skipStart;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     * @param toolchains knows JDKs
     */
    @Inject
    public StartMojo(SettingsDecrypter decrypter, RepositorySystem repositories, ToolchainManager toolchains) {
        super(new Services(decrypter, repositories), toolchains);
    }

    @Override
    String skipGoal() {
        return skipStart;
    }

    @Override
    void run(ClusterBuild build) throws IOException {
        boolean kept = Flag.of("keep", keep);
        List<RunningNode> nodes = step(build).start(kept);
        LaunchMessages.up(build, nodes).forEach(getLog()::info);
        String life = kept
                ? "They run on when this Maven ends; ei-cluster:stop stops them."
                : "They stop with ei-cluster:stop, or when this Maven ends; with -D" + PropertyNames.START_KEEP
                        + " they run on.";
        getLog().info(LaunchMessages.life(nodes, life));
    }
}
