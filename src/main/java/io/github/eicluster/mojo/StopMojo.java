package io.github.eicluster.mojo;

import io.github.eicluster.launch.ProcessRecords;
import io.github.eicluster.launch.Stopper;
import io.github.eicluster.launch.Timing;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Stops the nodes that {@code start} has started, in this Maven or an earlier one, the last one first: asks each to end,
 * kills what has not ended in time, and looks whether the others have seen it leave. Touches no other process, and does
 * nothing if nothing runs. Needs neither cluster nor distribution.
 *
 * @since 0.1.0
 */
@Mojo(name = "stop", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true, requiresProject = false)
public final class StopMojo extends StopParameters {

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipStop>true</skipStop>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.STOP_SKIP, defaultValue = "false")
    private String skipStop;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     */
    @Inject
    public StopMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(new Services(decrypter, repositories));
    }

    @Override
    String skipGoal() {
        return skipStop;
    }

    @Override
    boolean standsAlone() {
        return true;
    }

    @Override
    void runAlone(Invocation invocation) {
        Timing timing = new Timing(stopTimeout(), memberTimeout(), stopTimeout());
        ProcessRecords records = new ProcessRecords(invocation.workspace().output());
        if (records.all().isEmpty()) {
            getLog().info("No node of this cluster was started here.");
            return;
        }
        LaunchMonitor monitor = new LaunchMonitor(getLog(), StatusLine.of(invocation.session(), getLog()));
        new Stopper(records, timing, monitor).stopAll();
    }

    @Override
    void run(ClusterBuild build) {
        throw new IllegalStateException("stop stands alone");
    }
}
