package io.github.eicluster.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** Writes a node as a folder that holds the root folder. Files are copied: a link to the base would hand changes on. */
final class DirectoryFormat {

    private final NodeWriter.Order order;
    private final Path home;
    private final FileAttribute<?>[] ownersUntilDressed;
    private long written;

    /**
     * A writer of entries.
     *
     * @param order what is written
     * @param home where the root folder is or will be; its parent exists
     */
    DirectoryFormat(NodeWriter.Order order, Path home) {
        this.order = order;
        this.home = home;
        this.ownersUntilDressed =
                home.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
    }

    /** {@return the writer of whole nodes} */
    static NodeWriter whole() {
        return (order, part) -> {
            DirectoryFormat format = new DirectoryFormat(
                    order, part.createFolder().resolve(order.base().root()));
            format.writeAll();
            Work work = new Work(format.written, 0, order.items().size());
            return new NodeWriter.Written(work, Optional.empty(), 0);
        };
    }

    private void writeAll() throws IOException {
        makeFolders(home);
        Deque<Item> folders = new ArrayDeque<>();
        for (Item item : order.items()) {
            Path target = home.resolve(item.path());
            if (item.kind() == BaseEntry.Kind.DIRECTORY) {
                makeFolders(target);
                folders.push(item);
            } else {
                write(item, target);
            }
        }
        // Last, since a folder may be read-only, and each new file changes its time.
        for (Item folder : folders) {
            dress(home.resolve(folder.path()), folder);
        }
    }

    /** Writes a file or a link to a path where nothing is; gives the number of bytes. */
    long write(Item item, Path path) throws IOException {
        makeFolders(path.resolveSibling("").normalize());
        if (item.kind() == BaseEntry.Kind.LINK) {
            String link = ((Item.Kept) item).entry().link();
            Files.createSymbolicLink(path, path.getFileSystem().getPath(link));
            return 0;
        }
        long length;
        try (InputStream content = item.open(order.base());
                OutputStream out = Channels.newOutputStream(FileChannel.open(
                        path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersUntilDressed))) {
            length = content.transferTo(out);
        }
        dress(path, item);
        written += length;
        order.progress().wrote(order.request().target(), length);
        return length;
    }

    /** Makes what is missing, with a mode that does not depend on the umask. */
    static void makeFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        makeFolders(folder.resolveSibling("").normalize());
        Files.createDirectory(folder);
        Modes.set(folder, Modes.DIRECTORY);
    }

    /** Gives a file or folder its mode and time. */
    void dress(Path path, Item item) throws IOException {
        Modes.set(path, item.mode());
        Files.setLastModifiedTime(path, FileTime.from(item.time(order)));
    }
}
