package io.github.eicluster.certs;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a store: read whole, written aside and moved, so that a crash leaves the old or the new one. The folder
 * and the files are for their owner only, where the file system knows owners.
 */
final class StoreFiles {

    /** Ending of keys with their certificates. */
    static final String KEY = ".pem";

    /** Folder of finished key stores and the like. */
    static final String DERIVED = "derived";

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path folder;
    private final boolean posix;

    private StoreFiles(Path folder, boolean posix) {
        this.folder = folder;
        this.posix = posix;
    }

    /** The files of a folder that may be missing; nothing is made. */
    static StoreFiles of(Path folder) {
        try {
            if (!Files.readAttributes(folder, BasicFileAttributes.class).isDirectory()) {
                throw noFolder(folder, "it is not a folder", null);
            }
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(folder)) {
                throw noFolder(folder, "it is a link that leads nowhere", e);
            }
            // Java 17 tells a file on the way as such, Java 25 as a missing file.
            Optional<Path> existing = existing(folder);
            if (existing.isPresent() && !Files.isDirectory(existing.get())) {
                throw noFolder(folder, existing.get() + " is not a folder", e);
            }
        } catch (AccessDeniedException e) {
            throw unreadable(folder, e);
        } catch (IOException e) {
            throw noFolder(folder, reason(e), e);
        }
        return new StoreFiles(folder, isPosix(folder));
    }

    /** The files of a folder that is made if it is missing. */
    static StoreFiles make(Path folder) {
        StoreFiles files = of(folder);
        try {
            files.makeFolder(folder);
        } catch (IOException e) {
            throw new ClusterException(
                    folder + " cannot be made (" + reason(e)
                            + "); it is to keep the keys of the cluster between builds."
                            + " Give it another place with certificates/store, or -Dei-cluster.certs.store.",
                    e);
        }
        return files;
    }

    Path folder() {
        return folder;
    }

    /** Opens a file to be locked, and makes it if it is missing. */
    FileChannel openLock(String name) {
        Path file = folder.resolve(name);
        try {
            return FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly("rw-------"));
        } catch (IOException e) {
            throw new ClusterException(
                    file + " cannot be written (" + reason(e)
                            + "), and a certificate store must be locked while it is in"
                            + " use. Run the build as the owner of the store, or name another one in certificates/store.",
                    e);
        }
    }

    /** Names of the files with keys, sorted; none if the folder is missing. */
    List<String> keyFiles() {
        return names(folder, "*" + KEY);
    }

    /** Reads a file whole. A link that leads nowhere is an error: its target may be a key that is away for now. */
    Optional<byte[]> read(String name) {
        Path file = folder.resolve(name);
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(file)) {
                throw unreadable(file, e);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Writes a file at once. Whoever calls has the lock: what another build left aside is of a build that died. */
    void write(String name, byte[] content) {
        Path file = folder.resolve(name);
        Path aside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            makeFolder(file.getParent());
            Files.deleteIfExists(aside);
            try {
                writeAndForce(aside, content);
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new ClusterException(
                    file + " cannot be written (" + reason(e)
                            + "). The store has each file as it was or as it is to be: mend the cause and build again.",
                    e);
        }
    }

    /** What others than the owner may do, such as {@code internal.pem (rw-r--r--)}; empty if nothing, or not known. */
    List<String> openToOthers() {
        List<String> open = new ArrayList<>();
        if (posix && Files.isDirectory(folder)) {
            addIfOpen(folder, "the folder", open);
            List<String> names = new ArrayList<>(keyFiles());
            names.add(Passwords.FILE);
            names.add(DERIVED);
            names(folder.resolve(DERIVED), "*").forEach(name -> names.add(DERIVED + "/" + name));
            names.forEach(name -> addIfOpen(folder.resolve(name), name, open));
        }
        return open;
    }

    /** Why a file cannot be used, without its name, which the message has already. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    private void makeFolder(Path wanted) throws IOException {
        // Java 17 refuses to make a folder where a link to a folder is.
        if (!Files.isDirectory(wanted)) {
            Files.createDirectories(wanted, ownerOnly("rwx------"));
        }
    }

    private void writeAndForce(Path file, byte[] content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, ownerOnly("rw-------"))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            // Without this a power cut could leave the new name with no content.
            channel.force(true);
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static List<String> names(Path folder, String pattern) {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".")) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        names.sort(null);
        return names;
    }

    private static void addIfOpen(Path file, String name, List<String> open) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (!OWNER.containsAll(permissions)) {
                open.add(name + " (" + PosixFilePermissions.toString(permissions) + ")");
            }
        } catch (NoSuchFileException e) {
            // Not there, or just replaced by another build while this one only looks.
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ClusterException noFolder(Path folder, String why, Exception cause) {
        return new ClusterException(
                folder + " cannot be the certificate store: " + why
                        + ". Name a folder in certificates/store, or with -Dei-cluster.certs.store.",
                cause);
    }

    private static ClusterException unreadable(Path file, IOException e) {
        return new ClusterException(
                file + " cannot be read (" + reason(e)
                        + "), and new keys in its place would make data unreadable. Run the build as the owner of the"
                        + " certificate store, or restore it from a backup.",
                e);
    }

    private static boolean isPosix(Path folder) {
        Optional<Path> existing = existing(folder);
        try {
            return existing.isPresent() && Files.getFileStore(existing.get()).supportsFileAttributeView("posix");
        } catch (IOException e) {
            return false;
        }
    }

    /** The folder, or the nearest one above it that is there. */
    private static Optional<Path> existing(Path folder) {
        return Stream.iterate(folder, path -> path != null, Path::getParent)
                .filter(Files::exists)
                .findFirst();
    }
}
