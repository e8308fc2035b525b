package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    private Path folder;

    @Test
    void withAPomEverythingFollowsTheProject() {
        Workspace workspace = Workspace.of(project(), folder, null, null);

        assertThat(workspace.base()).isEqualTo(folder);
        assertThat(workspace.output()).isEqualTo(folder.resolve("build/ei-cluster"));
        assertThat(workspace.archiveName("wso2ei-6.6.0", "node1")).isEqualTo("shop-1.0-node1");
        assertThat(workspace.mainName()).isEqualTo("shop-1.0");
    }

    @Test
    void withoutAPomItFollowsTheDirectoryAndTheDistribution() {
        Workspace workspace = Workspace.of(new MavenProject(), folder, null, null);

        assertThat(workspace.output()).isEqualTo(folder.resolve("target/ei-cluster"));
        assertThat(workspace.archiveName("wso2ei-6.6.0", "node1")).isEqualTo("wso2ei-6.6.0-node1");
    }

    @Test
    void theEnvironmentIsPartOfNamesAndClassifiers() {
        Workspace workspace = Workspace.of(project(), folder, null, "prod");

        assertThat(workspace.classifier("node1")).isEqualTo("prod-node1");
        assertThat(workspace.archiveName("wso2ei-6.6.0", "node1")).isEqualTo("shop-1.0-prod-node1");
    }

    @Test
    void anEnvironmentThatIsNoFileNameIsRefused() {
        assertThatThrownBy(() -> Workspace.of(project(), folder, null, "../x"))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("environment: '../x' is not of the form [a-z0-9][a-z0-9-]{0,30}");
    }

    @Test
    void anOutputDirectoryOutsideTheBuildDirectoryIsRefused() {
        File outside = folder.resolve("src").toFile();

        assertThatThrownBy(() -> Workspace.of(project(), folder, outside, null))
                .isInstanceOf(ClusterException.class)
                .hasMessage("outputDirectory: '" + outside + "' does not lie inside the build directory "
                        + folder.resolve("build")
                        + ", and its content is replaced by every build. Choose a folder below it.");
        assertThatThrownBy(() ->
                        Workspace.of(project(), folder, folder.resolve("build").toFile(), null))
                .isInstanceOf(ClusterException.class);
        assertThatThrownBy(() -> Workspace.of(project(), folder, new File("build/x/../../src"), null))
                .isInstanceOf(ClusterException.class);
    }

    private MavenProject project() {
        MavenProject project = new MavenProject();
        project.setFile(folder.resolve("pom.xml").toFile());
        Build build = new Build();
        build.setDirectory(folder.resolve("build").toString());
        build.setFinalName("shop-1.0");
        project.setBuild(build);
        return project;
    }
}
