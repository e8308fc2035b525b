package io.github.eicluster.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Logs that are longer than what is read in one look. */
class RunningNodeTest extends LaunchCase {

    private static final String MUCH = "a line of the server\n".repeat(150_000);

    @Test
    void allThatTheLogOfANodeProvesIsKnownWhenItIsFound() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 4100).comesUp(4100);
        write(node, MUCH + StubNode.list(4100, 4100) + StubNode.INITIALISED + "\n" + StubNode.UP + "\n");

        NodeLog log = RunningNode.found(node, ended(node)).log();

        assertThat(log.initialised()).isTrue();
        assertThat(log.up()).isTrue();
        assertThat(log.members()).containsExactly("127.0.0.1:4100");
    }

    @Test
    void theReasonOfANodeThatHasEndedIsFoundAtTheEndOfItsLog() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 4100).comesUp(4100);
        write(node, "begins\n");
        RunningNode running = RunningNode.found(node, ended(node));
        write(node, "begins\n" + MUCH + "Unable to look-up JNDI name jdbc/X");

        assertThat(running.failure(1)).hasValueSatisfying(failure -> {
            assertThat(failure.reason()).isEqualTo(Cause.JNDI);
            assertThat(failure.lines()).containsExactly("Unable to look-up JNDI name jdbc/X");
        });
    }

    @Test
    void theLastWordsOfANodeAreShown() throws IOException {
        NodeLaunch node = new StubNode(folder, "node1", 4100).comesUp(4100);
        write(node, "begins\n");
        RunningNode running = RunningNode.found(node, ended(node));
        write(node, "begins\n" + MUCH + "last\nno end");
        List<String> shown = new ArrayList<>();

        new Tail(List.of(running), shown::add).follow();

        assertThat(shown).hasSize(150_003).endsWith("node1 | last", "node1 | no end", "node1 | has ended");
    }

    @Test
    void nodesThatRanBeforeAndDoNotSeeEachOtherAreNamed() throws IOException {
        NodeLaunch first = new StubNode(folder, "node1", 4100).comesUp(4100);
        NodeLaunch second = new StubNode(folder, "node2", 4101).comesUp(4101);
        write(first, StubNode.list(4100, 4100) + StubNode.INITIALISED + "\n");
        write(second, StubNode.list(4101, 4101) + StubNode.INITIALISED + "\n");

        launcher(20)
                .start(
                        List.of(),
                        List.of(RunningNode.found(first, ended(first)), RunningNode.found(second, ended(second))));

        assertThat(monitor.warnings)
                .containsExactly("The nodes do not see each other. Of 2 members, node1 sees 127.0.0.1:4100, node2 sees"
                        + " 127.0.0.1:4101.");
    }

    private static void write(NodeLaunch node, String text) throws IOException {
        Files.createDirectories(node.log().getParent());
        Files.writeString(node.log(), text);
    }

    private static ProcessRecord ended(NodeLaunch node) {
        return new ProcessRecord(
                node.id(), node.home(), node.log(), 4100, 1, Optional.empty(), Optional.empty(), List.of());
    }
}
