package io.github.eicluster.mojo;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes the configuration files of the load balancer that the cluster declares, in {@code load-balancer} below the output
 * directory: virtual servers for nginx and NGINX Plus, one {@code haproxy.cfg} for HAProxy, nothing for an external one.
 * Hosts and ports are those of the nodes' final configuration. With a POM the files also become a zip archive that is
 * attached to the project with the classifier {@code load-balancer}.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "load-balancer",
        defaultPhase = LifecyclePhase.PROCESS_RESOURCES,
        threadSafe = true,
        requiresProject = false)
public final class LoadBalancerMojo extends AbstractClusterMojo {

    /**
     * Skips this goal.
     *
     * <pre>{@code
     * <skipLoadBalancer>true</skipLoadBalancer>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.LOAD_BALANCER_SKIP, defaultValue = "false")
    private String skipLoadBalancer;

    private final MavenProjectHelper helper;

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     * @param helper attaches artifacts
     */
    @Inject
    public LoadBalancerMojo(SettingsDecrypter decrypter, RepositorySystem repositories, MavenProjectHelper helper) {
        super(new Services(decrypter, repositories));
        this.helper = helper;
    }

    @Override
    String skipGoal() {
        return skipLoadBalancer;
    }

    /** The files say nothing that depends on a key, so that none is made. */
    @Override
    KeyUse keyUse() {
        return KeyUse.LOOK;
    }

    @Override
    void run(ClusterBuild build) {
        doneBefore(LoadBalancerStep.NAME, build);
        new LoadBalancerStep(said(build), project(), helper).run(build);
    }
}
