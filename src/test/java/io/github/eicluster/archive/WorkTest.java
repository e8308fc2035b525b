package io.github.eicluster.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.testing.SyntheticBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts what packaging a base of 20 MB does: counts are the same on every machine, times are not. */
class WorkTest {

    private static final Instant TIME = Instant.parse("2020-02-29T12:34:56Z");
    private static final int ENTRIES = 400;

    @TempDir
    static Path shared;

    private static Path base;

    @TempDir
    Path temp;

    private Overlay first;
    private Overlay second;

    @BeforeAll
    static void makeBase() throws IOException {
        base = SyntheticBase.write(shared.resolve("base.zip"), 20_000_000, ENTRIES);
    }

    @BeforeEach
    void makeOverlays() throws IOException {
        first = overlay("first");
        second = overlay("second");
    }

    private Overlay overlay(String name) throws IOException {
        return new Overlay(temp.resolve(name))
                .file("conf/carbon.xml", "<Server>" + name + "</Server>")
                .file("conf/axis2/axis2.xml", "<axisconfig>" + name + "</axisconfig>")
                .file("repository/resources/security/" + name + ".jks", new byte[] {1, 2, 3});
    }

    private List<WrittenArchive> write(Distribution distribution, int threads, Format format) {
        List<ArchiveRequest> requests = new ArrayList<>();
        for (Overlay overlay : List.of(first, second)) {
            Path target = temp.resolve("out/node" + requests.size() + format);
            requests.add(new ArchiveRequest(overlay.content(), target, format, TIME, false));
        }
        return new NodeArchiver("1", threads, Progress.NONE).write(distribution, requests);
    }

    private static ZipSource source(Distribution distribution) {
        return ((ZipBase) distribution.base()).source();
    }

    /** As the goals of a build do, one after the other. */
    @Test
    void aDistributionThatIsOpenedAgainIsNotReadAgain() throws IOException {
        Distribution earlier = Distribution.open(base);
        assertThat(source(earlier).bytesRead()).isGreaterThan(ENTRIES);
        earlier.close();

        try (Distribution again = Distribution.reopen(base, earlier)) {
            assertThat(source(again).bytesRead()).isZero();
            assertThat(again.files()).isEqualTo(earlier.files()).hasSizeGreaterThan(ENTRIES / 2);
            assertThat(write(again, 1, Format.ZIP).get(0).work().bytesWritten()).isGreaterThan(19_000_000);
        }
    }

