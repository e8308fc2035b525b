package io.github.eicluster.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** Writes files aside and moves them into place, so that no half file ever has a final name. */
final class SafeFiles {

    private static final String PREFIX = ".ei-";
    private static final String SUFFIX = ".part";

    private SafeFiles() {}

    /** {@return whether a file was in the making when its build was killed} */
    static boolean isLeftover(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /** Writes a file; one that already has these bytes and needs no protection is left alone. */
    static void write(Path target, byte[] content, boolean secret) throws IOException {
        if (!secret && Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), content)) {
            return;
        }
        Path part = aside(target, secret);
        try {
            Files.write(part, content);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Copies a file with its modification time. */
    static void copy(Path source, Path target) throws IOException {
        Path part = aside(target, false);
        try {
            Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A new empty file beside the target; readable by its owner only if it will hold a secret. */
    private static Path aside(Path target, boolean secret) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(secret ? "rw-------" : "rw-r--r--"))
                }
                : new FileAttribute<?>[0];
        return Files.createTempFile(folder, PREFIX, SUFFIX, attributes);
    }
}
