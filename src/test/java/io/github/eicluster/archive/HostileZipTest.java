package io.github.eicluster.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileZipTest {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    @TempDir
    Path temp;

    private Path zip(Zips.Filling filling) throws IOException {
        return Zips.write(temp.resolve("bad.zip"), filling);
    }

    /** A good archive of two deflated files, then spoiled. */
    private Path spoiled(Consumer<ByteBuffer> spoil) throws IOException {
        Path path = zip(zip -> {
            Zips.put(zip, "root/first.txt", "first content, first content, first content");
            Zips.put(zip, "root/second.txt", "second");
        });
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        spoil.accept(bytes);
        Files.write(path, ExtraFields.bytesOf(bytes));
        return path;
    }

    private static int find(ByteBuffer bytes, int signature, int number) {
        int left = number;
        for (int at = 0; at + 4 <= bytes.limit(); at++) {
            if (bytes.getInt(at) == signature && left-- == 0) {
                return at;
            }
        }
        throw new AssertionError("no record");
    }

    private static void assertRefused(Path path, String rule) {
        assertThatThrownBy(() -> Distribution.open(path).close())
                .isInstanceOf(DistributionException.class)
                .hasMessageStartingWith("'" + path + "' ")
                .hasMessageContaining(rule)
                .hasMessageMatching(".*; .*\\.");
    }

    @ParameterizedTest
    @CsvSource({
        "root/../../etc/passwd, has '..' in its name",
        "root/.., has '..' in its name",
        "/root/file, has an absolute name",
        "C:/root/file, has a name with a drive letter",
        "root/a\\..\\b, has a backslash in its name",
        "root/./file, has an empty or '.' segment in its name",
        "root//file, has an empty or '.' segment in its name"
    })
    void refusesANameThatIsNotAPlainRelativePath(String name, String rule) throws IOException {
        Path path = zip(zip -> {
            Zips.put(zip, "root/good", "good");
            Zips.put(zip, name, "bad");
        });

        assertRefused(path, "its entry '" + name + "' " + rule);
    }

    /** Tools that do not know the second name unpack the first one. */
    @Test
    void refusesAnEntryWithAHarmlessSecondName() throws IOException {
        String name = "wso2ei-6.4.0/../evil.txt";
        Path path = Zips.write(temp.resolve("two-names.zip"), zip -> {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            entry.addExtraField(new UnicodePathExtraField("wso2ei-6.4.0/good.txt", name.getBytes(US_ASCII)));
            Zips.put(zip, entry, new byte[1]);
        });

        assertRefused(path, "has '..' in its name");
    }

    @Test
    void refusesAControlCharacterAndDoesNotPrintIt() throws IOException {
        Path path = zip(zip -> Zips.put(zip, "root/a\u001b[2J", "bad"));

        assertRefused(path, "its entry 'root/a?[2J' has a control character in its name");
    }

    @Test
    void refusesADuplicateName() throws IOException {
        Path path = zip(zip -> {
            Zips.put(zip, "root/a", "1");
            Zips.put(zip, "root/a", "2");
        });

        assertRefused(path, "its entry 'a' occurs twice");
    }

    @Test
    void refusesADuplicateNameThatDiffersByASlash() throws IOException {
        Path path = zip(zip -> {
            Zips.put(zip, "root/a", "1");
            Zips.folder(zip, "root/a/");
        });

        assertRefused(path, "its entry 'a' occurs twice");
    }

    @Test
    void refusesAFileThatIsUsedAsAFolder() throws IOException {
        Path path = zip(zip -> {
            Zips.put(zip, "root/a/b", "2");
            Zips.put(zip, "root/a", "1");
        });

        assertRefused(path, "its entry 'a/b' lies below 'a', which is not a folder");
    }

    @ParameterizedTest
    @CsvSource({
        "root/link, ../outside",
        "root/link, /etc/passwd",
        "root/link, C:/windows",
        "root/lib/link, ../../outside",
        "root/link, link"
    })
    void refusesALinkThatLeavesTheRootOrNeverEnds(String name, String target) throws IOException {
        Path path = zip(zip -> Zips.link(zip, name, target));

        assertRefused(path, "is a symbolic link that leaves the root folder or never ends");
    }

    @Test
    void refusesALinkThatLeavesTheRootThroughAnotherLink() throws IOException {
        Path path = zip(zip -> {
            Zips.link(zip, "root/deep/up", "..");
            Zips.link(zip, "root/deep/out", "up/../outside");
        });

        assertRefused(path, "its entry 'deep/out' is a symbolic link that leaves the root folder");
    }

    @Test
    void acceptsLinksThatStayInside() throws IOException {
        Path path = zip(zip -> {
            Zips.put(zip, "root/lib/real.txt", "content");
            Zips.link(zip, "root/a/up", "../lib");
            Zips.link(zip, "root/b", "a/up/real.txt");
            Zips.link(zip, "root/dangling", "nowhere");
        });

        try (Distribution distribution = Distribution.open(path)) {
            assertThat(distribution.read("b"))
                    .hasValueSatisfying(
                            bytes -> assertThat(bytes).asString(UTF_8).isEqualTo("content"));
            assertThat(distribution.read("a/up/real.txt")).isPresent();
            assertThat(distribution.read("dangling")).isEmpty();
        }
    }

    @Test
    void refusesAnEncryptedEntry() throws IOException {
        Path path = spoiled(bytes -> bytes.put(find(bytes, CENTRAL, 0) + 8, (byte) 1));

        assertRefused(path, "its entry 'root/first.txt' is encrypted");
    }

    @Test
    void refusesAnotherNameInTheLocalHeader() throws IOException {
        Path path = spoiled(bytes -> bytes.put(find(bytes, LOCAL, 1) + 30 + 5, (byte) 'S'));

        assertRefused(path, "its entry 'root/second.txt' has another name in its local header");
    }

    @Test
    void refusesOtherSizesInTheLocalHeader() throws IOException {
        Path path = spoiled(bytes -> bytes.putInt(find(bytes, LOCAL, 0) + 22, 7));

        assertRefused(path, "its entry 'root/first.txt' has other sizes in its local header");
    }

    @Test
    void refusesAnotherCompressionInTheLocalHeader() throws IOException {
        Path path = spoiled(bytes -> bytes.putShort(find(bytes, LOCAL, 0) + 8, (short) 12));

        assertRefused(path, "its entry 'root/first.txt' has another compression in its local header");
    }

    @Test
    void refusesADataDescriptorWithOtherSizes() throws IOException {
        Path path = Zips.stream(temp.resolve("bad.zip"), zip -> Zips.put(zip, "root/a", "content"));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(find(bytes, 0x08074b50, 0) + 12, 99);
        Files.write(path, ExtraFields.bytesOf(bytes));

        assertRefused(path, "its entry 'root/a' has other sizes behind its data");
    }

    @ParameterizedTest
    @CsvSource({"5", "40000"})
    void refusesToReadAnEntryWhoseSizeIsNotTrue(int size) throws IOException {
        Path path = spoiled(bytes -> {
            bytes.putInt(find(bytes, LOCAL, 0) + 22, size);
            bytes.putInt(find(bytes, CENTRAL, 0) + 24, size);
        });

        try (Distribution distribution = Distribution.open(path)) {
            assertThat(distribution.read("second.txt")).isPresent();
            assertThatThrownBy(() -> distribution.read("first.txt"))
                    .isInstanceOf(DistributionException.class)
                    .hasMessageContaining("'" + path + "': first.txt cannot be read")
                    .hasMessageContaining("size or checksum that is not true");
        }
    }

    @Test
    void refusesToReadAnEntryWhoseChecksumIsNotTrue() throws IOException {
        Path path = spoiled(bytes -> {
            bytes.putInt(find(bytes, LOCAL, 0) + 14, 1);
            bytes.putInt(find(bytes, CENTRAL, 0) + 16, 1);
        });

        try (Distribution distribution = Distribution.open(path)) {
            assertThatThrownBy(() -> distribution.read("first.txt"))
                    .hasMessageContaining("size or checksum that is not true");
        }
    }

    @Test
    void refusesAStoredEntryWhoseSizeIsNotTrue() throws IOException {
        Path path = zip(zip -> {
            ZipArchiveEntry entry = new ZipArchiveEntry("root/a");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(3);
            entry.setCrc(0x352441c2L);
            Zips.put(zip, entry, "abc".getBytes(UTF_8));
        });
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(find(bytes, LOCAL, 0) + 22, 2);
        bytes.putInt(find(bytes, CENTRAL, 0) + 24, 2);
        Files.write(path, ExtraFields.bytesOf(bytes));

        assertRefused(path, "its entry 'root/a' has a size that is not true");
    }

    @Test
    void refusesEntriesThatOverlap() throws IOException {
        byte[] inner = Files.readAllBytes(zip(zip -> Zips.put(zip, "root/x", "some bytes")));
        Path path = zip(zip -> {
            zip.setMethod(ZipEntry.STORED);
            ZipArchiveEntry outer = new ZipArchiveEntry("root/outer");
            outer.setSize(inner.length);
            java.util.zip.CRC32 crc = new java.util.zip.CRC32();
            crc.update(inner);
            outer.setCrc(crc.getValue());
            Zips.put(zip, outer, inner);
            zip.setMethod(ZipEntry.DEFLATED);
            Zips.put(zip, "root/x", "some bytes");
        });
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        int nested = find(bytes, LOCAL, 1);
        int end = find(bytes, END, 1);
        int directory = bytes.getInt(end + 16);
        int second = directory + 46 + "root/outer".length();
        assertThat(bytes.getInt(second)).isEqualTo(CENTRAL);
        bytes.putInt(second + 42, nested);
        Files.write(path, ExtraFields.bytesOf(bytes));

        assertRefused(path, "its entry 'root/x' overlaps other parts of the archive");
    }

    @Test
    void refusesAnEntryWithoutLocalHeader() throws IOException {
        Path path = spoiled(bytes -> bytes.putInt(find(bytes, CENTRAL, 1) + 42, 3));

        assertRefused(path, "its entry 'root/second.txt' has no local header");
    }

    @Test
    void refusesADirectoryThatIsNotWhereTheEndRecordSays() throws IOException {
        Path path = spoiled(bytes -> bytes.putInt(find(bytes, END, 0) + 16, 5));

        assertRefused(path, "its directory is not where its end record says");
    }

    @Test
    void refusesADirectoryWithAnotherNumberOfEntries() throws IOException {
        Path path = spoiled(bytes -> {
            bytes.putShort(find(bytes, END, 0) + 8, (short) 1);
            bytes.putShort(find(bytes, END, 0) + 10, (short) 1);
        });

        assertRefused(path, "its directory holds 2 entries, its end record says 1");
    }

    @Test
    void refusesADamagedDirectory() throws IOException {
        Path path = spoiled(bytes -> bytes.putShort(find(bytes, CENTRAL, 1) + 28, (short) 30000));

        assertRefused(path, "its directory is damaged");
    }

    @Test
    void refusesOneFileOfAnArchiveInSeveralFiles() throws IOException {
        Path path = spoiled(bytes -> bytes.putShort(find(bytes, END, 0) + 4, (short) 1));

        assertRefused(path, "is one file of an archive in several files; join them into one, such as with zip -s 0.");
    }

    @Test
    void refusesAnEndlessLinkTarget() throws IOException {
        Path path = zip(zip -> Zips.link(zip, "root/link", "a".repeat(5000)));

        assertRefused(path, "is a symbolic link with an endless target");
    }
}
