package io.github.eicluster.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipToZipTest {

    private static final Instant TIME = Instant.parse("2020-02-29T12:34:56Z");
    private static final String ROOT = "wso2ei-6.4.0/";

    @TempDir
    Path temp;

    private Path pack() throws IOException {
        return Zips.write(temp.resolve("wso2ei-6.4.0+x.zip"), zip -> {
            zip.setComment("a comment on the archive");
            Zips.folder(zip, ROOT);
            Zips.folder(zip, ROOT + "bin/");
            Zips.put(zip, ROOT + "bin/integrator.sh", Zips.FILE | 0750, "#!/bin/sh\n".getBytes(UTF_8));
            ZipArchiveEntry carbon = new ZipArchiveEntry(ROOT + "conf/carbon.xml");
            carbon.setUnixMode(Zips.FILE | 0640);
            carbon.setComment("the old carbon");
            Zips.put(zip, carbon, "<Server>old old old password</Server>".getBytes(UTF_8));
            Zips.put(zip, ROOT + "conf/größe.xml", "umlaut");
            Zips.put(zip, ROOT + "conf/z.xml", "z");
            stored(zip, ROOT + "lib/stored.jar");
            Zips.link(zip, ROOT + "lib/link.jar", "stored.jar");
            Zips.put(zip, ROOT + "wso2carbon.pid", "4711");
            Zips.folder(zip, ROOT + "repository/logs/");
        });
    }

    private static void stored(ZipArchiveOutputStream zip, String name) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setComment("stored");
        byte[] content = "stored content".getBytes(UTF_8);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        entry.setSize(content.length);
        Zips.put(zip, entry, content);
    }

    private NodeContent overlay() throws IOException {
        return new Overlay(temp.resolve("overlay"))
                .file("conf/carbon.xml", "<Server>new</Server>")
                .file("zzz/last.txt", "last")
                .file("bin/start.sh", "#!/bin/sh")
                .file("repository/resources/security/node.jks", new byte[] {1, 2, 3})
                .ownerOnly("repository/resources/security/node.jks")
                .without("wso2carbon.pid")
                .content();
    }

    private Path write(Path base, NodeContent content, String name) {
        Path target = temp.resolve("out").resolve(name);
        try (Distribution distribution = Distribution.open(base)) {
            Archives.write(distribution, content, target, Format.ZIP, TIME);
        }
        return target;
    }

    @Test
    void keepsTheOrderOfTheBaseAndAppendsAddedFilesSorted() throws IOException {
        Path node = write(pack(), overlay(), "node.zip");

        assertThat(Zips.names(node))
                .containsExactly(
                        ROOT,
                        ROOT + "bin/",
                        ROOT + "bin/integrator.sh",
                        ROOT + "conf/carbon.xml",
                        ROOT + "conf/größe.xml",
                        ROOT + "conf/z.xml",
                        ROOT + "lib/stored.jar",
                        ROOT + "lib/link.jar",
                        ROOT + "repository/logs/",
                        ROOT + "bin/start.sh",
                        ROOT + "repository/resources/security/node.jks",
                        ROOT + "zzz/last.txt");
        assertThat(Zips.texts(node))
                .containsEntry(ROOT + "conf/carbon.xml", "<Server>new</Server>")
                .containsEntry(ROOT + "zzz/last.txt", "last");
    }

    @Test
    void copiesUnchangedEntriesByteForByte() throws IOException {
        Path base = pack();
        Path node = write(base, overlay(), "node.zip");

        assertUnchanged(base, node, List.of(ROOT + "conf/carbon.xml", ROOT + "wso2carbon.pid"));
    }

    static void assertUnchanged(Path base, Path node, List<String> changed) throws IOException {
        try (ZipFile before = Zips.open(base);
                ZipFile after = Zips.open(node)) {
            assertThat(after.getEntries().hasMoreElements()).isTrue();
            for (ZipArchiveEntry entry : Zips.entries(before)) {
                if (changed.contains(entry.getName())) {
                    continue;
                }
                ZipArchiveEntry copy = after.getEntry(entry.getName());
                assertThat(copy).as(entry.getName()).isNotNull();
                assertThat(Zips.raw(after, copy)).isEqualTo(Zips.raw(before, entry));
                assertThat(copy.getMethod()).isEqualTo(entry.getMethod());
                assertThat(copy.getUnixMode()).isEqualTo(entry.getUnixMode());
                assertThat(copy.getTime()).isEqualTo(entry.getTime());
                assertThat(copy.getComment()).isEqualTo(entry.getComment());
                assertThat(withoutOffset(copy)).isEqualTo(withoutOffset(entry));
                assertThat(copy.getLocalFileDataExtra()).isEqualTo(entry.getLocalFileDataExtra());
                assertThat(copy.getRawFlag()).isEqualTo(entry.getRawFlag());
                assertThat(copy.getExternalAttributes()).isEqualTo(entry.getExternalAttributes());
                assertThat(Zips.content(after, copy.getName())).isEqualTo(Zips.content(before, entry.getName()));
            }
        }
    }

    /** With Zip64Mode.Always, commons-compress writes sizes, offset and disk first into the extra fields. */
    private static byte[] withoutOffset(ZipArchiveEntry entry) {
        byte[] extra = entry.getCentralDirectoryExtra();
        if (extra.length >= 32 && extra[0] == 1 && extra[1] == 0 && extra[2] == 28) {
            java.util.Arrays.fill(extra, 20, 28, (byte) 0);
        }
        return extra;
    }

    @Test
    void givesNewFilesTheModesThatTheyNeed() throws IOException {
        Path node = write(pack(), overlay(), "node.zip");

        try (ZipFile zip = Zips.open(node)) {
            assertThat(zip.getEntry(ROOT + "conf/carbon.xml").getUnixMode()).isEqualTo(Zips.FILE | 0640);
            assertThat(zip.getEntry(ROOT + "conf/carbon.xml").getComment()).isEqualTo("the old carbon");
            assertThat(zip.getEntry(ROOT + "zzz/last.txt").getUnixMode()).isEqualTo(Zips.FILE | 0644);
            assertThat(zip.getEntry(ROOT + "bin/start.sh").getUnixMode()).isEqualTo(Zips.FILE | 0755);
            assertThat(zip.getEntry(ROOT + "repository/resources/security/node.jks")
                            .getUnixMode())
                    .isEqualTo(Zips.FILE | 0600);
            assertThat(zip.getEntry(ROOT + "lib/link.jar").isUnixSymlink()).isTrue();
        }
    }

    @Test
    void keepsTheCommentOfTheArchive() throws IOException {
        Path node = write(pack(), overlay(), "node.zip");

        assertThat(Files.readString(node, ISO_8859_1)).endsWith("a comment on the archive");
    }

    @Test
    void leavesNoByteOfReplacedOrExcludedContent() throws IOException {
        byte[] old = new byte[4000];
        new java.util.Random(1).nextBytes(old);
        Path base = Zips.write(temp.resolve("base.zip"), zip -> {
            Zips.put(zip, ROOT + "a", Zips.FILE | 0644, old);
            Zips.put(zip, ROOT + "b", Zips.FILE | 0644, old);
            Zips.put(zip, ROOT + "c", "kept");
        });
        NodeContent content =
                new Overlay(temp.resolve("o")).file("a", "new").without("b").content();

        Path node = write(base, content, "node.zip");

        String needle = new String(old, 1000, 64, ISO_8859_1);
        assertThat(Files.readString(base, ISO_8859_1)).contains(needle);
        assertThat(Files.readString(node, ISO_8859_1)).doesNotContain(needle);
        assertThat(Zips.names(node)).containsExactly(ROOT + "a", ROOT + "c");
    }

    @Test
    void writesTheSameBytesInEveryTimeZone() throws IOException {
        Path base = pack();
        TimeZone before = TimeZone.getDefault();
        List<byte[]> nodes = new ArrayList<>();
        try {
            for (String zone : List.of("UTC", "America/St_Johns", "Pacific/Chatham")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                nodes.add(Files.readAllBytes(write(base, overlay(), "node-" + nodes.size() + ".zip")));
            }
        } finally {
            TimeZone.setDefault(before);
        }

        assertThat(nodes.get(1)).isEqualTo(nodes.get(0));
        assertThat(nodes.get(2)).isEqualTo(nodes.get(0));
    }

    @Test
    void writesTheFixedTimeForChangedAndAddedEntriesOnly() throws IOException {
        Path base = pack();
        Path node = write(base, overlay(), "node.zip");

        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(node.toFile(), UTF_8);
                java.util.zip.ZipFile old = new java.util.zip.ZipFile(base.toFile(), UTF_8)) {
            for (String changed : List.of("conf/carbon.xml", "zzz/last.txt")) {
                assertThat(zip.getEntry(ROOT + changed).getTimeLocal()).isEqualTo("2020-02-29T12:34:56");
            }
            assertThat(zip.getEntry(ROOT + "conf/z.xml").getTimeLocal())
                    .isEqualTo(old.getEntry(ROOT + "conf/z.xml").getTimeLocal());
        }
    }

    @Test
    void copiesEntriesWithDataDescriptors() throws IOException {
        Path base = Zips.stream(temp.resolve("base.zip"), zip -> {
            Zips.folder(zip, ROOT);
            Zips.put(zip, ROOT + "a", "first content");
            Zips.put(zip, ROOT + "b", "second content");
            Zips.put(zip, ROOT + "c", "third content");
        });
        NodeContent content = new Overlay(temp.resolve("o")).file("b", "new").content();

        Path node = write(base, content, "node.zip");

        assertThat(Zips.texts(node).values()).containsExactly("", "first content", "new", "third content");
        assertUnchanged(base, node, List.of(ROOT + "b"));
    }

    @Test
    void copiesMoreThan65535Entries() throws IOException {
        int count = 70_000;
        Path base = Zips.write(temp.resolve("base.zip"), zip -> {
            zip.setLevel(0);
            for (int i = 0; i < count; i++) {
                Zips.put(zip, ROOT + "f" + i, "");
            }
        });
        NodeContent content = new Overlay(temp.resolve("o"))
                .file("f69999", "changed")
                .file("g", "added")
                .content();

        Path node = write(base, content, "node.zip");

        try (ZipFile zip = Zips.open(node);
                java.util.zip.ZipFile other = new java.util.zip.ZipFile(node.toFile())) {
            assertThat(Zips.entries(zip)).hasSize(count + 1);
            assertThat(other.size()).isEqualTo(count + 1);
            assertThat(Zips.content(zip, ROOT + "f69999")).asString(UTF_8).isEqualTo("changed");
            assertThat(Zips.content(zip, ROOT + "g")).asString(UTF_8).isEqualTo("added");
        }
        try (Distribution again = Distribution.open(node)) {
            assertThat(again.files()).hasSize(count + 1);
        }
    }

    @Test
    void dropsTheOldTimesInTheExtraFieldsOfAReplacedEntry() throws IOException {
        Path base = Zips.write(temp.resolve("base.zip"), zip -> {
            ZipArchiveEntry entry = new ZipArchiveEntry(ROOT + "a");
            entry.setLastModifiedTime(java.nio.file.attribute.FileTime.fromMillis(1_600_000_000_123L));
            Zips.put(zip, entry, "old".getBytes(UTF_8));
            Zips.put(zip, ROOT + "b", "b");
        });
        NodeContent content = new Overlay(temp.resolve("o")).file("a", "new").content();

        Path node = write(base, content, "node.zip");

        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(node.toFile(), UTF_8)) {
            assertThat(zip.getEntry(ROOT + "a").getTimeLocal()).isEqualTo("2020-02-29T12:34:56");
        }
    }

    @Test
    void writesAnArchiveOfAnArchive() throws IOException {
        Path once = write(pack(), overlay(), "once.zip");

        Path twice = write(once, NodeContent.EMPTY, "twice.zip");

        assertThat(twice).hasSameBinaryContentAs(once);
    }
}
