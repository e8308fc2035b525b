package io.github.eicluster.mojo;

import io.github.eicluster.archive.Format;
import io.github.eicluster.assembly.LoadBalancerFolder;
import io.github.eicluster.balancer.BalancerFiles;
import java.nio.file.Path;
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
 * attached to the project with the classifier {@code load-balancer}. The packaging {@code ei-cluster} does not bind this
 * goal yet: bind it in the POM, or run it by name.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "load-balancer",
        defaultPhase = LifecyclePhase.PROCESS_RESOURCES,
        threadSafe = true,
        requiresProject = false)
public final class LoadBalancerMojo extends AbstractClusterMojo {

    private static final String LOAD_BALANCER = "load-balancer";

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
        BalancerFiles files = LoadBalancerFolder.plan(build.planned());
        LoadBalancerFolder folder = new LoadBalancerFolder(build.workspace().output());
        files.problems().forEach(problem -> getLog().warn(problem.text()));
        folder.write(files);
        if (files.files().isEmpty()) {
            getLog().info("The cluster has no load balancer that this plugin configures: no file is written.");
            return;
        }
        getLog().info("load balancer: " + String.join(", ", files.files().keySet()) + " in " + folder.path());
        if (build.hasPom()) {
            Path archive = build.archive(LOAD_BALANCER, Format.ZIP);
            folder.pack(archive, build.timestamp());
            String classifier = build.workspace().classifier(LOAD_BALANCER);
            helper.attachArtifact(project(), Format.ZIP.text(), classifier, archive.toFile());
            getLog().info("load balancer: " + archive.getFileName());
        }
    }
}
