package io.github.eicluster.mojo;

import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Looks at a running cluster over the network: whether ports are reachable, certificates fit, requests are spread over the
 * nodes, clients stay on a node where they are to, WSDLs name the load balancer, and the console shows its login page. Each
 * check passes, fails, or says why it could not be made and what would help. Results are on the console and in {@code
 * smoke-test} below the output directory. The cluster is that of the POM, with the ports of its nodes' final configuration;
 * without POM and distribution, a load balancer by its URLs. Nothing is changed, and no password is sent.
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
     */
    @Inject
    public SmokeTestMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(new Services(decrypter, repositories));
    }

    @Override
    boolean standsAlone() {
        return urls().any() && !describesCluster(invocation());
    }

    @Override
    void runAlone(Invocation invocation) throws IOException {
        new SmokeTestStep(getLog(), invocation)
                .run(new SmokeTargets(urls(), invocation.baseDirectory()).alone(), options(), strict());
    }

    @Override
    void run(ClusterBuild build) throws IOException {
        Invocation invocation = invocation();
        new SmokeTestStep(getLog(), invocation)
                .run(new SmokeTargets(urls(), invocation.baseDirectory()).of(build), options(), strict());
    }
}
