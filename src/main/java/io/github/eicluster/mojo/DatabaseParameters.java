package io.github.eicluster.mojo;

import java.time.Duration;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that log in to databases. */
abstract class DatabaseParameters extends AbstractClusterMojo {

    /**
     * How many seconds a login may take.
     *
     * <pre>{@code
     * <loginTimeout>30</loginTimeout>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.LOGIN_TIMEOUT, defaultValue = "10")
    private String loginTimeout;

    DatabaseParameters(Services services) {
        super(services);
    }

    /** The tables need no key. */
    @Override
    KeyUse keyUse() {
        return KeyUse.LOOK;
    }

    final Duration loginTimeout() {
        return seconds("loginTimeout", loginTimeout);
    }

    /** A number of whole seconds, from one to a day. */
    static Duration seconds(String name, String text) {
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 86_400) {
            throw new Mistake(name, "'" + text + "' is no number of seconds from 1 to 86400. Write one such as 30.");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }
}
