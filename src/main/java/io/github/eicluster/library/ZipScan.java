package io.github.eicluster.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a zip archive holds.
 *
 * @param names names of all files
 * @param contents content of the files that were asked for
 */
public record ZipScan(Set<String> names, Map<String, byte[]> contents) {

    static final ZipScan EMPTY = new ZipScan(Set.of(), Map.of());

    /** Descriptors and manifests are small; whatever is larger is not read. */
    private static final int LARGEST = 1 << 20;

    private static final int MOST = 10_000;

    private static final int PIECE = 1 << 16;

    /** All that is kept of one archive. */
    private static final long LARGEST_SUM = 64L << 20;

    /** All that one archive may unpack to, kept or not, where it has to be unpacked to get on. */
    private static final long LARGEST_WHOLE = 512L << 20;

    /** Copies both. */
    public ZipScan {
        names = Set.copyOf(names);
        contents = Map.copyOf(contents);
    }

    /**
     * Reads an archive by its directory.
     *
     * @param file the archive
     * @param wanted names of the files whose content is needed
     * @return what it holds
     * @throws IOException if it is no sound zip archive
     */
    static ZipScan of(Path file, Predicate<String> wanted) throws IOException {
        Set<String> names = new HashSet<>();
        Map<String, byte[]> contents = new HashMap<>();
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            for (Path root : zip.getRootDirectories()) {
                try (Stream<Path> walk = Files.walk(root)) {
                    for (Path entry : walk.filter(Files::isRegularFile).toList()) {
                        String name = root.relativize(entry).toString();
                        names.add(name);
                        if (wanted.test(name) && contents.size() < MOST && Files.size(entry) <= LARGEST) {
                            contents.put(name, Files.readAllBytes(entry));
                        }
                    }
                }
            }
        } catch (ProviderNotFoundException e) {
            throw new IOException("it is no zip archive", e);
        }
        return new ZipScan(names, contents);
    }

    /**
     * Reads an archive from its beginning to its end.
     *
     * @param content the archive; it is closed
     * @param wanted names of the files whose content is needed
     * @return what it holds
     * @throws IOException if it is no sound zip archive, one that can be read by its directory only, or a bomb
     */
    public static ZipScan of(InputStream content, Predicate<String> wanted) throws IOException {
        Set<String> names = new HashSet<>();
        Map<String, byte[]> contents = new HashMap<>();
        long left = LARGEST_WHOLE;
        long keep = LARGEST_SUM;
        try (ZipInputStream zip = new ZipInputStream(content)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    left = skipped(zip, left); // it may hold something all the same
                    continue;
                }
                names.add(entry.getName());
                if (wanted.test(entry.getName()) && contents.size() < MOST && keep > 0) {
                    byte[] bytes = zip.readNBytes(LARGEST + 1);
                    left -= bytes.length;
                    if (bytes.length <= LARGEST) {
                        contents.put(entry.getName(), bytes);
                        keep -= bytes.length;
                    }
                }
                left = skipped(zip, left);
            }
        }
        return new ZipScan(names, contents);
    }

    private static long skipped(ZipInputStream zip, long most) throws IOException {
        byte[] buffer = new byte[PIECE];
        long left = most;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            left -= read;
            if (left < 0) {
                throw new IOException("it unpacks to more than " + LARGEST_WHOLE / 1_000_000 + " MB");
            }
        }
        return left;
    }
}
