package io.github.eicluster.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** However a start is broken off, none of its processes is left, and no password. */
class EndOfProgramTest extends LaunchCase {

    private static final NodeLaunch.StartPassword PASSWORD =
            new NodeLaunch.StartPassword("password-tmp", new Secret("vault secret", Secret.Source.GENERATED));

    private final ProcessId self = ProcessId.of(ProcessHandle.current());

    @Test
    void aProcessThatCannotBeRememberedEnds() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 0).password(PASSWORD).comesUp();
        Launcher launcher = launcher(command -> {
            Process process = begin(command);
            // There is no folder of records now, and none can be made.
            Files.writeString(folder.resolve("run"), "");
            return process;
        });

        assertThatThrownBy(() -> launcher.start(List.of(node), List.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith("node1.properties' cannot be written");

        assertAllEnd(1);
        assertThat(node.home().resolve("password-tmp")).doesNotExist();
    }

    @Test
    void aRecordThatCannotBeReadIsFoundBeforeTheNextProcessAndTheOthersEnd() throws IOException {
        Path broken = folder.resolve("run/processes/other.properties");
        NodeLaunch first = new StubNode(folder, "node1", 0)
                .acts(
                        "trap 'exit 143' TERM",
                        "while [ ! -e ../../run/processes/node1.properties ]; do sleep 0.05; done",
                        "echo node= > ../../run/processes/other.properties",
                        StubNode.says(StubNode.UP),
                        StubNode.waits());
        NodeLaunch second = new StubNode(folder, "node2", 0).comesUp();

        assertThatThrownBy(() -> launcher(20).start(List.of(first, second), List.of()))
                .isInstanceOf(ClusterException.class)
                .hasMessage("'" + broken
                        + "' is no record of a started node. Delete it, after a look whether its node still runs.");

        Files.delete(broken);
        assertAllEnd(1);
        assertThat(records.all()).isEmpty();
    }

    @Test
    void theEndOfTheProgramWaitsUntilANodeThatHasBegunIsRemembered() throws Exception {
        NodeLaunch node = new StubNode(folder, "node1", 0).password(PASSWORD).acts(StubNode.waits());
        Thread end = new Thread(end(), "end");
        Launcher launcher = launcher(command -> {
            Process process = begin(command);
            end.start();
            while (end.getState() != Thread.State.BLOCKED && end.getState() != Thread.State.TERMINATED) {
                Thread.onSpinWait();
            }
            return process;
        });

        assertThatThrownBy(() -> launcher.start(List.of(node), List.of()))
                .asInstanceOf(type(LaunchFailure.class))
                .extracting(LaunchFailure::reason)
                .isEqualTo(Cause.DIED);
        end.join();

        assertThat(monitor.notes).containsExactly("This Maven ends, and stops node1.");
        assertAllEnd(1);
        assertThat(records.all()).isEmpty();
    }

    @Test
    void aProgramThatEndsStartsNoFurtherNode() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 0).password(PASSWORD).comesUp();
        end().run();

        assertThatThrownBy(() -> launcher(20).start(List.of(node), List.of()))
                .hasMessage("This Maven ends, and starts no node any more.");

        assertThat(begun).isEmpty();
        assertThat(node.home().resolve("password-tmp")).doesNotExist();
    }

    @Test
    void aPasswordThatNobodyHasReadEndsWithTheProgram() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 0).password(PASSWORD).comesUp();
        new Launcher(this::begin, records, monitor, timing(20, 20), false, Optional.of(self))
                .start(List.of(node), List.of());
        Path password = node.home().resolve("password-tmp");
        assertThat(password).hasContent("vault secret\n");
        assertThat(folder.resolve("run/processes/node1.properties").toFile())
                .content()
                .doesNotContain("secret");

        end().run();

        assertThat(password).doesNotExist();
    }

    @Test
    void aPasswordThatNobodyHasReadEndsWithItsNode() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 0).password(PASSWORD).comesUp();
        launcher(20).start(List.of(node), List.of());
        assertThat(ProcessRecord.of(records.of("node1").orElseThrow().properties()))
                .isEqualTo(records.of("node1").orElseThrow());

        stopper(20).stopAll();

        assertThat(node.home().resolve("password-tmp")).doesNotExist();
    }

    @Test
    void aServerWhoseScriptIsKilledWhileItStartsEnds() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 0)
                .acts(
                        "echo $$ > ../server",
                        "i=0",
                        "while ! grep -q \"^process.*=$$ \" ../../run/processes/node1.properties && [ $i -lt 200 ]",
                        "do sleep 0.05; i=$((i + 1)); done",
                        "kill -9 $PPID",
                        StubNode.waits());

        assertThatThrownBy(() -> launcher(600).start(List.of(node), List.of()))
                .asInstanceOf(type(LaunchFailure.class))
                .extracting(LaunchFailure::reason)
                .isEqualTo(Cause.DIED);

        long server = Long.parseLong(
                Files.readString(node.home().resolveSibling("server")).strip());
        ProcessHandle.of(server).ifPresent(begun::add);
        assertThat(begun).noneMatch(ProcessId::runs);
        assertThat(records.all()).isEmpty();
    }

    @Test
    void anInterruptedStartLeavesNothingAndStaysInterrupted() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 0).password(PASSWORD).acts(StubNode.waits());
        Thread starter = Thread.currentThread();
        Monitor interrupting = new Monitor() {
            @Override
            public void note(String line) {
                monitor.note(line);
            }

            @Override
            public void warn(String line) {
                monitor.warn(line);
            }

            @Override
            public void status(String line) {
                starter.interrupt();
            }

            @Override
            public void statusEnds() {
                monitor.statusEnds();
            }
        };
        Launcher launcher = new Launcher(this::begin, records, interrupting, timing(600, 20), false, Optional.empty());

        assertThatThrownBy(() -> launcher.start(List.of(node), List.of()))
                .isExactlyInstanceOf(ClusterException.class)
                .hasMessage("The wait for the nodes was interrupted.");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(begun).hasSize(1).noneMatch(ProcessId::runs);
        assertThat(records.all()).isEmpty();
        assertThat(node.home().resolve("password-tmp")).doesNotExist();
    }

    @Test
    void anInterruptionWhileTheRecordIsWrittenIsNoMistakeOfAFile() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 0).password(PASSWORD).acts(StubNode.waits());
        Launcher launcher = launcher(command -> {
            Process process = begin(command);
            Thread.currentThread().interrupt();
            return process;
        });

        assertThatThrownBy(() -> launcher.start(List.of(node), List.of()))
                .isExactlyInstanceOf(ClusterException.class)
                .hasMessage("The wait for the nodes was interrupted.");

        assertThat(Thread.interrupted()).isTrue();
        assertAllEnd(1);
        assertThat(records.all()).isEmpty();
        assertThat(node.home().resolve("password-tmp")).doesNotExist();
    }

    private void assertAllEnd(int count) {
        assertThat(begun).hasSize(count);
        // Without the mercy of the test's end: these were told to end, and are waited for.
        begun.forEach(
                process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        assertThat(begun).noneMatch(ProcessId::runs);
    }

    private EndOfProgram end() {
        return new EndOfProgram(records, self, Duration.ofSeconds(20), monitor);
    }

    private Launcher launcher(Spawner spawner) {
        return new Launcher(spawner, records, monitor, timing(20, 20), false, Optional.empty());
    }
}
