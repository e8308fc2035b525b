package io.github.eicluster.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Names of what is in the making, which nobody else uses: a build that was killed leaves such files, the next deletes them. */
final class Leftovers {

    private static final String PART = ".ei-cluster.part";
    private static final String OLD = ".ei-cluster.old";

    private Leftovers() {}

    /** {@return the hidden neighbour in which a target is made} */
    static Path part(Path target) {
        return target.resolveSibling("." + target.getFileName() + PART);
    }

    /** {@return the hidden neighbour to which a replaced folder steps aside} */
    static Path old(Path target) {
        return target.resolveSibling("." + target.getFileName() + OLD);
    }

    /** {@return whether a file is in the making, or was when its build was killed} */
    static boolean is(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") && (name.endsWith(PART) || name.endsWith(OLD));
    }

    /** Deletes what a killed build left in a folder, whatever targets it had; nothing if there is no such folder. */
    static void sweep(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> hidden = Files.newDirectoryStream(folder, Leftovers::is)) {
            hidden.forEach(found::add);
        }
        for (Path leftover : found) {
            delete(leftover);
        }
    }

    /** Deletes a file or a tree, links as links; read-only folders are opened first. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
                if (view != null) {
                    view.setPermissions(PosixFilePermissions.fromString("rwx------"));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
