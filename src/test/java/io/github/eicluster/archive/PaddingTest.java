package io.github.eicluster.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before a long range of the base is filled up, so that the range moves by whole pages. */
class PaddingTest {

    private static final int PAGE = 4096;

    @TempDir
    Path temp;

    private Path base(int length) throws IOException {
        byte[] large = new byte[length];
        new Random(1).nextBytes(large);
        return Zips.write(temp.resolve("base.zip"), zip -> {
            Zips.put(zip, "root/a.txt", "old");
            Zips.put(zip, "root/large.jar", Zips.FILE | 0644, large);
        });
    }

    /** Writes the base with a longer first file; gives by how much what follows has moved. */
    private long moved(Path base, String content) throws IOException {
        Path target = temp.resolve("node.zip");
        NodeContent overlay =
                new Overlay(temp.resolve("overlay")).file("a.txt", content).content();
        try (Distribution distribution = Distribution.open(base)) {
            Archives.write(distribution, overlay, target, Format.ZIP, Instant.EPOCH);
        }
        try (ZipFile before = Zips.open(base);
                ZipFile after = Zips.open(target)) {
            assertThat(Zips.content(after, "root/a.txt")).isEqualTo(content.getBytes(UTF_8));
            assertThat(Zips.content(after, "root/large.jar")).isEqualTo(Zips.content(before, "root/large.jar"));
            return after.getEntry("root/large.jar").getDataOffset()
                    - before.getEntry("root/large.jar").getDataOffset();
        }
    }

    /** Four bytes or less are too few for the head of a field, and six are its shortest form. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 2000, 4095})
    void aFieldIsNeverShorterThanItsHead(int missing) throws IOException {
        Path base = base(1_100_000);

        int expected = missing > 0 && missing < 6 ? 2 * PAGE : PAGE;
        assertThat(moved(base, "y".repeat(PAGE + fits(base) - missing))).isEqualTo(expected);
    }

    /** The length of a first file behind whose plain header the next one stays where it is. */
    private static int fits(Path base) throws IOException {
        try (ZipFile zip = Zips.open(base)) {
            return (int) zip.getEntry("root/large.jar").getLocalHeaderOffset() - 30 - "root/a.txt".length();
        }
    }

    @Test
    void aShortRangeIsNotWorthIt() throws IOException {
        Path base = base(900_000);

        assertThat(moved(base, "y".repeat(fits(base) + 5))).isEqualTo(5);
    }
}
