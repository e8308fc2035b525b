package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.balancer.NginxPrefix;
import io.github.eicluster.testing.FreePorts;
import io.github.eicluster.testing.Miniatures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal smoke-test on two nodes that run, behind a real nginx with the generated files and keys. */
@MojoTest
@Basedir("/mojo/smoke-running")
class RunningSmokeTest extends StartCase {

    @TempDir
    Path prefix;

    private final int http = FreePorts.inARow(2);
    private final int https = http + 1;
    private Process nginx;

    @AfterEach
    void stopNginx() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            if (!nginx.waitFor(20, TimeUnit.SECONDS)) {
                nginx.destroyForcibly();
            }
        }
    }

    @Test
    @MojoParameter(name = "sampleCar", value = "true")
    @MojoParameter(name = "strict", value = "true")
    @MojoParameter(name = "failover", value = "true")
    void aRunningClusterOf66PassesEveryCheckAndSurvivesTheStopOfANode(
            @InjectMojo(goal = "package") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start,
            @InjectMojo(goal = "smoke-test") SmokeTestMojo smoke,
            @InjectMojo(goal = "stop") StopMojo stop)
            throws Exception {
        passesEveryCheck("6.6.0", pack, start, smoke, stop);
    }

    @Test
    @MojoParameter(name = "sampleCar", value = "true")
    @MojoParameter(name = "strict", value = "true")
    @MojoParameter(name = "failover", value = "true")
    void aRunningClusterOf64PassesEveryCheckAndSurvivesTheStopOfANode(
            @InjectMojo(goal = "package") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start,
            @InjectMojo(goal = "smoke-test") SmokeTestMojo smoke,
            @InjectMojo(goal = "stop") StopMojo stop)
            throws Exception {
        passesEveryCheck("6.4.0", pack, start, smoke, stop);
    }

    private void passesEveryCheck(String version, PackageMojo pack, StartMojo start, SmokeTestMojo smoke, StopMojo stop)
            throws Exception {
        userProperties()
                .setProperty(
                        "ei-cluster.distribution", Miniatures.runnable(version).toString());
        userProperties().setProperty("ei-cluster.loadBalancer.httpPort", Integer.toString(http));
        userProperties().setProperty("ei-cluster.loadBalancer.httpsPort", Integer.toString(https));
        NginxPrefix.command(prefix);
        packHomes(pack);
        run(start);
        startNginx();

        run(smoke);
        run(stop);

        assertThat(log().errors()).isEmpty();
        assertThat(log().warnings()).noneMatch(line -> line.contains("not checked"));
        assertThat(log().infos())
                .anyMatch(line ->
                        line.startsWith("  passed: https requests are spread over the nodes: 20 requests:" + " node1 "))
                .anyMatch(line -> line.startsWith("  passed: console keeps a session on one node: "))
                .anyMatch(line -> line.startsWith("  passed: requests go on without a node, and it comes back: "))
                .anyMatch(line -> line.matches("\\d+ passed, 0 failed, 0 not checked, .*"));
        nothingRuns();
    }

    private void startNginx() throws IOException, InterruptedException {
        Path output = target().resolve("ei-cluster");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> conf = Files.list(output.resolve("load-balancer/conf.d"))) {
            for (Path file : conf.toList()) {
                files.put(
                        "conf.d/" + file.getFileName(),
                        Files.readString(file).replace("/etc/nginx/ssl/", output.resolve("certs") + "/"));
            }
        }
        NginxPrefix.lay(prefix, files);
        nginx = new ProcessBuilder(NginxPrefix.command(prefix))
                .redirectErrorStream(true)
                .redirectOutput(prefix.resolve("stdout.txt").toFile())
                .start();
        while (!accepts()) {
            if (nginx.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("does not start: " + Files.readString(prefix.resolve("stdout.txt")));
            }
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), https));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
