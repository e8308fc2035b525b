package io.github.eicluster.archive;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.product.RuntimeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings an unpacked node up to date, file by file: what is as it should be is not written again, what the node no longer
 * gets is deleted, and what a server has put there stays. Each file is written aside and moved into place.
 */
final class HomeUpdate {

    private final NodeWriter.Order order;
    private final HomeManifest before;
    private final HomeManifest wanted;
    private final Path home;
    private final boolean posix;
    private final List<Item> stale = new ArrayList<>();
    private final TreeSet<String> dropped = new TreeSet<>();
    private long written;

    HomeUpdate(NodeWriter.Order order, HomeManifest before) throws IOException {
        this.order = order;
        this.before = before;
        this.wanted = HomeManifest.of(order);
        this.home = order.request().target().resolve(order.base().root());
        this.posix = home.getFileSystem().supportedFileAttributeViews().contains("posix");
        for (Item item : order.items()) {
            if (!fits(item)) {
                stale.add(item);
            }
        }
        Set<String> paths = order.items().stream().map(Item::path).collect(Collectors.toSet());
        before.keys().keySet().stream()
                .filter(path -> !paths.contains(path))
                .filter(path -> Files.exists(home.resolve(path), LinkOption.NOFOLLOW_LINKS))
                .forEach(dropped::add);
    }

    boolean isNeeded() {
        return !stale.isEmpty() || !dropped.isEmpty();
    }

    HomeManifest wanted() {
        return wanted;
    }

    /** {@return how many bytes will be written} */
    long bytes() {
        return stale.stream().mapToLong(Item::size).sum();
    }

    private boolean fits(Item item) throws IOException {
        Path path = home.resolve(item.path());
        if (!before.has(item.path(), wanted) || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        // The database of a node that has run is the node's.
        boolean ofServer = !RuntimeState.databases(List.of(item.path())).isEmpty();
        return ofServer || new Looks(item, order, posix).are(path);
    }

    /** What an entry should look like on disk. */
    private record Looks(Item item, NodeWriter.Order order, boolean posix) {

        boolean are(Path path) throws IOException {
            BasicFileAttributes found = posix
                    ? Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    : Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            BaseEntry.Kind kind = item.kind();
            if (kind == BaseEntry.Kind.LINK) {
                String link = ((Item.Kept) item).entry().link();
                return found.isSymbolicLink()
                        && Files.readSymbolicLink(path)
                                .equals(path.getFileSystem().getPath(link));
            }
            if (found instanceof PosixFileAttributes attributes && Modes.of(attributes.permissions()) != item.mode()) {
                return false;
            }
            if (kind == BaseEntry.Kind.DIRECTORY) {
                return found.isDirectory();
            }
            Instant time = item.time(order);
            return found.isRegularFile()
                    && found.size() == item.size()
                    && found.lastModifiedTime().toInstant().getEpochSecond() == time.getEpochSecond();
        }
    }

    /** Remembers what is not sure while this runs, does the work, and gives what was done. */
    Work run() throws IOException {
        new ArchiveState("-", "-", 0, Optional.empty(), before.until(wanted))
                .write(order.request().target());
        for (String path : dropped.descendingSet()) {
            drop(home.resolve(path));
        }
        DirectoryFormat format = new DirectoryFormat(order, home);
        for (Item item : stale) {
            if (item.kind() == BaseEntry.Kind.DIRECTORY) {
                makeFolder(home.resolve(item.path()));
            }
        }
        for (Item item : stale) {
            if (item.kind() != BaseEntry.Kind.DIRECTORY) {
                replace(format, item);
            }
        }
        for (Item item : stale) {
            if (item.kind() == BaseEntry.Kind.DIRECTORY) {
                format.dress(home.resolve(item.path()), item);
            }
        }
        return new Work(written, 0, stale.size() + dropped.size());
    }

    /** A folder stays while something else lies in it. */
    private static void drop(Path path) throws IOException {
        Leftovers.delete(Leftovers.part(path));
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(path);
            return;
        }
        try (var children = Files.newDirectoryStream(path)) {
            if (children.iterator().hasNext()) {
                return;
            }
        }
        Files.delete(path);
    }

    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw inTheWay(folder);
        }
        DirectoryFormat.makeFolders(folder);
    }

    private void replace(DirectoryFormat format, Item item) throws IOException {
        Path target = home.resolve(item.path());
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw inTheWay(target);
        }
        Path part = Leftovers.part(target);
        Leftovers.delete(part);
        try {
            written += format.write(item, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static ClusterException inTheWay(Path path) {
        return new ClusterException(
                "'" + path + "' is not what this build put there and is not replaced; move it away.");
    }
}
