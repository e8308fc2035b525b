package io.github.eicluster.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small file systems of their own, which only root can mount; skipped elsewhere. */
class FileSystemsTest {

    private static final Instant TIME = Instant.parse("2020-02-29T12:34:56Z");
    private static final int SIZE = 3_000_000;

    @TempDir
    Path temp;

    private Path base;
    private Path mounted;
    private boolean isMounted;

    @BeforeEach
    void makeBase() throws IOException {
        byte[] noise = new byte[SIZE];
        new Random(7).nextBytes(noise);
        base = Zips.write(temp.resolve("pack.zip"), zip -> {
            Zips.put(zip, "wso2ei/conf/carbon.xml", "carbon");
            Zips.put(zip, "wso2ei/lib/big.jar", Zips.FILE | 0644, noise);
        });
        mounted = Files.createDirectories(temp.resolve("mounted"));
    }

    private void mount(String options) {
        try {
            new Program("mount").run(temp, List.of("-t", "tmpfs", "-o", options, "none", mounted.toString()));
            isMounted = true;
        } catch (IOException | AssertionError e) {
            assumeTrue(false, "skipped: this user cannot mount a file system (" + e.getMessage() + ")");
        }
    }

    @AfterEach
    void unmount() throws IOException {
        if (isMounted) {
            new Program("umount").run(temp, List.of(mounted.toString()));
        }
    }

    private WrittenArchive write(String name, Format format, Progress progress) {
        NodeContent content = NodeContent.EMPTY;
        try (Distribution distribution = Distribution.open(base)) {
            return new NodeArchiver("1", 1, progress)
                    .write(
                            distribution,
                            List.of(new ArchiveRequest(content, mounted.resolve(name), format, TIME, false)))
                    .get(0);
        }
    }

    private List<String> found() throws IOException {
        try (Stream<Path> children = Files.list(mounted)) {
            return children.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aTargetOnAnotherFileSystemIsWritten() throws IOException {
        mount("size=20m");

        for (Format format : Format.values()) {
            write("node" + format, format, Progress.NONE);
        }

        assertThat(Zips.names(mounted.resolve("nodeZIP"))).hasSize(2);
        assertThat(mounted.resolve("nodeDIRECTORY/wso2ei/lib/big.jar")).hasSize(SIZE);
        assertThat(found()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void tooLittleSpaceIsSaidBeforeAnythingIsWritten() throws IOException {
        mount("size=1m");

        assertThatThrownBy(() -> write("node.zip", Format.ZIP, Progress.NONE))
                .isInstanceOf(ClusterException.class)
                .hasMessageMatching(
                        "'" + mounted + "/?' has 1\\.0 MB of free space, but the archives of this build need"
                                + " 3\\.0 MB; free space there, or move the build directory elsewhere\\.");
        assertThat(found()).isEmpty();
    }

    @Test
    void aDiskThatFillsUpLeavesTheOldArchive() throws IOException {
        mount("size=20m");
        write("node.zip", Format.ZIP, Progress.NONE);
        byte[] old = Files.readAllBytes(mounted.resolve("node.zip"));
        Files.setLastModifiedTime(base, java.nio.file.attribute.FileTime.fromMillis(1));
        Progress filling = new Progress() {
            @Override
            public void begins(long bytes) {
                fill(); // after free space was looked at
            }
        };

        assertThatThrownBy(() -> write("node.zip", Format.ZIP, filling))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("'" + mounted.resolve("node.zip") + "' cannot be written from '" + base + "': ")
                .hasMessageContaining("No space left on device");
        Files.delete(mounted.resolve("filler"));
        assertThat(found()).containsExactly("node.zip");
        assertThat(mounted.resolve("node.zip")).hasBinaryContent(old);
    }

    private void fill() {
        try (OutputStream out = Files.newOutputStream(mounted.resolve("filler"))) {
            for (int megabyte = 0; megabyte < 30; megabyte++) {
                out.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void aReadOnlyTargetIsSaid() {
        mount("ro");

        assertThatThrownBy(() -> write("node.zip", Format.ZIP, Progress.NONE))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining(mounted.toString())
                .hasMessageContaining("Read-only file system");
    }
}
