package io.github.eicluster.mojo;

import io.github.eicluster.smoke.NodeControl;
import io.github.eicluster.smoke.SmokeTarget;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Looks at a running cluster over the network: whether ports are reachable, certificates fit, requests are spread over the
 * nodes, clients stay on a node where they are to, WSDLs name the load balancer, and the console shows its login page. Each
 * check passes, fails, or says why it could not be made and what would help. Results are on the console and in {@code
 * smoke-test} below the output directory. The cluster is that of the POM, with the ports of its nodes' final configuration;
 * without POM and distribution, a load balancer by its URLs. Nothing is changed, except that {@code failover} stops and
 * starts a node, and no password is sent.
 *
 * @since 0.1.0
 */
@Mojo(name = "smoke-test", threadSafe = true, requiresProject = false)
public final class SmokeTestMojo extends SmokeTestParameters {

    /**
     * The goal with Maven's services.
     *
     * @param decrypter decrypts passwords of settings.xml
     * @param repositories resolves artifacts
     * @param toolchains knows JDKs
     */
    @Inject
    public SmokeTestMojo(SettingsDecrypter decrypter, RepositorySystem repositories, ToolchainManager toolchains) {
        super(new Services(decrypter, repositories), toolchains);
    }

    @Override
    boolean standsAlone() {
        return urls().any() && !describesCluster(invocation());
    }

    @Override
    void runAlone(Invocation invocation) throws IOException {
        if (failover()) {
            throw new Mistake(
                    "failover", "needs the nodes, and only URLs are given. Run the goal with the POM of the cluster.");
        }
        run(new SmokeTargets(urls(), invocation.baseDirectory()).alone(), Optional.empty());
    }

    @Override
    void run(ClusterBuild build) throws IOException {
        SmokeTarget target = new SmokeTargets(urls(), build.baseDirectory()).of(build);
        run(target, failover() ? Optional.of(new NodeSwitch(step(build))) : Optional.empty());
    }

    private void run(SmokeTarget target, Optional<NodeControl> control) throws IOException {
        new SmokeTestStep(getLog(), invocation()).run(target, options(), control, strict());
    }
}
