package io.github.eicluster.mojo;

import io.github.eicluster.archive.Format;
import io.github.eicluster.assembly.LoadBalancerFolder;
import io.github.eicluster.balancer.BalancerFiles;
import java.nio.file.Path;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** What {@code load-balancer} does, also when {@code package} has to do it. */
final class LoadBalancerStep {

    /** The goal, which is also the classifier. */
    static final String NAME = "load-balancer";

    private final Said said;
    private final MavenProject project;
    private final MavenProjectHelper helper;

    LoadBalancerStep(Said said, MavenProject project, MavenProjectHelper helper) {
        this.said = said;
        this.project = project;
        this.helper = helper;
    }

    void run(ClusterBuild build) {
        BalancerFiles files = LoadBalancerFolder.plan(build.planned());
        LoadBalancerFolder folder = new LoadBalancerFolder(build.workspace().output());
        files.problems().forEach(problem -> said.warn(problem.text()));
        folder.write(files);
        if (files.files().isEmpty()) {
            said.info(
                    build.planned().cluster().loadBalancer().isPresent()
                            ? "load balancer: others configure it; RUNBOOK.md says what it has to do"
                            : "load balancer: none is declared");
            return;
        }
        said.info("load balancer: " + String.join(", ", files.files().keySet()) + " in " + folder.path());
        if (build.hasPom()) {
            Path archive = build.archive(NAME, Format.ZIP);
            folder.pack(archive, build.timestamp());
            String classifier = build.workspace().classifier(NAME);
            helper.attachArtifact(project, Format.ZIP.text(), classifier, archive.toFile());
            said.info("load balancer: " + archive.getFileName());
        }
    }
}
