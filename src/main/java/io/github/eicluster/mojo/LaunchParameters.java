package io.github.eicluster.mojo;

import io.github.eicluster.launch.Timing;
import io.github.eicluster.maven.JdkToolchains;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/** What the goals share that start nodes. */
abstract class LaunchParameters extends StopParameters {

    /**
     * How many seconds a node may take until it is up.
     *
     * <pre>{@code
     * <startTimeout>600</startTimeout>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.START_TIMEOUT, defaultValue = "300")
    private String startTimeout;

    private final Services services;
    private final ToolchainManager toolchains;

    LaunchParameters(Services services, ToolchainManager toolchains) {
        super(services);
        this.services = services;
        this.toolchains = toolchains;
    }

    /** The archives are there already. */
    @Override
    KeyUse keyUse() {
        return KeyUse.LOOK;
    }

    /** The work of the goal on a cluster, whose keys are needed no more. */
    final LaunchStep step(ClusterBuild build) {
        Timing timing =
                new Timing(DatabaseParameters.seconds("startTimeout", startTimeout), memberTimeout(), stopTimeout());
        NodeHomes.requireLocal(build.planned().cluster().nodes());
        build.keys().close();
        return new LaunchStep(
                build, services, new JdkToolchains(toolchains, build.session()), timing, getLog(), ownProcesses(build));
    }

    /** One for all goals of this Maven that start nodes of this output directory. */
    @SuppressWarnings("unchecked") // Maven's own type is raw
    private OwnProcesses ownProcesses(ClusterBuild build) {
        return (OwnProcesses) getPluginContext()
                .computeIfAbsent(
                        OwnProcesses.class.getName() + " " + build.workspace().output(),
                        key -> new OwnProcesses(build.workspace().output()));
    }
}
