package io.github.eicluster.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.SyntheticBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBuildTest {

    private static final int KILLS = 50;
    private static final int LONGEST_MILLIS = 400;

    @TempDir
    Path temp;

    private Path base;
    private Path contents;

    @Test
    void aKilledBuildLeavesNoIncompleteArchiveAndTheNextOneSucceeds() throws IOException, InterruptedException {
        base = SyntheticBase.write(temp.resolve("base.zip"), 10_000_000, 200);
        contents = Files.createDirectories(temp.resolve("contents"));
        byte[] large = new byte[300_000];
        new Random(1).nextBytes(large);
        Files.write(contents.resolve("one"), large);
        new Random(2).nextBytes(large);
        Files.write(contents.resolve("two"), large);
        Set<String> whole = new HashSet<>(List.of(expected("one"), expected("two")));
        Random random = new Random(3);
        Path out = temp.resolve("out");
        int interrupted = 0;

        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(random.nextInt(LONGEST_MILLIS), out);
            interrupted += partsBelow(out);
            for (String node : List.of("node1.zip", "node2.zip")) {
                if (Files.exists(out.resolve(node))) {
                    assertThat(whole).as("kill " + kill).contains(print(out.resolve(node)));
                }
            }
        }

        build(out, "one");
        assertThat(print(out.resolve("node1.zip"))).isEqualTo(expected("one"));
        assertThat(partsBelow(out)).isZero();
        assertThat(out.resolve("homes/node2/wso2ei-6.6.0/lib/added.jar"))
                .hasSameBinaryContentAs(contents.resolve("one"));
        assertThat(interrupted).as("kills that came in the middle of writing").isPositive();
    }

    /** The next run after each kill is the process of the next kill: it says that it begins, or this waits for ever. */
    private void killAfter(int millis, Path out) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PackagingProcess.class.getName(),
                        base.toString(),
                        out.toString(),
                        contents.toString())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("begins");
            boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
            assertThat(ended).as(() -> output.lines().toList().toString()).isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private String expected(String content) throws IOException {
        Path out = temp.resolve("expected-" + content);
        build(out, content);
        return print(out.resolve("node1.zip"));
    }

    private void build(Path out, String content) throws IOException {
        try (Distribution distribution = Distribution.open(base)) {
            PackagingProcess.write(distribution, out, contents.resolve(content));
        }
    }

    private static String print(Path file) throws IOException {
        return new Fingerprint().addContent(file).hex();
    }

    private static int partsBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return (int) all.filter(Leftovers::is).count();
        }
    }
}
