package io.github.eicluster.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random archives of several makers with random overlays: what we write is compared with what commons-compress reads of the
 * base and a map that is edited naively, and every other reader of this machine has to accept it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OracleTest {

    private static final int CASES = 520;
    private static final Instant TIME = Instant.parse("2021-03-04T05:06:08Z");

    @TempDir
    static Path temp;

    private Path bases;
    private Path results;
    private final List<Maker> makers = new ArrayList<>();
    private final List<List<String>> names = new ArrayList<>();

    /** What a reader sees of an entry. */
    private record Seen(String content, int mode) {}

    @BeforeAll
    void writeAll() throws IOException {
        bases = Files.createDirectories(temp.resolve("bases"));
        results = Files.createDirectories(temp.resolve("results"));
        Arrays.stream(Maker.values()).filter(Maker::isThere).forEach(makers::add);
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            // Programs take longer to start than all the rest takes.
            Maker maker = makers.get(seed % 8 < 3 ? seed % 3 : seed % makers.size());
            names.add(check(seed, random, maker));
        }
    }

    private List<String> check(int seed, Random random, Maker maker) throws IOException {
        Path base = bases.resolve("node" + seed + ".zip");
        maker.make(random, contents(random, 1 + random.nextInt(30), maker), base);
        Map<String, Seen> before = read(base);
        Overlay overlay = new Overlay(temp.resolve("overlay"));
        List<String> changed = new ArrayList<>();
        Map<String, Seen> expected = overlay(random, before, overlay, changed);
        Path zip = results.resolve("node" + seed + ".zip");
        Path folder = temp.resolve("home");
        Leftovers.delete(folder);
        ArchiveState.forget(folder);
        String about = "seed " + seed + " made by " + maker;
        try (Distribution distribution = Distribution.open(base)) {
            Archives.write(distribution, overlay.content(), zip, Format.ZIP, TIME);
            if (seed % 10 == 0) {
                Archives.write(distribution, overlay.content(), folder, Format.DIRECTORY, TIME);
                assertFolder(about, folder, expected);
            }
        }
        assertThat(read(zip)).as(about).containsExactlyEntriesOf(expected);
        ZipToZipTest.assertUnchanged(base, zip, changed);
        return List.copyOf(expected.keySet());
    }

    /** The raw bytes of names, since not all are UTF-8. */
    private static Map<String, Seen> read(Path path) throws IOException {
        Map<String, Seen> seen = new LinkedHashMap<>();
        try (ZipFile zip = Zips.open(path)) {
            for (ZipArchiveEntry entry : Zips.entries(zip)) {
                String content;
                try (var in = zip.getInputStream(entry)) {
                    content = new String(in.readAllBytes(), ISO_8859_1);
                }
                seen.put(new String(entry.getRawName(), ISO_8859_1), new Seen(content, entry.getUnixMode()));
            }
        }
        return seen;
    }

    private static Map<String, Seen> overlay(
            Random random, Map<String, Seen> base, Overlay overlay, List<String> changed) throws IOException {
        Map<String, Seen> expected = new LinkedHashMap<>();
        for (Map.Entry<String, Seen> entry : base.entrySet()) {
            String path = entry.getKey().substring("root/".length());
            boolean plain = path.chars().allMatch(c -> c < 128) && !path.endsWith("/") && !path.isEmpty();
            int choice = plain && !expected.isEmpty() ? random.nextInt(4) : 3;
            if (choice <= 1) {
                changed.add(entry.getKey());
            }
            if (choice == 0) {
                byte[] content = content(random);
                overlay.file(path, content);
                expected.put(
                        entry.getKey(),
                        new Seen(
                                new String(content, ISO_8859_1),
                                entry.getValue().mode()));
            } else if (choice == 1) {
                overlay.without(path);
            } else {
                expected.put(entry.getKey(), entry.getValue());
            }
        }
        SortedMap<String, byte[]> added = new TreeMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            added.put("added/" + (char) ('a' + random.nextInt(9)), content(random));
        }
        for (Map.Entry<String, byte[]> file : added.entrySet()) {
            overlay.file(file.getKey(), file.getValue());
            expected.put("root/" + file.getKey(), new Seen(new String(file.getValue(), ISO_8859_1), Zips.FILE | 0644));
        }
        return expected;
    }

    private static Map<String, byte[]> contents(Random random, int count, Maker maker) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        // What stands before a long range is filled up; in one archive of ten there is one.
        int large = random.nextInt(10 * count);
        for (int i = 0; i < count; i++) {
            contents.put(path(random, maker), i == large ? bytes(random, 1_100_000) : content(random));
        }
        return contents;
    }

    /** Folders have other letters than files, so that no file is a folder too. */
    private static String path(Random random, Maker maker) {
        StringBuilder path = new StringBuilder();
        for (int depth = random.nextInt(4); depth > 0; depth--) {
            path.append((char) ('A' + random.nextInt(3))).append('/');
        }
        // A program gets names in the character set of this machine, which may hold ASCII alone.
        String odd = maker == Maker.ZIP || maker == Maker.PYTHON ? "~#&+=@ %" : "~#&+= %äß";
        return path.append(random.nextInt(100))
                .append(odd.charAt(random.nextInt(odd.length())))
                .append(random.nextInt(9) == 0 ? "x".repeat(120) : "")
                .append(".txt")
                .toString();
    }

    private static byte[] content(Random random) {
        int length = random.nextInt(4) == 0 ? 0 : random.nextInt(3000);
        return random.nextBoolean() ? bytes(random, length) : new byte[length];
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void assertFolder(String about, Path folder, Map<String, Seen> expected) throws IOException {
        for (Map.Entry<String, Seen> entry : expected.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            boolean plain = entry.getKey().chars().allMatch(c -> c < 128);
            if (plain && !entry.getKey().endsWith("/")) {
                assertThat(Files.readString(file, ISO_8859_1))
                        .as(about + " " + file)
                        .isEqualTo(entry.getValue().content());
                int mode = entry.getValue().mode() & 0777;
                assertThat(Modes.of(Files.getPosixFilePermissions(file)))
                        .as(about + " " + file)
                        .isEqualTo(mode == 0 ? 0644 : mode);
            }
        }
    }

    @Test
    void javaReadsEveryEntry() throws IOException {
        for (int seed = 0; seed < CASES; seed++) {
            try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(
                    results.resolve("node" + seed + ".zip").toFile(), ISO_8859_1)) {
                assertThat(zip.size()).isEqualTo(names.get(seed).size());
                for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                    try (var in = zip.getInputStream(entry)) {
                        assertThat(in.readAllBytes()).hasSize((int) entry.getSize());
                    }
                }
            }
        }
    }

    @Test
    void weReadOurOwn() {
        for (int seed = 0; seed < CASES; seed++) {
            try (Distribution again = Distribution.open(results.resolve("node" + seed + ".zip"))) {
                for (String file : again.files()) {
                    assertThat(again.read(file)).isPresent();
                }
            }
        }
    }

    /** Some programs complain of what others make; of what we make of it they must not complain more. */
    private void assertNoWorse(Program program, Complaints complaints) throws IOException {
        assumeTrue(program.isThere(), "skipped: this machine has no " + program.name());
        List<String> ours = complaints.in(results);
        List<String> theirs = complaints.in(bases);
        assertThat(theirs).hasSizeLessThan(CASES / 2);
        assertThat(ours).isSubsetOf(theirs);
    }

    /** Lists the archives of a folder that a program complains of. */
    private interface Complaints {
        List<String> in(Path folder) throws IOException;
    }

    @Test
    void unzipFindsNoError() throws IOException {
        Program unzip = new Program("unzip");
        assumeTrue(unzip.isThere(), "skipped: this machine has no unzip");
        for (int seed = 0; seed < CASES; seed++) {
            // One by one: with several it takes the second for a part of the first.
            List<String> test = List.of("-tqq", "node" + seed + ".zip");
            Program.Result ours = unzip.attempt(results, test);
            if (ours.code() != 0) {
                assertThat(unzip.attempt(bases, test).code()).as(ours.output()).isEqualTo(ours.code());
            }
        }
    }

    @Test
    void zipinfoListsEveryEntry() throws IOException {
        Program zipinfo = new Program("zipinfo");
        assumeTrue(zipinfo.isThere(), "skipped: this machine has no zipinfo");
        String listed = zipinfo.run(results, List.of("-1", "*.zip"));
        long expected = names.stream().mapToLong(List::size).sum();
        assertThat(listed.lines().filter(line -> line.startsWith("root/"))).hasSize((int) expected);
    }

    @Test
    void sevenZipFindsNoError() throws IOException {
        Program sevenZip = new Program("7z");
        assertNoWorse(sevenZip, folder -> {
            String output =
                    sevenZip.attempt(folder, List.of("t", "-bd", "-y", "*.zip")).output();
            String[] parts = output.split("Testing archive: ", -1);
            assertThat(parts).hasSize(CASES + 1);
            return Arrays.stream(parts)
                    .skip(1)
                    .filter(part -> !part.contains("Everything is Ok") || part.contains("Error"))
                    .map(part -> part.lines().findFirst().orElseThrow())
                    .toList();
        });
    }

    @Test
    void pythonReadsEveryEntry() throws IOException {
        Program python = new Program("python3");
        String script = """
                import glob, zipfile
                for name in glob.glob('*.zip'):
                    try:
                        if zipfile.ZipFile(name).testzip() is not None:
                            print(name)
                    except Exception:
                        print(name)
                """;
        assertNoWorse(
                python,
                folder -> python.run(folder, List.of("-c", script)).lines().toList());
    }

    @Test
    void everyMakerOfThisMachineTookPart() {
        assertThat(new TreeSet<>(makers)).contains(Maker.JAVA, Maker.COMMONS, Maker.COMMONS_STREAM);
    }
}
