package io.github.eicluster.assembly;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.product.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the jar that holds the JDBC driver of a node, so that other programs log in with the driver that the node has. */
public final class NodeDriver {

    /** Folders of jars on the server's class path. */
    private static final List<String> FOLDERS = List.of("lib/", "dropins/", "extensions/");

    /** The engine that every distribution brings as a bundle. */
    private static final String H2 = "org.h2.Driver";

    private static final String H2_BUNDLE = "(?:wso2|repository)/components/plugins/h2[-_][^/]*\\.jar";

    private final PlannedNode node;
    private final Home base;
    private final Path folder;

    /**
     * For one node.
     *
     * @param node the node
     * @param base the distribution
     * @param folder where a jar from an archive may be unpacked; made if needed
     */
    public NodeDriver(PlannedNode node, Home base, Path folder) {
        this.node = node;
        this.base = base;
        this.folder = folder;
    }

    /**
     * Finds the jar: in what the node gets from Maven, in its overlay, in the distribution.
     *
     * @param className the driver's class
     * @return a file on this machine, or nothing if the node has no such jar
     */
    public Optional<Path> find(String className) {
        Optional<Path> added = node.libraries().files().values().stream()
                .filter(file -> holds(file, className))
                .findFirst();
        return added.or(() -> inHome(node.overlay(), className)).or(() -> inHome(base, className));
    }

    private Optional<Path> inHome(Home home, String className) {
        return home.files().stream()
                .filter(path -> isCandidate(path, className))
                .filter(path -> !node.libraries().removed().containsKey(path))
                .map(path -> unpacked(home, path))
                .filter(file -> holds(file, className))
                .findFirst();
    }

    private static boolean isCandidate(String path, String className) {
        boolean classPath = path.endsWith(".jar") && FOLDERS.stream().anyMatch(path::startsWith);
        return classPath || (className.equals(H2) && path.matches(H2_BUNDLE));
    }

    private Path unpacked(Home home, String path) {
        Path file = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
        try (InputStream content = home.stream(path).orElseThrow()) {
            Files.createDirectories(folder);
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String className) {
        if (!file.toString().endsWith(".jar")) {
            return false;
        }
        try (ZipFile jar = new ZipFile(file.toFile())) {
            ZipEntry entry = jar.getEntry(className.replace('.', '/') + ".class");
            return entry != null;
        } catch (IOException e) {
            throw new ClusterException("'" + file + "' is no jar file that can be read (" + e.getMessage() + ").", e);
        }
    }
}
