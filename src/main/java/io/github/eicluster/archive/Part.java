package io.github.eicluster.archive;

import io.github.eicluster.model.ClusterException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Output in the making: a hidden neighbour of the target that takes the target's place when it is whole, and is deleted
 * when it is not.
 */
final class Part implements Closeable {

    private final Path target;
    private final Path part;
    private final Path old;
    private final boolean secret;

    private Part(Path target, boolean secret) {
        this.target = target;
        this.part = Leftovers.part(target);
        this.old = Leftovers.old(target);
        this.secret = secret;
    }

    /** Begins; what a killed build left behind is deleted. */
    static Part begin(Path target, boolean secret) throws IOException {
        Part begun = new Part(target.toAbsolutePath(), secret);
        Files.createDirectories(begun.folder());
        Leftovers.delete(begun.part);
        return begun;
    }

    private Path folder() {
        return target.resolveSibling("").normalize();
    }

    /** {@return the new part, a file; readable for its owner only from the first moment if it will hold secrets} */
    FileChannel createFile() throws IOException {
        return FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                secret ? ownerOnly("rw-------") : new FileAttribute<?>[0]);
    }

    /** {@return the new part, a folder} */
    Path createFolder() throws IOException {
        return Files.createDirectory(part, secret ? ownerOnly("rwx------") : new FileAttribute<?>[0]);
    }

    private FileAttribute<?>[] ownerOnly(String permissions) throws IOException {
        if (!Files.getFileStore(folder()).supportsFileAttributeView(PosixFileAttributeView.class)) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
    }

    /** Puts the part into the target's place. */
    void commit() throws IOException {
        if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.isDirectory(target)) {
                throw inTheWay("is a folder");
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        checkReplaceable();
        swap();
    }

    /** A folder cannot be replaced in one step: the old one steps aside, and comes back if the new one cannot move. */
    private void swap() throws IOException {
        Leftovers.delete(old);
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        Leftovers.delete(old);
    }

    /** Only what looks like our own output is deleted: a folder with nothing but one home in it. */
    private void checkReplaceable() throws IOException {
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw inTheWay("is not a folder");
        }
        try (Stream<Path> children = Files.list(target)) {
            List<Path> found = children.limit(2).toList();
            boolean home = found.size() == 1 && Files.isDirectory(found.get(0).resolve("conf"));
            if (!found.isEmpty() && !home) {
                throw inTheWay("holds other things than one unpacked node");
            }
        }
    }

    private ClusterException inTheWay(String what) {
        return new ClusterException(
                "'" + target + "' " + what + " and is not replaced; move it away or choose another output directory.");
    }

    @Override
    public void close() throws IOException {
        Leftovers.delete(part);
    }
}
