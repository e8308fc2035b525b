package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.testing.Miniatures;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class PackageMojoTest extends MojoCase {

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "package")
    void eachNodeIsAWholeDistributionAndTheBundleTheMainArtifact(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetNames())
                .containsExactly(
                        "ei-cluster",
                        "guide-1.0-databases.zip",
                        "guide-1.0-load-balancer.zip",
                        "guide-1.0-node1.zip",
                        "guide-1.0-node2.zip",
                        "guide-1.0.zip");
        assertThat(text("guide-1.0-node2.zip", "wso2ei-6.6.0/conf/axis2/axis2.xml"))
                .contains(">192.168.57.12</parameter>");
        assertThat(text("guide-1.0-node2.zip", "wso2ei-6.6.0/bin/version.txt")).contains("6.6.0");
        assertThat(project().getArtifact().getFile()).isEqualTo(target("guide-1.0.zip"));
        assertThat(project().getAttachedArtifacts())
                .extracting(Artifact::getClassifier)
                .containsExactly("load-balancer", "databases");
        assertThat(names("guide-1.0.zip"))
                .containsExactly(
                        "RUNBOOK.md",
                        "certs/ca.crt",
                        "certs/nodes.crt",
                        "certs/server.crt",
                        "certs/server.csr",
                        "databases/mysql/01-create.sql",
                        "databases/mysql/02-WSO2_USER_DB.sql",
                        "databases/mysql/03-REGISTRY_DB.sql",
                        "databases/mysql/README.md",
                        "hosts",
                        "load-balancer/conf.d/ei.http.conf",
                        "load-balancer/conf.d/ei.https.conf",
                        "load-balancer/conf.d/ui.ei.https.conf");
        assertThat(log().infos())
                .anyMatch(line -> line.matches("node1: guide-1\\.0-node1\\.zip, \\d+\\.\\d kB in \\d+\\.\\d s"))
                .contains("bundle: guide-1.0.zip")
                .contains("Next: " + target("ei-cluster/RUNBOOK.md"));
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "package")
    void anUnchangedNodeIsNotWrittenAgain(PackageMojo mojo) throws Exception {
        run(mojo);
        byte[] before = Files.readAllBytes(target("guide-1.0-node1.zip").toPath());

        run(mojo);

        assertThat(log().infos()).contains("node1: guide-1.0-node1.zip is up to date");
        assertThat(target("guide-1.0-node1.zip")).hasBinaryContent(before);
    }

    @Test
    @Basedir("/mojo/guide")
    void theNodesAreConfiguredOnceInASession(
            @InjectMojo(goal = "configure") ConfigureMojo configure, @InjectMojo(goal = "package") PackageMojo mojo)
            throws Exception {
        run(configure);
        run(mojo);

        assertThat(log().infos().stream().filter(line -> line.startsWith("EI 6.6.0 from ")))
                .hasSize(1);
    }

    @Test
    @Basedir("/mojo/pom-packaging")
    @InjectMojo(goal = "package")
    void aPomProjectAttachesTheBundleToo(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(project().getArtifact().getFile()).isNull();
        assertThat(project().getAttachedArtifacts()).hasSize(3).last().satisfies(bundle -> {
            assertThat(bundle.getClassifier()).isEqualTo("bundle");
            assertThat(bundle.getType()).isEqualTo("zip");
            assertThat(bundle.getFile()).isEqualTo(target("pom-packaging-1.0-bundle.zip"));
        });
        assertThat(log().warnings()).noneMatch(line -> line.contains("attached"));
    }

    @Test
    @Basedir("/mojo/attach")
    @InjectMojo(goal = "package")
    void attachedArchivesHaveClassifiersAndAWarningCountsTheirSecrets(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(project().getAttachedArtifacts())
                .extracting(
                        Artifact::getClassifier,
                        Artifact::getType,
                        a -> a.getFile().getName())
                .map(tuple -> String.join(
                        " ", tuple.toList().stream().map(Object::toString).toList()))
                .containsExactly(
                        "prod-load-balancer zip attach-1.0-prod-load-balancer.zip",
                        "prod-databases zip attach-1.0-prod-databases.zip",
                        "prod-node1 zip attach-1.0-prod-node1.zip",
                        "prod-node1 tar.gz attach-1.0-prod-node1.tar.gz",
                        "prod-node2 zip attach-1.0-prod-node2.zip",
                        "prod-node2 tar.gz attach-1.0-prod-node2.tar.gz",
                        "prod-bundle zip attach-1.0-prod-bundle.zip");
        assertThat(log().warnings().stream().filter(line -> line.contains("attached")))
                .containsExactly(
                        "node1: the attached archive holds 15 secrets in clear text; whoever can read the repository"
                                + " can read them.",
                        "node2: the attached archive holds 15 secrets in clear text; whoever can read the repository"
                                + " can read them.");
    }

    @Test
    @Basedir("/mojo/attach")
    @InjectMojo(goal = "package")
    void everyDeclaredFormatIsWritten(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetNames())
                .containsExactly(
                        "attach-1.0-prod-bundle.zip",
                        "attach-1.0-prod-databases.zip",
                        "attach-1.0-prod-load-balancer.zip",
                        "attach-1.0-prod-node1.tar.gz",
                        "attach-1.0-prod-node1.zip",
                        "attach-1.0-prod-node2.tar.gz",
                        "attach-1.0-prod-node2.zip",
                        "ei-cluster");
        assertThat(target("ei-cluster/homes/node1/wso2ei-6.6.0/conf/axis2/axis2.xml"))
                .exists();
    }

    @Test
    @Basedir("/mojo/directory")
    @InjectMojo(goal = "package")
    void directoriesAreNeverAttachedSoNothingIsWarnedOf(PackageMojo mojo) throws Exception {
        run(mojo);

        assertThat(project().getAttachedArtifacts())
                .extracting(Artifact::getClassifier)
                .containsExactly("load-balancer", "databases", "bundle");
        assertThat(log().warnings()).noneMatch(line -> line.contains("attached"));
    }

    @Test
    @Basedir("/mojo/used")
    @InjectMojo(goal = "package")
    void runTimeStateOfAUsedHomeIsListedAndLeftOut(PackageMojo mojo) throws Exception {
        run(mojo);

        List<String> listed = log().infos().stream()
                .filter(line -> line.startsWith("  "))
                .map(line -> "wso2ei-6.6.0/" + line.strip())
                .toList();
        assertThat(listed).isNotEmpty();
        assertThat(names("used-1.0-node1.zip")).doesNotContainAnyElementsOf(listed);
        try (ZipFile base = new ZipFile(Miniatures.variant("used").toFile())) {
            assertThat(base.stream().map(ZipEntry::getName)).containsAll(listed);
        }
    }

    @Test
    @Basedir("/mojo/unknown-format")
    @InjectMojo(goal = "package")
    void anUnknownFormatLeavesNothing(PackageMojo mojo) throws IOException {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("rar")
                .hasMessageContaining("zip")
                .hasMessageContaining("tar.gz");
        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @Basedir("/mojo/bad-boolean")
    @InjectMojo(goal = "package")
    void aWordThatIsNoBooleanIsRefused(PackageMojo mojo) throws IOException {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("attach: 'yes' is neither true nor false. Write one of the two.");
        assertThat(targetFiles()).isEmpty();
    }

    @Test
    @Basedir("/mojo/failing-plan")
    @InjectMojo(goal = "package")
    void aFailingPlanKeepsWhatIsThere(PackageMojo mojo) throws IOException {
        Files.createDirectories(target());
        Path old = Files.writeString(target().resolve("failing-plan-1.0-node1.zip"), "of the last good build");

        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("The nodes cannot be configured on ");
        assertThat(targetNames()).containsExactly("failing-plan-1.0-node1.zip");
        assertThat(old).hasContent("of the last good build");
    }

    private File target(String name) {
        return target().resolve(name).toFile();
    }

    private String text(String archive, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(target(archive))) {
            return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private List<String> names(String archive) throws IOException {
        try (ZipFile zip = new ZipFile(target(archive))) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }
}
