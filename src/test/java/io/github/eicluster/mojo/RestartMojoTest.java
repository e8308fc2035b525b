package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.launch.ProcessRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** The goal restart on two nodes that run: all together, and what stops nothing. */
@MojoTest
@Basedir("/mojo/start")
class RestartMojoTest extends StartCase {

    @Test
    void allTogetherGetNewProcessesAndLiveAsLongAsBefore(
            @InjectMojo(goal = "package") PackageMojo pack,
            @InjectMojo(goal = "start") @MojoParameter(name = "keep", value = "true") StartMojo start,
            @InjectMojo(goal = "restart") RestartMojo restart)
            throws Exception {
        packHomes(pack);
        run(start);
        Set<Long> before = pids();
        newSession();

        run(restart);

        assertThat(pids()).hasSize(4).doesNotContainAnyElementsOf(before);
        assertThat(running())
                .allMatch(record -> record.owner().isEmpty())
                .extracting(ProcessRecord::node)
                .containsExactly("node2", "node1");
        assertThat(log().infos())
                .anyMatch(line -> line.matches("node1: stopped in .*"))
                .filteredOn(line -> line.matches("node1: up in .* s, sees 2 of 2 members, .*"))
                .hasSize(2);
    }

    @Test
    void whatCouldNotStartAgainIsNotStopped(
            @InjectMojo(goal = "package") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start,
            @InjectMojo(goal = "restart") RestartMojo restart,
            @InjectMojo(goal = "restart") @MojoParameter(name = "rolling", value = "true") RestartMojo rolling)
            throws Exception {
        packHomes(pack);
        run(start);
        Set<Long> before = pids();

        Path zip = target().resolve("start-1.0-node1.zip");
        Path away = Files.move(zip, zip.resolveSibling("away"));
        for (RestartMojo goal : List.of(restart, rolling)) {
            assertThatThrownBy(() -> run(goal)).hasMessageStartingWith("node1: there is neither " + zip);
        }
        Files.move(away, zip);

        userProperties().remove("ei-cluster.jvm.javaHome");
        for (RestartMojo goal : List.of(restart, rolling)) {
            assertThatThrownBy(() -> run(goal)).hasMessageStartingWith("cluster/jvm/javaHome of node2: is missing");
        }
        userProperties().setProperty("ei-cluster.jvm.javaHome", System.getProperty("java.home"));

        // As if the POM had a third node when they were started.
        Path records = target().resolve("ei-cluster/run/processes");
        String record = Files.readString(records.resolve("node1.properties"), StandardCharsets.ISO_8859_1);
        Files.writeString(records.resolve("node3.properties"), record.replace("node=node1", "node=node3"));
        assertThatThrownBy(() -> run(rolling))
                .hasMessage("node3 runs, and is no node of this cluster any more. Stop with ei-cluster:stop.");

        assertThat(pids()).isEqualTo(before);
        assertThat(log().infos()).noneMatch(line -> line.contains("stopped in"));
    }

    private Set<Long> pids() {
        return processes().stream().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}
