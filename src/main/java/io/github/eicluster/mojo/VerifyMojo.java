package io.github.eicluster.mojo;

import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.eclipse.aether.RepositorySystem;

/**
 * Looks for what breaks clusters of WSO2 EI: in the nodes of this build, or in any homes and archives. Says what is wrong,
 * where, and what to write instead; never changes a file. The packaging {@code ei-cluster} binds it to the phase verify.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class VerifyMojo extends AbstractClusterMojo {

    /**
     * Homes and zip archives to judge instead of the nodes of this build; neither cluster nor distribution is needed then.
     * As a user property: paths with commas. Default: none, that is, the archives of this build, or what {@code package}
     * would write if there are none.
     *
     * <pre>{@code
     * <homes>
     *   <home>/opt/node1/wso2ei-6.6.0</home>
     *   <home>backup/node2.zip</home>
     * </homes>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.VERIFY_HOMES)
    private PlexusConfiguration homes;

    /**
     * Directory with files of the load balancer, such as a copy of {@code /etc/nginx}. Default: those that {@code
     * load-balancer} writes; none with {@code homes}.
     *
     * <pre>{@code
     * <balancerDirectory>backup/nginx</balancerDirectory>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.VERIFY_LOAD_BALANCER)
    private String balancerDirectory;

    /**
     * Which findings fail the build: {@code error}, {@code warning} (also what could not be checked) or {@code never}.
     *
     * <pre>{@code
     * <failOn>warning</failOn>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.VERIFY_FAIL_ON, defaultValue = "error")
    private String failOn;

    /**
     * Whether to judge as for production: shipped keys and passwords, clear text to the database and outdated TLS become
     * errors, and nodes that share a machine are warned of. Default: what {@code production} says.
     *
     * <pre>{@code
     * <verifyProduction>true</verifyProduction>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.VERIFY_PRODUCTION)
    private String verifyProduction;

    /**
     * Findings that the team lives with: rule, file and node if not all are meant, and the reason. One that covers nothing is
     * a warning. Default: none.
     *
     * <pre>{@code
     * <suppressions>
     *   <suppression>
     *     <rule>EIC410</rule>
     *     <file>conf/jndi.properties</file>
     *     <node>node1</node>
     *     <reason>the broker profile is not installed</reason>
     *   </suppression>
     * </suppressions>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration suppressions;

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipVerify>true</skipVerify>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.VERIFY_SKIP, defaultValue = "false")
    private String skipVerify;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     */
    @Inject
    public VerifyMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(new Services(decrypter, repositories));
    }

    @Override
    String skipGoal() {
        return skipVerify;
    }

    @Override
    KeyUse keyUse() {
        return KeyUse.LOOK;
    }

    @Override
    boolean standsAlone() {
        return homes != null
                && !new Words(invocation()).read("homes", "home", homes).isEmpty();
    }

    @Override
    void runAlone(Invocation invocation) throws IOException {
        var paths = new Words(invocation).read("homes", "home", homes);
        step(invocation, JudgedHomes.of(invocation.baseDirectory(), paths, balancerDirectory));
    }

    @Override
    void run(ClusterBuild build) throws IOException {
        step(invocation(), JudgedHomes.of(build, invocation().baseDirectory(), balancerDirectory, getLog()));
    }

    private void step(Invocation invocation, JudgedHomes judged) throws IOException {
        boolean strict = verifyProduction == null ? production() : Flag.of("verifyProduction", verifyProduction);
        new VerifyStep(getLog(), invocation).run(judged, failOn, suppressions, strict);
    }
}
