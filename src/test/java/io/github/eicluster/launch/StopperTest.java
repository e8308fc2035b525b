package io.github.eicluster.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StopperTest extends LaunchCase {

    @Test
    void allNodesStopTheLastOneFirstAndNoProcessIsLeft() throws IOException {
        NodeLaunch first = new StubNode(folder, "node1", 4100).comesUp(4100, 4101);
        NodeLaunch second = new StubNode(folder, "node2", 4101).comesUp(4100, 4101);
        launcher(20).start(List.of(first, second), List.of());
        List<ProcessHandle> all = records.running().stream()
                .flatMap(record -> record.living().stream())
                .toList();

        stopper(20).stopAll();

        assertThat(all).hasSizeGreaterThanOrEqualTo(4).noneMatch(ProcessId::runs);
        assertThat(monitor.notes)
                .filteredOn(line -> line.contains("stopped"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("node2: stopped in "),
                        line -> assertThat(line).startsWith("node1: stopped in "));
        assertThat(records.all()).isEmpty();
        assertThat(first.home().resolve("wso2carbon.pid")).doesNotExist();
    }

    @Test
    void twiceIsSafe() throws IOException {
        launcher(20).start(List.of(new StubNode(folder, "node1", 0).comesUp()), List.of());

        stopper(20).stopAll();
        stopper(20).stopAll();

        assertThat(begun).noneMatch(ProcessId::runs);
    }

    @Test
    void survivorsThatHaveSeenTheNodeLeaveAreNamed() throws IOException {
        NodeLaunch first = new StubNode(folder, "node1", 4100)
                .acts(
                        "trap 'exit 143' TERM",
                        StubNode.says(StubNode.list(4100, 4100, 4101) + StubNode.INITIALISED + "\n" + StubNode.UP),
                        "while [ -e ../../node2/wso2ei/scene.sh ] && [ ! -e ../../node2/left ]; do sleep 0.05; done",
                        StubNode.says("WKABasedMembershipScheme Member left [u]: /127.0.0.1:4101"),
                        StubNode.waits());
        NodeLaunch second = new StubNode(folder, "node2", 4101)
                .acts(
                        "trap 'touch ../left; exit 143' TERM",
                        StubNode.says(StubNode.list(4101, 4100, 4101) + StubNode.INITIALISED + "\n" + StubNode.UP),
                        StubNode.waits());
        launcher(20).start(List.of(first, second), List.of());

        stopper(20).stopAll();

        assertThat(monitor.notes).contains("node1 has seen node2 leave");
        assertThat(monitor.warnings).isEmpty();
    }

    @Test
    void survivorsThatHaveNotSeenItAreNamed() throws IOException {
        launcher(20)
                .start(
                        List.of(
                                new StubNode(folder, "node1", 4100).comesUp(4100, 4101),
                                new StubNode(folder, "node2", 4101).comesUp(4100, 4101)),
                        List.of());

        stopper(20).stopAll();

        assertThat(monitor.warnings)
                .containsExactly("node1 has not seen node2 leave in 1 s ('Member left' is not in its log).");
    }

    @Test
    void aServerThatDoesNotStopIsKilled() throws IOException {
        NodeLaunch node =
                new StubNode(folder, "node1", 0).acts("trap '' TERM", StubNode.says(StubNode.UP), StubNode.waits());
        launcher(20).start(List.of(node), List.of());

        stopper(1).stopAll();

        assertThat(begun).noneMatch(ProcessId::runs);
        assertThat(records.all()).isEmpty();
        assertThat(monitor.notes)
                .anyMatch(line -> line.startsWith("node1: killed, since it had not stopped by itself, in "));
        assertThat(node.home().resolve("wso2carbon.pid")).doesNotExist();
    }

    @Test
    void aServerWhoseScriptWasKilledIsStopped() throws IOException {
        launcher(20).start(List.of(new StubNode(folder, "node1", 0).comesUp()), List.of());
        ProcessHandle server = begun.get(0).children().findFirst().orElseThrow();
        begun.get(0).destroyForcibly();
        begun.get(0).onExit().join();
        assertThat(ProcessId.runs(server)).isTrue();

        stopper(20).stopAll();

        assertThat(ProcessId.runs(server)).isFalse();
    }

    @Test
    void anotherProcessWithTheNumberOfANodeIsNotTouched() throws IOException {
        NodeLaunch stranger = new StubNode(folder, "stranger", 0).comesUp();
        ProcessHandle process = begin(Command.of(log(stranger), false)).toHandle();
        ProcessId real = ProcessId.of(process);
        ProcessId reused =
                new ProcessId(real.pid(), real.started() - Duration.ofMinutes(1).toMillis(), real.program());
        ProcessId other = new ProcessId(real.pid(), real.started(), "/usr/bin/another-program");
        assertThat(real.find()).isPresent();
        records.write(new ProcessRecord(
                "node1",
                stranger.home(),
                stranger.log(),
                0,
                1,
                Optional.empty(),
                Optional.empty(),
                List.of(reused, other)));

        stopper(20).stopAll();

        assertThat(process.isAlive()).isTrue();
        assertThat(monitor.notes).containsExactly("node1 had ended already");
        assertThat(records.all()).isEmpty();
    }

    @Test
    void theEndOfAProgramStopsItsNodesAndNoOthers() throws IOException {
        ProcessId owner = ProcessId.of(ProcessHandle.current());
        new Launcher(this::begin, records, monitor, timing(20, 20), false, Optional.of(owner))
                .start(List.of(new StubNode(folder, "node1", 0).comesUp()), List.of());
        launcher(20).start(List.of(new StubNode(folder, "node2", 0).comesUp()), List.of());

        new EndOfProgram(records, owner, Duration.ofSeconds(20), monitor).run();

        assertThat(begun.get(0).isAlive()).isFalse();
        assertThat(begun.get(1).isAlive()).isTrue();
        assertThat(records.all()).extracting(ProcessRecord::node).containsExactly("node2");
        assertThat(monitor.notes).contains("This Maven ends, and stops node1.");
    }

    @Test
    void recordsAreReadAgain() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 4100).comesUp(4100);
        launcher(20).start(List.of(node), List.of());
        ProcessRecord record = records.of("node1").orElseThrow();

        assertThat(ProcessRecord.of(record.properties())).isEqualTo(record);
        assertThat(record.memberPort()).isEqualTo(4100);
        assertThat(record.log()).isEqualTo(node.log());
    }

    private static NodeLaunch log(NodeLaunch node) throws IOException {
        Files.createDirectories(node.log().getParent());
        return node;
    }
}
