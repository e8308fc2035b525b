package io.github.eicluster.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A folder of the output directory whose every file is made by one goal. */
final class OwnedFolder {

    private final Path folder;
    private final boolean secret;

    /** A folder whose files hold no secret. */
    OwnedFolder(Path folder) {
        this(folder, false);
    }

    /** A folder; one with secrets is for its owner only. */
    OwnedFolder(Path folder, boolean secret) {
        this.folder = folder;
        this.secret = secret;
    }

    /**
     * Writes the files, and removes what is no longer made; without files the folder itself.
     *
     * @param files text by path below the folder, with forward slashes
     */
    void write(SortedMap<String, String> files) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                SafeFiles.write(
                        folder.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8), secret);
            }
            removeStale(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeStale(SortedMap<String, String> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> present;
        try (Stream<Path> walk = Files.walk(folder)) {
            present = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : present) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            boolean stale = Files.isDirectory(path)
                    ? files.keySet().stream().noneMatch(file -> name.isEmpty() || file.startsWith(name + "/"))
                    : !files.containsKey(name);
            if (stale) {
                Files.delete(path);
            }
        }
    }
}
