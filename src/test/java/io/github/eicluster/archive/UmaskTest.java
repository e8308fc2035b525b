package io.github.eicluster.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.SyntheticBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a node consists of does not depend on the umask of who builds it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no umask")
class UmaskTest {

    @TempDir
    Path temp;

    @Test
    void everyUmaskGivesTheSameArchivesAndTheSameModes() throws IOException, InterruptedException {
        Path base = SyntheticBase.write(temp.resolve("base.zip"), 200_000, 60);
        Files.writeString(Files.createDirectories(temp.resolve("contents")).resolve("one"), "content");

        Path open = build(base, "000");
        Path closed = build(base, "077");

        assertThat(closed.resolve("node1.zip")).hasSameBinaryContentAs(open.resolve("node1.zip"));
        assertThat(modes(closed.resolve("homes")))
                .isEqualTo(modes(open.resolve("homes")))
                .containsEntry("node1/wso2ei-6.6.0/lib/added.jar", "rw-r--r--");
    }

    private Path build(Path base, String umask) throws IOException, InterruptedException {
        Path out = temp.resolve("umask-" + umask);
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask " + umask + "; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PackagingProcess.class.getName(),
                        base.toString(),
                        out.toString(),
                        temp.resolve("contents").toString(),
                        "one")
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            String said = output.lines().toList().toString();
            assertThat(process.waitFor()).as(said).isZero();
        }
        return out;
    }

    private static Map<String, String> modes(Path folder) throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                boolean node = path.getNameCount() > folder.getNameCount() + 1;
                if (node && !path.getFileName().toString().startsWith(".")) {
                    modes.put(
                            folder.relativize(path).toString(),
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
                }
            }
        }
        return modes;
    }
}
