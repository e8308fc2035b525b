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

    private static void write(NodeLaunch node, String text) throws IOException {
        Files.createDirectories(node.log().getParent());
        Files.writeString(node.log(), text);
    }

    private static ProcessRecord ended(NodeLaunch node) {
        return new ProcessRecord(
                node.id(), node.home(), node.log(), 4100, 1, Optional.empty(), Optional.empty(), List.of());
    }
}
