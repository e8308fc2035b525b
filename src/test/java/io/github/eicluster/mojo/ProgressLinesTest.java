package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private static final Path ONE = Path.of("target/node1.zip");
    private static final Path TWO = Path.of("target/node2.zip");

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final List<String> lines = new ArrayList<>();
    private final ProgressLines progress = new ProgressLines(
            Map.of(ONE, "node1", TWO, "node2"),
            lines::add,
            () -> lines.add("wiped"),
            Duration.ofSeconds(5),
            clock::get);

    private void passes(long millis) {
        clock.addAndGet(millis * 1_000_000);
    }

    @Test
    void workBelowASecondIsSilent() {
        progress.begins(10_000_000);
        passes(999);
        progress.wrote(ONE, 10_000_000);

        assertThat(lines).isEmpty();
    }

    @Test
    void longerWorkTellsNodesMegabytesAndSpeedNowAndThen() {
        progress.begins(400_000_000);
        passes(1000);
        progress.wrote(ONE, 50_000_000);
        passes(1000);
        progress.wrote(TWO, 30_000_000);
        passes(4000);
        progress.wrote(TWO, 20_000_000);
        progress.ends();

        assertThat(lines)
                .containsExactly(
                        "50 of 400 MB (node1 50), 50 MB/s", "100 of 400 MB (node1 50, node2 50), 17 MB/s", "wiped");
    }

    @Test
    void aTerminalGetsOneLineThatIsWrittenOver() {
        StringWriter text = new StringWriter();
        ProgressLines terminal = ProgressLines.of(Map.of(ONE, "node1"), StatusLine.onTerminal(new PrintWriter(text)));

        terminal.begins(1);
        terminal.ends();

        assertThat(text).hasToString("\r\u001b[K");
    }
}
