package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.launch.ProcessRecord;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** The goals start, restart and stop on two nodes that really form a cluster. */
@MojoTest
@Basedir("/mojo/start")
class StartMojoTest extends StartCase {

    @Test
    void nodesStartInOrderAreRestartedOneByOneAndStop(
            @InjectMojo(goal = "package") PackageMojo pack,
            @InjectMojo(goal = "start") StartMojo start,
            @InjectMojo(goal = "restart") @MojoParameter(name = "rolling", value = "true") RestartMojo restart,
            @InjectMojo(goal = "stop") StopMojo stop)
            throws Exception {
        packHomes(pack);

        run(start);

        assertThat(running())
                .allMatch(record -> record.owner().isPresent())
                .extracting(ProcessRecord::node)
                .containsExactly("node2", "node1");
        assertThat(log().infos())
                .contains(
                        "Cluster start.test: 2 nodes are up, members 127.0.0.1:24500, 127.0.0.1:24501",
                        "node1: http://127.0.0.1:22580, https://127.0.0.1:22543, console https://127.0.0.1:23743/carbon")
                .anyMatch(line -> line.matches("node1: up in .* s, sees 2 of 2 members, HTTP 22580, .*"))
                .anyMatch(line -> line.equals("REGISTRY_DB: made 2 tables"));
        List<Long> before = processes().stream().map(ProcessHandle::pid).toList();
        assertThat(before).hasSize(4);

        run(start);

        assertThat(log().infos())
                .contains("node1: runs already", "node2: runs already")
                .endsWith("They ran before, and live as long as before.");
        assertThat(processes()).extracting(ProcessHandle::pid).containsExactlyInAnyOrderElementsOf(before);

        newSession();
        run(restart);

        assertThat(log().infos())
                .contains("node1 has seen node2 leave", "node2 has seen node1 leave")
                .filteredOn(line -> line.contains(": up in"))
                .hasSize(4);
        assertThat(processes()).hasSize(4).extracting(ProcessHandle::pid).doesNotContainAnyElementsOf(before);

        run(stop);
        run(stop);

        nothingRuns();
        assertThat(log().infos()).contains("node2 has seen node1 leave", "No node of this cluster was started here.");
        assertThat(log().warnings()).isEmpty();
    }

    @Test
    void theArchiveOfANodeIsUnpackedWhereThereIsNoHome(
            @InjectMojo(goal = "package") PackageMojo pack,
            @InjectMojo(goal = "start") @MojoParameter(name = "keep", value = "true") StartMojo start,
            @InjectMojo(goal = "stop") StopMojo stop)
            throws Exception {
        packHomes(pack);

        run(start);
        assertThat(log().infos()).contains("They run on when this Maven ends; ei-cluster:stop stops them.");
        assertThat(running()).hasSize(2).allMatch(record -> record.owner().isEmpty());
        run(stop);

        assertThat(target().resolve("ei-cluster/run/node1/wso2ei-6.6.0/bin/integrator.sh"))
                .isExecutable();
        assertThat(target().resolve("ei-cluster/logs/node1.log").toFile())
                .content()
                .contains("Cluster initialization completed");
        nothingRuns();
    }

    @Test
    void withoutAnArchiveNothingStarts(@InjectMojo(goal = "start") StartMojo start) throws Exception {
        assertThatThrownBy(() -> run(start))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("node2: there is neither ")
                .hasMessageEndingWith("Run package first, such as mvn package ei-cluster:start.");
    }

    @Test
    void withoutAJdkNothingStarts(
            @InjectMojo(goal = "package") PackageMojo pack, @InjectMojo(goal = "start") StartMojo start)
            throws Exception {
        packHomes(pack);
        userProperties().remove("ei-cluster.jvm.javaHome");

        assertThatThrownBy(() -> run(start))
                .hasMessage(
                        "cluster/jvm/javaHome of node2: is missing, and toolchains.xml has no JDK for it. The JDK of"
                                + " Maven is not taken, since EI 6.6.0 runs on Java 7 to 11: name the directory of one.");
    }

    @Test
    void aBusyPortIsFoundWithItsHolderBeforeAnythingStarts(
            @InjectMojo(goal = "package") PackageMojo pack, @InjectMojo(goal = "start") StartMojo start)
            throws Exception {
        packHomes(pack);

        try (ServerSocket socket = new ServerSocket(22581)) {
            assertThat(socket.isBound()).isTrue();
            assertThatThrownBy(() -> run(start))
                    .hasMessageStartingWith("Nothing was started:\n  node2 (HTTP): port 22581 is in use by process "
                            + ProcessHandle.current().pid() + " (")
                    .hasMessageEndingWith("Stop the program that listens there, or choose another portOffset or port.");
        }
        assertThat(target().resolve("ei-cluster/logs")).doesNotExist();
        nothingRuns();
    }

    @Test
    void timesAreSeconds(
            @InjectMojo(goal = "stop") @MojoParameter(name = "stopTimeout", value = "0") StopMojo stop,
            @InjectMojo(goal = "start") @MojoParameter(name = "memberTimeout", value = "soon") StartMojo start) {
        assertThatThrownBy(() -> run(stop))
                .hasMessage("stopTimeout: '0' is no number of seconds from 1 to 86400. Write one such as 30.");
        assertThatThrownBy(() -> run(start)).hasMessageStartingWith("memberTimeout: 'soon' is no number of seconds");
    }

    @Test
    void aRestartOfNothingIsAMistake(
            @InjectMojo(goal = "package") PackageMojo pack, @InjectMojo(goal = "restart") RestartMojo restart)
            throws Exception {
        packHomes(pack);

        assertThatThrownBy(() -> run(restart))
                .hasMessage("No node of this cluster runs here. Start them with ei-cluster:start.");
    }

    @Test
    @Basedir("/mojo/guide")
    void nodesElsewhereAreNotStarted(@InjectMojo(goal = "start") StartMojo start) throws Exception {
        assertThatThrownBy(() -> run(start))
                .hasMessageStartingWith(
                        "cluster/nodes: node1 (192.168.57.11), node2 (192.168.57.12) are not on this machine,"
                                + " and this goal starts clusters whose nodes all are. Install the archives as RUNBOOK.md says");
    }

    @Test
    void skippedGoalsDoNothing(
            @InjectMojo(goal = "start") @MojoParameter(name = "skipStart", value = "true") StartMojo start,
            @InjectMojo(goal = "stop") @MojoParameter(name = "skipStop", value = "true") StopMojo stop,
            @InjectMojo(goal = "run") @MojoParameter(name = "skipRun", value = "true") RunMojo runGoal,
            @InjectMojo(goal = "restart") @MojoParameter(name = "skipRestart", value = "true") RestartMojo restart)
            throws Exception {
        run(start);
        run(stop);
        run(runGoal);
        run(restart);

        assertThat(log().infos())
                .hasSize(4)
                .allMatch(line -> line.startsWith("Skipped (ei-cluster.skip or ei-cluster."));
        assertThat(Files.exists(target())).isFalse();
    }
}
