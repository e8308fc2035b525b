package io.github.eicluster.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random archives with random overlays, compared with a map that is edited naively. */
class RandomArchivesTest {

    private static final Instant TIME = Instant.parse("2021-03-04T05:06:08Z");

    @TempDir
    Path temp;

    static List<Integer> seeds() {
        return new Random(20260101).ints(40).boxed().toList();
    }

    private record Case(Map<String, String> base, Map<String, String> expected, List<String> changed) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsExactlyWhatTheNaiveModelHolds(int seed) throws IOException {
        Random random = new Random(seed);
        Map<String, String> base = contents(random, 1 + random.nextInt(40));
        Path pack = write(random, base);
        Overlay overlay = new Overlay(temp.resolve("overlay"));
        Case model = overlay(random, base, overlay);

        Path zip = temp.resolve("node.zip");
        Path folder = temp.resolve("node");
        try (Distribution distribution = Distribution.open(pack)) {
            assertThat(distribution.files()).containsExactlyElementsOf(base.keySet());
            Archives.write(distribution, overlay.content(), zip, Format.ZIP, TIME);
            Archives.write(distribution, overlay.content(), folder, Format.DIRECTORY, TIME);
        }

        assertThat(read(zip)).containsExactlyEntriesOf(rooted(model.expected()));
        for (Map.Entry<String, String> file : model.expected().entrySet()) {
            assertThat(Files.readString(folder.resolve("root").resolve(file.getKey()), ISO_8859_1))
                    .isEqualTo(file.getValue());
        }
        ZipToZipTest.assertUnchanged(pack, zip, model.changed());
    }

    private static Map<String, String> rooted(Map<String, String> files) {
        Map<String, String> rooted = new LinkedHashMap<>();
        files.forEach((path, text) -> rooted.put("root/" + path, text));
        return rooted;
    }

    private static Map<String, String> contents(Random random, int count) {
        Map<String, String> contents = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            contents.put(path(random), text(random));
        }
        return contents;
    }

    /** Folders have other letters than files, so that no file is a folder too. */
    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        for (int depth = random.nextInt(3); depth > 0; depth--) {
            path.append((char) ('A' + random.nextInt(3))).append('/');
        }
        return path.append(random.nextInt(100))
                .append(random.nextInt(5) == 0 ? "-äß漢" : "")
                .append(".txt")
                .toString();
    }

    private static String text(Random random) {
        byte[] bytes = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(3000)];
        if (random.nextBoolean()) {
            random.nextBytes(bytes);
        }
        return new String(bytes, ISO_8859_1);
    }

    private static Case overlay(Random random, Map<String, String> base, Overlay overlay) throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, String> file : base.entrySet()) {
            int choice = random.nextInt(4);
            String text = choice == 0 ? text(random) : file.getValue();
            if (choice == 0) {
                overlay.file(file.getKey(), text.getBytes(ISO_8859_1));
            } else if (choice == 1) {
                overlay.without(file.getKey());
            }
            if (choice <= 1) {
                changed.add("root/" + file.getKey());
            }
            if (choice != 1) {
                expected.put(file.getKey(), text);
            }
        }
        Map<String, String> added = new TreeMap<>(contents(random, random.nextInt(10)));
        added.keySet().removeAll(base.keySet());
        for (Map.Entry<String, String> file : added.entrySet()) {
            overlay.file(file.getKey(), file.getValue().getBytes(ISO_8859_1));
        }
        expected.putAll(added);
        return new Case(base, expected, changed);
    }

    private Path write(Random random, Map<String, String> files) throws IOException {
        Path path = temp.resolve("pack.zip");
        boolean streamed = random.nextBoolean();
        Zip64Mode zip64 = random.nextBoolean() ? Zip64Mode.Always : Zip64Mode.AsNeeded;
        Zips.Filling filling = zip -> {
            zip.setUseZip64(zip64);
            zip.setComment(random.nextBoolean() ? "" : "comment PK\u0005\u0006 with a signature");
            zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NOT_ENCODEABLE);
            for (Map.Entry<String, String> file : files.entrySet()) {
                put(random, zip, file.getKey(), file.getValue().getBytes(ISO_8859_1));
            }
        };
        return streamed ? Zips.stream(path, filling) : Zips.write(path, filling);
    }

    private static void put(Random random, ZipArchiveOutputStream zip, String path, byte[] content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry("root/" + path);
        if (random.nextBoolean()) {
            entry.setUnixMode(Zips.FILE | random.nextInt(01000) | 0600);
        }
        if (random.nextInt(3) == 0) {
            entry.setComment("comment ü " + random.nextInt());
        }
        if (random.nextInt(3) == 0) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        entry.setTime(1_000_000_000_000L + random.nextInt());
        Zips.put(zip, entry, content);
    }

    private static Map<String, String> read(Path path) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        try (ZipFile zip = Zips.open(path)) {
            for (ZipArchiveEntry entry : Zips.entries(zip)) {
                contents.put(entry.getName(), new String(Zips.content(zip, entry.getName()), ISO_8859_1));
            }
        }
        return contents;
    }
}
