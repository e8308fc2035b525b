package io.github.eicluster.mojo;

import io.github.eicluster.assembly.LoadBalancerFolder;
import io.github.eicluster.balancer.BalancerFiles;

/** What {@code load-balancer} does, also when {@code package} has to do it. */
final class LoadBalancerStep {

    private final Said said;

    LoadBalancerStep(Said said) {
        this.said = said;
    }

    void run(ClusterBuild build) {
        BalancerFiles files = LoadBalancerFolder.plan(build.planned());
        LoadBalancerFolder folder = new LoadBalancerFolder(build.workspace().output());
        files.problems().forEach(problem -> said.warn(problem.text()));
        folder.write(files);
        if (!files.files().isEmpty()) {
            said.info("load balancer: " + String.join(", ", files.files().keySet()) + " in " + folder.path());
        }
    }
}
