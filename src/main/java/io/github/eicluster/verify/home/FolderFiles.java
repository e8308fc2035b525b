package io.github.eicluster.verify.home;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * A node in an unpacked home, which may be in use: links are followed, wherever they lead, and what cannot be looked at is
 * passed over.
 */
public final class FolderFiles implements NodeFiles {

    /** A home has some ten thousand files; a link to the root of a file system leads to millions. */
    private static final int MOST_FILES = 200_000;

    private static final int DEEPEST = 40;

    private final Path home;
    private final Map<String, Long> sizes = new TreeMap<>();

    private FolderFiles(Path home) {
        this.home = home;
    }

    /**
     * Lists a home.
     *
     * @param home a directory
     * @return its files
     * @throws ClusterException if it cannot be listed or holds far more files than a home
     */
    public static FolderFiles open(Path home) {
        FolderFiles files = new FolderFiles(home);
        try {
            Files.walkFileTree(home, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, files.new Visitor());
        } catch (IOException e) {
            throw new ClusterException(
                    "'" + home + "' cannot be read: " + e.getMessage() + "; give a readable home.", e);
        }
        return files;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                sizes.put(home.relativize(file).toString().replace('\\', '/'), attributes.size());
            }
            if (sizes.size() > MOST_FILES) {
                throw new ClusterException("'" + home + "' holds more than " + MOST_FILES
                        + " files, which is no EI home; give the directory that holds conf/ and bin/.");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public String origin() {
        return home.toString();
    }

    @Override
    public List<String> files() {
        return List.copyOf(sizes.keySet());
    }

    @Override
    public OptionalLong size(String path) {
        Long size = sizes.get(path);
        return size == null ? OptionalLong.empty() : OptionalLong.of(size);
    }

    @Override
    public OptionalInt mode(String path) {
        if (!sizes.containsKey(path)
                || !home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return OptionalInt.empty();
        }
        try {
            Set<PosixFilePermission> granted = Files.getPosixFilePermissions(home.resolve(path));
            int mode = 0;
            for (PosixFilePermission permission : PosixFilePermission.values()) {
                mode = mode << 1 | (granted.contains(permission) ? 1 : 0);
            }
            return OptionalInt.of(mode);
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    @Override
    public Optional<InputStream> open(String path) {
        if (!sizes.containsKey(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(home.resolve(path)));
        } catch (IOException e) {
            throw new ClusterException(path + " cannot be read: " + e.getMessage() + "; give read access.", e);
        }
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
