package io.github.eicluster.assembly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The cluster bundle: what operations people need beside the node archives, without a secret. */
public final class Bundle {

    /** Files and folders of the output directory that go into the bundle; none of them ever holds a secret. */
    private static final List<String> PARTS = List.of(
            "RUNBOOK.md",
            "hosts",
            "load-balancer",
            "databases",
            "certs/ca.crt",
            "certs/nodes.crt",
            "certs/server.crt",
            "certs/server.csr");

    private final Path output;

    /**
     * The bundle of one build.
     *
     * @param output the plugin's output directory
     */
    public Bundle(Path output) {
        this.output = output;
    }

    /**
     * Writes the bundle; same files give the same bytes.
     *
     * @param target the zip file
     * @param timestamp time of all entries
     */
    public void write(Path target, Instant timestamp) {
        try {
            SafeFiles.write(target, zip(files(), LocalDateTime.ofInstant(timestamp, ZoneOffset.UTC)), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SortedMap<String, Path> files() throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (String part : PARTS) {
            Path root = output.resolve(part);
            if (!Files.exists(root)) {
                continue;
            }
            try (Stream<Path> walk = Files.walk(root)) {
                walk.filter(Files::isRegularFile)
                        .forEach(f -> files.put(output.relativize(f).toString().replace('\\', '/'), f));
            }
        }
        return files;
    }

    private static byte[] zip(Map<String, Path> files, LocalDateTime time) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
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
        return bytes.toByteArray();
    }
}
