package io.github.eicluster.mojo;

import static io.github.eicluster.testing.TestArtifacts.coordinates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.OfflineRepository;
import io.github.eicluster.testing.TestArchives;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MojoTest
@Basedir("/mojo/libraries")
class LibrariesMojoTest extends MojoCase {

    private static final String ORDERS = "repository/deployment/server/carbonapps/orders-1.0.car";
    private static final String OLD = "lib/mediators-1.0.jar";

    @BeforeEach
    void installDependencies() {
        OfflineRepository.store(
                localRepository(),
                coordinates("com.example:mediators:2.0"),
                TestArchives.jar().withPom("com.example", "mediators", "2.0"));
        OfflineRepository.store(
                localRepository(), coordinates("com.example:orders:car:1.0"), TestArchives.car("Orders", "1.0"));
    }

    @Test
    @InjectMojo(goal = "package")
    void archivesHoldDependenciesAndTheDriver(PackageMojo mojo) throws Exception {
        run(mojo);

        try (Distribution archive = Distribution.open(target().resolve("libraries-1.0-node2.zip"))) {
            assertThat(archive.files())
                    .contains("lib/mediators-2.0.jar", "lib/postgresql-42.7.8.jar", ORDERS)
                    .doesNotContain("lib/only-for-tests-1.0.jar");
            assertThat(archive.mode("lib/mediators-2.0.jar")).hasValue(0644);
        }
        assertThat(log().infos())
                .contains(
                        "every node: lib/postgresql-42.7.8.jar from org.postgresql:postgresql:jar:42.7.8",
                        "every node: " + ORDERS + " from com.example:orders:car:1.0");
        assertThat(target().resolve("ei-cluster/nodes/node1/lib")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "package")
    @MojoParameter(name = "distribution", value = "home/pack/wso2ei-6.6.0.zip")
    void anOlderCopyInTheDistributionIsNotPacked(PackageMojo mojo) throws Exception {
        packWith(OLD);

        run(mojo);

        try (Distribution archive = Distribution.open(target().resolve("libraries-1.0-node1.zip"))) {
            assertThat(archive.files()).contains("lib/mediators-2.0.jar").doesNotContain(OLD);
        }
        assertThat(log().infos())
                .contains("every node: " + OLD + " of the distribution is left out, lib/mediators-2.0.jar replaces it");
        assertThat(target().resolve("ei-cluster/RUNBOOK.md"))
                .content()
                .contains("| `" + OLD + "` | `lib/mediators-2.0.jar` | all |");
    }

    @Test
    @InjectMojo(goal = "diff")
    @MojoParameter(name = "distribution", value = "home/pack/wso2ei-6.6.0.zip")
    void theDiffNamesWhatComesAndGoes(DiffMojo mojo) throws Exception {
        packWith(OLD);

        run(mojo);

        assertThat(target().resolve("ei-cluster/diff/node1.diff"))
                .content()
                .contains("Binary file a/" + OLD + " is removed\nBinary file b/lib/mediators-2.0.jar is added\n");
    }

    @Test
    @InjectMojo(goal = "package")
    void aChangedDependencyIsPackedAnew(PackageMojo mojo) throws Exception {
        run(mojo);
        run(mojo);
        assertThat(log().infos()).contains("node1: libraries-1.0-node1.zip is up to date");
        OfflineRepository.store(
                localRepository(),
                coordinates("com.example:mediators:2.0"),
                TestArchives.jar().withClass("com.example.New"));
        long before = log().infos().stream()
                .filter(line -> line.equals("node1: libraries-1.0-node1.zip is up to date"))
                .count();

        run(mojo);

        assertThat(log().infos())
                .filteredOn(line -> line.equals("node1: libraries-1.0-node1.zip is up to date"))
                .hasSize((int) before);
    }

    @Test
    @InjectMojo(goal = "package")
    void aDriverThatIsNowhereFailsBeforeAnythingIsWritten(PackageMojo mojo) {
        userProperties().setProperty("ei-cluster.database.driver", "com.example.nowhere:driver:1.0");

        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(
                        "cluster/database/driver: 'com.example.nowhere:driver:jar:1.0' cannot be resolved (")
                .hasMessageContaining("offline");
        assertThat(targetNames()).isEmpty();
    }

    /** The miniature with one more jar, in the home of the case's user. */
    private void packWith(String path) throws IOException {
        Path pack = home().resolve("pack/wso2ei-6.6.0.zip");
        Files.createDirectories(pack.getParent());
        Files.copy(Miniatures.archive("6.6.0"), pack);
        Path jar = TestArchives.jar().withPom("com.example", "mediators", "1.0").write(pack.resolveSibling("old.jar"));
        try (FileSystem zip = FileSystems.newFileSystem(pack)) {
            Files.copy(jar, zip.getPath("wso2ei-6.6.0", path));
        }
    }
}
