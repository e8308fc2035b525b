package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is remembered of an archive, in a hidden file beside it that only its owner can read: the fingerprint is made of
 * secrets too.
 *
 * @param print fingerprint of everything that decides what the archive holds
 * @param stamp what the archive looked like
 * @param entries number of its entries
 * @param checksum its SHA-256, if that was wanted
 * @param manifest of a folder, what its files are made of
 */
record ArchiveState(String print, String stamp, int entries, Optional<String> checksum, HomeManifest manifest) {

    static final ArchiveState NONE = new ArchiveState("-", "-", 0, Optional.empty(), HomeManifest.NONE);

    private static final String HEADING = "ei-cluster archive state 2";
    private static final int HEADER_LINES = 5;

    /** {@return the file that remembers a target} */
    static Path file(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".fingerprint");
    }

    /** {@return what is remembered of a target; {@link #NONE} if that is nothing usable} */
    static ArchiveState read(Path target) throws IOException {
        Path file = file(target);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            return NONE;
        }
    }

    private static ArchiveState parse(List<String> lines) {
        boolean known = lines.size() >= HEADER_LINES
                && lines.get(0).equals(HEADING)
                && lines.get(3).matches("\\d{1,9}");
        if (!known) {
            return NONE;
        }
        SortedMap<String, String> keys = new TreeMap<>();
        for (String line : lines.subList(HEADER_LINES, lines.size())) {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                return NONE;
            }
            keys.put(line.substring(tab + 1), line.substring(0, tab));
        }
        Optional<String> checksum = Optional.of(lines.get(4)).filter(text -> !text.equals("-"));
        int entries = Integer.parseInt(lines.get(3));
        return new ArchiveState(lines.get(1), lines.get(2), entries, checksum, new HomeManifest(keys));
    }

    /** Remembers this of a target. */
    void write(Path target) throws IOException {
        List<String> lines =
                new ArrayList<>(List.of(HEADING, print, stamp, Integer.toString(entries), checksum.orElse("-")));
        manifest.keys().forEach((path, key) -> lines.add(key + "\t" + path));
        try (Part part = Part.begin(file(target), true)) {
            try (var out = part.createFile()) {
                out.write(StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n"));
            }
            part.commit();
        }
    }

    /** Forgets a target. */
    static void forget(Path target) throws IOException {
        Files.deleteIfExists(file(target));
    }
}
