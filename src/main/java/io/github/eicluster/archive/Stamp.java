package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an output looked like: changes when somebody touches it.
 *
 * @param bytes size of a file, or of all files of a folder
 * @param trace time of a file, or a checksum over paths, sizes and times of a folder
 */
record Stamp(long bytes, String trace) {

    static Stamp of(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return new Stamp(Files.size(path), Files.getLastModifiedTime(path).toString());
        }
        Map<String, BasicFileAttributes> found = new TreeMap<>();
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.put(path.relativize(file).toString(), attributes);
                return FileVisitResult.CONTINUE;
            }
        });
        Fingerprint trace = new Fingerprint();
        long bytes = 0;
        for (Map.Entry<String, BasicFileAttributes> file : found.entrySet()) {
            BasicFileAttributes attributes = file.getValue();
            bytes += attributes.isRegularFile() ? attributes.size() : 0;
            trace.add(file.getKey()).add(attributes.size() + " " + attributes.lastModifiedTime());
        }
        return new Stamp(bytes, trace.hex());
    }

    /** {@return the stamp on one line} */
    String line() {
        return bytes + " " + trace;
    }
}
