package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.archive.Format;
import io.github.eicluster.archive.Work;
import io.github.eicluster.archive.WrittenArchive;
import io.github.eicluster.assembly.PackagedNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void anArchiveIsToldWithSizeAndTime() {
        assertThat(packed(717_400_000, 1_240, false)).isEqualTo("node1: shop-node1.zip, 717.4 MB in 1.2 s");
        assertThat(packed(29_949, 40, false)).isEqualTo("node1: shop-node1.zip, 29.9 kB in 0.0 s");
    }

    @Test
    void anArchiveThatWasNotWrittenIsUpToDate() {
        assertThat(packed(29_949, 40, true)).isEqualTo("node1: shop-node1.zip is up to date");
    }

    private static String packed(long bytes, long millis, boolean reused) {
        return Messages.packed(node(Format.ZIP, "target/shop-node1.zip", bytes, millis, reused));
    }

    private static PackagedNode node(Format format, String file, long bytes, long millis, boolean reused) {
        Work work = reused ? Work.NONE : new Work(bytes, 3, 2);
        Duration elapsed = Duration.ofMillis(millis);
        return new PackagedNode(
                "node1", format, new WrittenArchive(Path.of(file), bytes, 5, reused, Optional.empty(), work, elapsed));
    }

    @Test
    void aHomeIsNamedWithItsFolder() {
        assertThat(Messages.packed(node(Format.DIRECTORY, "target/ei-cluster/homes/node1", 5_000_000, 90, false)))
                .isEqualTo("node1: homes/node1, 5.0 MB in 0.1 s");
    }

    @Test
    void theSumCountsWhatWasWritten() {
        PackagedNode written = node(Format.ZIP, "a.zip", 700_000_000, 400, false);
        PackagedNode reused = node(Format.ZIP, "b.zip", 700_000_000, 1, true);

        assertThat(Messages.allPacked(List.of(written, reused), Duration.ofMillis(412)))
                .isEqualTo("Wrote 1 of 2 archives, 700.0 MB in 0.412 s");
    }
}
