package io.github.eicluster.mojo;

import io.github.eicluster.launch.RunningNode;
import io.github.eicluster.launch.Tail;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Starts the nodes as {@code start} does, prints their addresses, and shows what comes to their logs until Ctrl-C stops
 * Maven and what this goal has started, or all nodes have ended.
 *
 * @since 0.1.0
 */
@Mojo(name = "run", threadSafe = true, requiresProject = false)
public final class RunMojo extends LaunchParameters {

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipRun>true</skipRun>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.RUN_SKIP, defaultValue = "false")
    private String skipRun;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     * @param toolchains knows JDKs
     */
    @Inject
    public RunMojo(SettingsDecrypter decrypter, RepositorySystem repositories, ToolchainManager toolchains) {
        super(new Services(decrypter, repositories), toolchains);
    }

    @Override
    String skipGoal() {
        return skipRun;
    }

    @Override
    void run(ClusterBuild build) throws IOException {
        List<RunningNode> nodes = step(build).start(false);
        LaunchMessages.up(build, nodes).forEach(getLog()::info);
        getLog().info(LaunchMessages.life(nodes, "Ctrl-C stops them.") + " Their logs from here on:");
        new Tail(nodes, getLog()::info).follow();
    }
}
