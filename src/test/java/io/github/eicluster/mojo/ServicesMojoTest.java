package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** Units and scripts are written by configure, and by package through it. */
@MojoTest
class ServicesMojoTest extends MojoCase {

    private static final List<String> FILES = List.of(
            "deployment-sync.filter",
            "ei-deployment-sync-node2.service",
            "ei-deployment-sync-node2.sh",
            "ei-deployment-sync-node2.timer",
            "wso2ei-node1.service",
            "wso2ei-node2.service");

    @Test
    @Basedir("/mojo/service")
    @InjectMojo(goal = "configure")
    void unitsNameTheRootFolderOfTheDistribution(ConfigureMojo mojo) throws Exception {
        run(mojo);

        assertThat(services().toFile().list()).containsExactlyInAnyOrderElementsOf(FILES);
        assertThat(services().resolve("wso2ei-node2.service"))
                .content()
                .contains("ExecStart=/bin/sh /opt/wso2/node2/wso2ei-6.6.0/bin/integrator.sh\n")
                .contains("WSO2 Enterprise Integrator 6.6.0");
        assertThat(log().infos())
                .contains("services: " + String.join(", ", FILES) + " in " + services() + ", none for node3 (Windows)");
        assertThat(target().resolve("ei-cluster/RUNBOOK.md"))
                .content()
                .contains(
                        "| node1 | `/usr/lib/jvm/java-8-openjdk` | `wso2ei-node1.service` |",
                        "`sudo systemctl start wso2ei-node1`")
                .contains("    set \"JAVA_HOME=C:\\jdk8\"\n    set \"JAVA_OPTS=-Xms2g -Xmx2g\"\n");
    }

    @Test
    @Basedir("/mojo/service")
    @InjectMojo(goal = "configure")
    void filesThatAreNoLongerMadeAreRemoved(ConfigureMojo mojo) throws Exception {
        Files.createDirectories(services().resolve("old.service.d"));
        Files.writeString(services().resolve("old.service.d/vault.conf"), "old");
        Files.writeString(services().resolve("wso2ei-node9.service"), "old");

        run(mojo);

        assertThat(services().toFile().list()).containsExactlyInAnyOrderElementsOf(FILES);
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "configure")
    void withoutAServiceTheFolderGoes(ConfigureMojo mojo) throws Exception {
        Files.createDirectories(services());
        Files.writeString(services().resolve("wso2ei-node1.service"), "old");

        run(mojo);

        assertThat(services()).doesNotExist();
        assertThat(log().infos()).noneMatch(line -> line.startsWith("services:"));
    }

    @Test
    @Basedir("/mojo/service")
    @InjectMojo(goal = "package")
    void theBundleHoldsThem(PackageMojo mojo) throws Exception {
        run(mojo);

        try (ZipFile zip = new ZipFile(target().resolve("service-1.0.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName).filter(name -> name.startsWith("services/")))
                    .containsExactlyElementsOf(
                            FILES.stream().map(name -> "services/" + name).toList());
        }
    }

    private Path services() {
        return target().resolve("ei-cluster/services");
    }
}
