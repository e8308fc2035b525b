package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class LoadBalancerMojoTest extends MojoCase {

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "load-balancer")
    void theFilesNameTheNodesAndTheirFinalPorts(LoadBalancerMojo mojo) throws Exception {
        run(mojo);

        assertThat(read("conf.d/ei.http.conf"))
                .contains("server 192.168.57.11:8280", "server 192.168.57.12:8280", "listen 80;");
        assertThat(read("conf.d/ei.https.conf"))
                .contains("server 192.168.57.11:8243", "listen 443 ssl;", "proxy_ssl_verify on;");
        assertThat(read("conf.d/ui.ei.https.conf")).contains("server 192.168.57.12:9443", "ip_hash;");
        assertThat(log().infos())
                .contains("load balancer: conf.d/ei.http.conf, conf.d/ei.https.conf, conf.d/ui.ei.https.conf in "
                        + target().resolve("ei-cluster/load-balancer"));
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "load-balancer")
    void filesThatAreNoLongerMadeAreRemoved(LoadBalancerMojo mojo) throws Exception {
        Path old = target().resolve("ei-cluster/load-balancer/stream.d/old.conf");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "old");

        run(mojo);

        assertThat(old.getParent()).doesNotExist();
        assertThat(target().resolve("ei-cluster/load-balancer/conf.d/ei.https.conf"))
                .exists();
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "load-balancer")
    void theFilesAreAttachedAsOneArchive(LoadBalancerMojo mojo) throws Exception {
        run(mojo);

        assertThat(project().getAttachedArtifacts()).singleElement().satisfies(attached -> {
            assertThat(attached.getClassifier()).isEqualTo("load-balancer");
            assertThat(attached.getFile()).exists();
        });
        try (ZipFile zip =
                new ZipFile(target().resolve("guide-1.0-load-balancer.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("conf.d/ei.http.conf", "conf.d/ei.https.conf", "conf.d/ui.ei.https.conf");
        }
    }

    @Test
    @Basedir("/mojo/guide")
    @InjectMojo(goal = "load-balancer")
    void noKeyIsMade(LoadBalancerMojo mojo) throws Exception {
        run(mojo);

        assertThat(targetNames()).containsExactly("ei-cluster", "guide-1.0-load-balancer.zip");
        assertThat(target().resolve("ei-cluster").toFile().list()).containsExactly("load-balancer");
    }

    private String read(String file) throws Exception {
        return Files.readString(target().resolve("ei-cluster/load-balancer/" + file));
    }
}
