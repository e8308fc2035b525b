package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The goal run, until its nodes end. */
@MojoTest
@Basedir("/mojo/start")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RunMojoTest extends StartCase {

    @Test
    void logsAreShownWithTheirNodesUntilAllHaveEnded(
            @InjectMojo(goal = "package") PackageMojo pack,
            @InjectMojo(goal = "run") RunMojo run,
            @InjectMojo(goal = "stop") StopMojo stop)
            throws Exception {
        packHomes(pack);
        CompletableFuture<Void> shown = new CompletableFuture<>();
        log().onInfo("Ctrl-C stops them. Their logs from here on:", () -> shown.complete(null));
        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> quietly(run));

        CompletableFuture.anyOf(shown, running).join();
        quietly(stop);
        running.join();

        assertThat(log().infos())
                .contains(
                        "node1: http://127.0.0.1:22580, https://127.0.0.1:22543, console https://127.0.0.1:23743/carbon",
                        "node1 | has ended",
                        "node2 | has ended")
                .anyMatch(line -> line.startsWith("node2 | ") && line.contains("Member left ["));
        nothingRuns();
    }

    private void quietly(AbstractMojo mojo) {
        try {
            run(mojo);
        } catch (MojoExecutionException | MojoFailureException e) {
            throw new IllegalStateException(e);
        }
    }
}
