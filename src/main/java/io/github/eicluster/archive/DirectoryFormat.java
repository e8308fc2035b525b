package io.github.eicluster.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes a node as a folder that holds the root folder. */
final class DirectoryFormat implements NodeWriter {

    @Override
    public void write(Base base, List<Item> items, Part part, Instant timestamp) throws IOException {
        Path home = part.createFolder().resolve(base.root());
        Files.createDirectories(home);
        Deque<BaseEntry> folders = new ArrayDeque<>();
        for (Item item : items) {
            Path target = home.resolve(item.path());
            if (item instanceof Item.Kept kept) {
                keep(base, kept.entry(), target, part, timestamp);
                if (kept.entry().isDirectory()) {
                    folders.push(kept.entry());
                }
            } else if (item instanceof Item.Replaced replaced) {
                write(part, target, replaced.file(), replaced.mode(), timestamp);
            } else if (item instanceof Item.Added added) {
                write(part, target, added.file(), added.mode(), timestamp);
            }
        }
        // Last, since a folder may be read-only, and each new file changes its time.
        for (BaseEntry folder : folders) {
            dress(home.resolve(folder.path()), folder.mode(), NodeWriter.time(base, folder, timestamp));
        }
    }

    private static void keep(Base base, BaseEntry entry, Path target, Part part, Instant timestamp) throws IOException {
        switch (entry.kind()) {
            case DIRECTORY -> Files.createDirectories(target);
            case LINK -> {
                Files.createDirectories(parent(target));
                Files.createSymbolicLink(target, target.getFileSystem().getPath(entry.link()));
            }
            case FILE -> {
                try (InputStream content = base.open(entry)) {
                    write(part, target, content, entry.mode(), NodeWriter.time(base, entry, timestamp));
                }
            }
        }
    }

    private static Path parent(Path target) {
        return target.resolveSibling("").normalize();
    }

    private static void write(Part part, Path target, Path file, int mode, Instant time) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            write(part, target, content, mode, time);
        }
    }

    private static void write(Part part, Path target, InputStream content, int mode, Instant time) throws IOException {
        Files.createDirectories(parent(target));
        try (var out = part.createOwnFile(target)) {
            content.transferTo(out);
        }
        dress(target, mode, time);
    }

    private static void dress(Path path, int mode, Instant time) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(Modes.permissions(mode));
        }
        Files.setLastModifiedTime(path, FileTime.from(time));
    }
}