    @Test
    void aDistributionThatHasChangedIsCheckedAgain() throws IOException {
        Path path = Files.copy(base, temp.resolve("copy.zip"));
        Distribution earlier = Distribution.open(path);
        earlier.close();

        SyntheticBase.write(path, 1_000_000, ENTRIES / 2);
        Distribution other = Distribution.reopen(path, earlier);
        other.close();
        assertThat(other.files()).hasSizeLessThan(earlier.files().size());
        assertThat(other.base().identity()).isNotEqualTo(earlier.base().identity());

        Files.write(path, new byte[] {1}, StandardOpenOption.APPEND, StandardOpenOption.WRITE);
        Files.write(path, new byte[] {'X'}, StandardOpenOption.WRITE);
        assertThatThrownBy(() -> Distribution.reopen(path, other).close()).isInstanceOf(DistributionException.class);
        Files.delete(path);
        assertThatThrownBy(() -> Distribution.reopen(path, other).close())
                .isInstanceOf(DistributionException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void everyByteIsReadAndWrittenOnce() throws IOException {
        try (Distribution distribution = Distribution.open(base)) {
            long opened = source(distribution).bytesRead();

            List<WrittenArchive> archives = write(distribution, 2, Format.ZIP);

            long read = source(distribution).bytesRead() - opened;
            assertThat(read).isLessThan(2 * Files.size(base)).isGreaterThan(2 * 19_000_000);
            for (WrittenArchive archive : archives) {
                assertThat(archive.work().bytesWritten()).isEqualTo(Files.size(archive.file()));
                assertThat(archive.bytes()).isBetween(Files.size(base) - 20_000, Files.size(base) + 200_000);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDistributionThatIsCutWhileItIsCopiedIsSaid(boolean checksum) throws IOException {
        Path path = Files.copy(base, temp.resolve("copy.zip"));
        Progress cutting = new Progress() {
            @Override
            public void wrote(Path target, long bytes) {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.truncate(10_000_000);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        Path target = temp.resolve("out/node.zip");

        try (Distribution distribution = Distribution.open(path)) {
            NodeArchiver archiver = new NodeArchiver("1", 1, cutting);
            ArchiveRequest request = new ArchiveRequest(first.content(), target, Format.ZIP, TIME, checksum);
            assertThatThrownBy(() -> archiver.write(distribution, List.of(request)))
                    .hasMessage(
                            "'" + target + "' cannot be written from '" + path + "': the distribution became shorter"
                                    + " while it was read; check the file system and the distribution, then build again.");
        }
        assertThat(temp.resolve("out")).isEmptyDirectory();
    }

    @Test
    void longRangesMoveByWholePages() throws IOException {
        Path archive;
        try (Distribution distribution = Distribution.open(base)) {
            archive = write(distribution, 1, Format.ZIP).get(0).file();
        }
        Map<String, Long> before = places(base);
        List<Long> distances = new ArrayList<>();
        places(archive).forEach((name, place) -> {
            if (before.containsKey(name)) {
                distances.add(place - before.get(name));
            }
        });

        assertThat(distances.stream().distinct()).hasSizeGreaterThan(1);
        assertThat(distances.stream().filter(distance -> distance % 4096 == 0))
                .hasSizeGreaterThan(distances.size() * 9 / 10);
    }

    private static Map<String, Long> places(Path path) throws IOException {
        try (ZipFile zip = Zips.open(path)) {
            return Zips.entries(zip).stream()
                    .collect(Collectors.toMap(ZipArchiveEntry::getName, ZipArchiveEntry::getDataOffset));
        }
    }

    @Test
    void onlyChangedEntriesAreMadeAndNoneIsUnpacked() {
        try (Distribution distribution = Distribution.open(base)) {
            List<WrittenArchive> archives = write(distribution, 2, Format.ZIP);

            assertThat(source(distribution).entriesUnpacked()).isZero();
            assertThat(archives).allSatisfy(archive -> {
                assertThat(archive.work().made()).isEqualTo(3);
                assertThat(archive.work().copied()).isEqualTo(archive.entries() - 3);
                assertThat(archive.entries()).isGreaterThanOrEqualTo(ENTRIES);
            });
        }
    }

    @Test
    void onlyEditedEntriesAreUnpacked() {
        try (Distribution distribution = Distribution.open(base)) {
            assertThat(distribution.read("conf/carbon.xml")).isPresent();
            assertThat(distribution.read("conf/axis2/axis2.xml")).isPresent();

            assertThat(source(distribution).entriesUnpacked()).isEqualTo(2);
        }
    }

    @Test
    void openingReadsTheDirectoryAndTheHeadersOnly() {
        try (Distribution distribution = Distribution.open(base)) {
            assertThat(source(distribution).bytesRead()).isLessThan(ENTRIES * 600L + 66_000);
        }
    }

    @Test
    void nothingIsReadOrWrittenWhenNothingChanged() {
        try (Distribution distribution = Distribution.open(base)) {
            write(distribution, 2, Format.ZIP);
            long before = source(distribution).bytesRead();

            List<WrittenArchive> again = write(distribution, 2, Format.ZIP);

            assertThat(source(distribution).bytesRead()).isEqualTo(before);
            assertThat(again).allSatisfy(archive -> {
                assertThat(archive.reused()).isTrue();
                assertThat(archive.work()).isEqualTo(Work.NONE);
            });
        }
    }

    @Test
    void oneChangedNodeRewritesOneNode() throws IOException {
        try (Distribution distribution = Distribution.open(base)) {
            write(distribution, 2, Format.ZIP);
            second.file("conf/added.xml", "added");

            assertThat(write(distribution, 2, Format.ZIP))
                    .extracting(WrittenArchive::reused)
                    .containsExactly(true, false);
        }
    }

    @Test
    void aFurtherBuildOfAHomeWritesOnlyWhatChanged() throws IOException {
        try (Distribution distribution = Distribution.open(base)) {
            assertThat(write(distribution, 2, Format.DIRECTORY))
                    .allSatisfy(home -> assertThat(home.work().bytesWritten()).isGreaterThan(19_000_000));
            second.file("conf/carbon.xml", "<Server>other</Server>");
            long unpacked = source(distribution).entriesUnpacked();

            List<WrittenArchive> again = write(distribution, 2, Format.DIRECTORY);

            assertThat(again.get(0).reused()).isTrue();
            assertThat(again.get(1).work()).isEqualTo(new Work("<Server>other</Server>".length(), 0, 1));
            assertThat(source(distribution).entriesUnpacked()).isEqualTo(unpacked);
        }
    }

    @Test
    void theBytesDoNotDependOnTheNumberOfThreads() throws IOException {
        List<byte[]> seen = new ArrayList<>();
        for (int threads : List.of(1, 2, 5)) {
            try (Distribution distribution = Distribution.open(base)) {
                for (WrittenArchive archive : write(distribution, threads, Format.ZIP)) {
                    seen.add(Files.readAllBytes(archive.file()));
                    Files.delete(archive.file());
                }
            }
        }
        for (int i = 2; i < seen.size(); i++) {
            assertThat(seen.get(i)).isEqualTo(seen.get(i % 2));
        }
    }
}
