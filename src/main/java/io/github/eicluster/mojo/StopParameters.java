package io.github.eicluster.mojo;

import java.time.Duration;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that stop nodes. */
abstract class StopParameters extends AbstractClusterMojo {

    /**
     * How many seconds a node may take to stop by itself; then it is killed.
     *
     * <pre>{@code
     * <stopTimeout>120</stopTimeout>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.STOP_TIMEOUT, defaultValue = "60")
    private String stopTimeout;

    /**
     * How many seconds nodes that are in a cluster may take to see each other, and to see that one has left.
     *
     * <pre>{@code
     * <memberTimeout>30</memberTimeout>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.MEMBER_TIMEOUT, defaultValue = "5")
    private String memberTimeout;

    StopParameters(Services services) {
        super(services);
    }

    final Duration stopTimeout() {
        return DatabaseParameters.seconds("stopTimeout", stopTimeout);
    }

    final Duration memberTimeout() {
        return DatabaseParameters.seconds("memberTimeout", memberTimeout);
    }
}
