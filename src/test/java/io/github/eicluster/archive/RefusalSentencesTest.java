package io.github.eicluster.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole sentence of each refusal. */
class RefusalSentencesTest {

    private static final Instant TIME = Instant.parse("2021-03-04T05:06:08Z");
    private static final String AS_PUBLISHED = "; use the archive as its vendor published it.";

    @TempDir
    Path temp;

    private Path zip(Zips.Filling filling) throws IOException {
        return Zips.write(temp.resolve("bad.zip"), filling);
    }

    private Path twoFiles() throws IOException {
        return zip(zip -> {
            Zips.put(zip, "root/first.txt", "first");
            Zips.put(zip, "root/second.txt", "second");
        });
    }

    private static ByteBuffer bytes(Path path) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void save(Path path, ByteBuffer bytes) throws IOException {
        Files.write(path, ExtraFields.bytesOf(bytes.rewind()));
    }

    private static int end(ByteBuffer bytes) {
        return bytes.limit() - 22;
    }

    private static int record(ByteBuffer bytes, int number) {
        int at = bytes.getInt(end(bytes) + 16);
        for (int i = 0; i < number; i++) {
            at += CentralRecord.FIXED + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return at;
    }

    private void assertRefused(Path path, String rest) {
        assertThatThrownBy(() -> Distribution.open(path).close())
                .isInstanceOf(DistributionException.class)
                .hasMessage("'" + path + "' " + rest);
    }

    @Test
    void prefixed() throws IOException {
        Path path = twoFiles();
        Files.writeString(path, "#!/bin/sh\n" + Files.readString(path, ISO_8859_1), ISO_8859_1);

        assertRefused(
                path,
                "begins with something else than a zip entry, as self-extracting archives do; give the plain zip archive.");
    }

    @Test
    void prefixedWithCorrectedOffsets() throws IOException {
        Path path = twoFiles();
        String stub = "#!/bin/sh\n";
        Files.writeString(path, stub + Files.readString(path, ISO_8859_1), ISO_8859_1);
        ByteBuffer bytes = bytes(path);
        bytes.putInt(end(bytes) + 16, bytes.getInt(end(bytes) + 16) + stub.length());
        for (int number = 0; number < 2; number++) {
            int at = record(bytes, number) + 42;
            bytes.putInt(at, bytes.getInt(at) + stub.length());
        }
        save(path, bytes);

        assertRefused(
                path,
                "begins with something else than a zip entry, as self-extracting archives do; give the plain zip archive.");
    }

    @ParameterizedTest
    @CsvSource({"4", "6"})
    void oneOfSeveralFiles(int field) throws IOException {
        Path path = twoFiles();
        ByteBuffer bytes = bytes(path);
        save(path, bytes.putShort(end(bytes) + field, (short) 1));

        assertRefused(path, "is one file of an archive in several files; join them into one, such as with zip -s 0.");
    }

    @Test
    void anEntryOnAnotherDisk() throws IOException {
        Path path = twoFiles();
        ByteBuffer bytes = bytes(path);
        save(path, bytes.putShort(record(bytes, 1) + 34, (short) 2));

        assertRefused(path, "is one file of an archive in several files; join them into one, such as with zip -s 0.");
    }

    @Test
    void encrypted() throws IOException {
        Path path = twoFiles();
        ByteBuffer bytes = bytes(path);
        save(path, bytes.put(record(bytes, 0) + 8, (byte) 1));

        assertRefused(path, "is refused: its entry 'root/first.txt' is encrypted" + AS_PUBLISHED);
    }

    @Test
    void overlapping() throws IOException {
        Path path = twoFiles();
        ByteBuffer bytes = bytes(path);
        int first = record(bytes, 0);
        int length = record(bytes, 1) - first;
        // Both records tell of the first entry, under the name that its header has.
        byte[] record = new byte[length];
        bytes.get(first, record);
        int start = bytes.getInt(end(bytes) + 16);
        ByteBuffer twice = ByteBuffer.allocate(start + 2 * length + 22).order(ByteOrder.LITTLE_ENDIAN);
        twice.put(bytes.slice(0, start)).put(record).put(record).put(bytes.slice(end(bytes), 22));
        twice.putInt(end(twice) + 12, 2 * length);
        save(path, twice);

        assertRefused(
                path, "is refused: its entry 'root/first.txt' overlaps other parts of the archive" + AS_PUBLISHED);
    }

    @Test
    void anEntryInsideAnother() throws IOException {
        byte[] inner = Files.readAllBytes(zip(zip -> Zips.put(zip, "root/x", "some bytes")));
        Path path = zip(zip -> {
            zip.setMethod(java.util.zip.ZipEntry.STORED);
            var outer = new org.apache.commons.compress.archivers.zip.ZipArchiveEntry("root/outer");
            outer.setSize(inner.length);
            var crc = new java.util.zip.CRC32();
            crc.update(inner);
            outer.setCrc(crc.getValue());
            Zips.put(zip, outer, inner);
            zip.setMethod(java.util.zip.ZipEntry.DEFLATED);
            Zips.put(zip, "root/x", "some bytes");
        });
        ByteBuffer bytes = bytes(path);
        save(path, bytes.putInt(record(bytes, 1) + 42, 30 + "root/outer".length()));

        assertRefused(path, "is refused: its entry 'root/x' overlaps other parts of the archive" + AS_PUBLISHED);
    }

    @Test
    void anotherNameInTheHeader() throws IOException {
        Path path = twoFiles();
        save(path, bytes(path).put(30 + 5, (byte) 'F'));

        assertRefused(
                path, "is refused: its entry 'root/first.txt' has another name in its local header" + AS_PUBLISHED);
    }

    @Test
    void aDuplicateName() throws IOException {
        Path path = zip(zip -> {
            Zips.put(zip, "root/a", "1");
            Zips.put(zip, "root/a", "2");
        });

        assertRefused(path, "is refused: its entry 'a' occurs twice" + AS_PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource({
        "root/../../etc/passwd, has '..' in its name",
        "/root/file, has an absolute name",
        "C:/root/file, has a name with a drive letter"
    })
    void aNameThatLeavesTheRoot(String name, String rule) throws IOException {
        Path path = zip(zip -> Zips.put(zip, name, "bad"));

        assertRefused(path, "is refused: its entry '" + name + "' " + rule + AS_PUBLISHED);
    }

    @Test
    void moreThanOneRoot() throws IOException {
        Path path = zip(zip -> {
            Zips.put(zip, "one/a", "1");
            Zips.put(zip, "two/b", "2");
        });

        assertRefused(
                path,
                "does not hold exactly one root folder but at its top one, two; give a zip in which everything lies in"
                        + " one folder such as wso2ei-6.6.0/.");
    }

    @Test
    void aLinkThatLeavesTheRoot() throws IOException {
        Path path = zip(zip -> Zips.link(zip, "root/link", "../outside"));

        assertRefused(
                path,
                "is refused: its entry 'link' is a symbolic link that leaves the root folder or never ends"
                        + AS_PUBLISHED);
    }

    @Test
    void aDirectoryThatIsTooLarge() throws IOException {
        Path path = temp.resolve("bad.zip");
        long size = (32 << 20) + 1;
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(new byte[] {'P', 'K', 3, 4});
            file.seek(size);
            ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
            end.putInt(0, 0x06054b50).putInt(12, (int) size);
            file.write(ExtraFields.bytesOf(end));
        }

        assertRefused(path, "has a directory of 33554433 bytes, more than 33554432; give a WSO2 EI distribution.");
    }

    @Test
    void anEditedFileThatIsTooLarge() throws IOException {
        Path path = zip(zip -> {
            zip.setLevel(1);
            Zips.put(zip, "root/huge.xml", Zips.FILE | 0644, new byte[(64 << 20) + 1]);
        });

        try (Distribution distribution = Distribution.open(path)) {
            assertThatThrownBy(() -> distribution.read("huge.xml"))
                    .hasMessage(
                            "'" + path + "' holds huge.xml with 67108865 bytes, but files of more than 64 MB are not"
                                    + " edited; take that file out of the edits or overlays.");
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aDistributionThatChangesWhileItIsRead(boolean longer) throws IOException {
        Path path = twoFiles();
        Path target = temp.resolve("out/node.zip");

        try (Distribution distribution = Distribution.open(path)) {
            if (longer) {
                Files.write(path, new byte[] {0}, StandardOpenOption.APPEND);
            } else {
                Files.setLastModifiedTime(path, FileTime.fromMillis(1));
            }
            assertThatThrownBy(() -> Archives.write(distribution, NodeContent.EMPTY, target, Format.ZIP, TIME))
                    .isInstanceOf(ClusterException.class)
                    .hasMessage("'" + target + "' cannot be written from '" + path + "': the distribution changed while"
                            + " it was read; check the file system and the distribution, then build again.");
        }
        assertThat(temp.resolve("out")).isEmptyDirectory();
    }

    @Test
    void anUnpackedHomeThatChangesWhileItIsRead() throws IOException {
        Path home = Files.createDirectories(temp.resolve("home"));
        Files.writeString(home.resolve("a"), "a", UTF_8);
        Path target = temp.resolve("out/node.zip");

        try (Distribution distribution = Distribution.open(home)) {
            Files.writeString(home.resolve("b"), "b", UTF_8);
            assertThatThrownBy(() -> Archives.write(distribution, NodeContent.EMPTY, target, Format.ZIP, TIME))
                    .hasMessageContaining("the distribution changed while it was read");
        }
        assertThat(temp.resolve("out")).isEmptyDirectory();
    }
}
