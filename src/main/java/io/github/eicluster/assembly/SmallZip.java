package io.github.eicluster.assembly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip archive of a few text files; same files give the same bytes. */
final class SmallZip {

    private final Path root;
    private final SortedMap<String, Path> files = new TreeMap<>();

    /** Names of entries start below a folder. */
    SmallZip(Path root) {
        this.root = root;
    }

    /** Adds a file, or all files of a folder; nothing if it does not exist. */
    void add(Path part) {
        if (!Files.exists(part)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(part)) {
            walk.filter(Files::isRegularFile)
                    .forEach(file -> files.put(root.relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the archive; all entries get the same time. */
    void write(Path target, Instant timestamp) {
        LocalDateTime time = LocalDateTime.ofInstant(timestamp, ZoneOffset.UTC);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, Path> file : files.entrySet()) {
                    ZipEntry entry = new ZipEntry(file.getKey());
                    // The local time form does not depend on the time zone of the build machine.
                    entry.setTimeLocal(time);
                    zip.putNextEntry(entry);
                    Files.copy(file.getValue(), zip);
                    zip.closeEntry();
                }
            }
            SafeFiles.write(target, bytes.toByteArray(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
