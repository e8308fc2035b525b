package io.github.eicluster.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.assembly.PackagedNode;
import java.nio.file.Path;
import java.time.Duration;
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
        return Messages.packed(
                new PackagedNode("node1", Path.of("target/shop-node1.zip"), bytes, reused, Duration.ofMillis(millis)));
    }
}
