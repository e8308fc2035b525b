package io.github.eicluster.archive;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One archive of a build: looked at, laid out, written. */
final class NodeArchive {

    private final Distribution base;
    private final ArchiveRequest request;
    private final String print;
    private final ArchiveState before;
    private List<Item> items = List.of();
    private Optional<HomeUpdate> update = Optional.empty();
    private long began = System.nanoTime();

    private NodeArchive(Distribution base, ArchiveRequest request, String print) throws IOException {
        this.base = base;
        this.request = request;
        this.print = print;
        this.before = ArchiveState.read(request.target());
    }

    /** Looks at an archive; nothing is written. */
    static NodeArchive of(Distribution base, ArchiveRequest request, String pluginVersion) throws IOException {
        Layers.requireFiles(request.content());
        return new NodeArchive(base, request, Fingerprint.of(base.base(), request, pluginVersion));
    }

    /** {@return what is there, if it is what is wanted; nothing of the base is read for it} */
    Optional<WrittenArchive> upToDate() throws IOException {
        Path target = request.target();
        if (isFolder() || !before.print().equals(print) || !Stamp.fits(before.stamp(), target)) {
            return Optional.empty();
        }
        Optional<String> checksum = before.checksum();
        if (request.checksum() && checksum.isEmpty()) {
            checksum = Optional.of(new Fingerprint().addContent(target).hex());
            new ArchiveState(print, before.stamp(), before.entries(), checksum, before.manifest()).write(target);
        }
        checksum = request.checksum() ? checksum : Optional.empty();
        return Optional.of(
                new WrittenArchive(target, Files.size(target), before.entries(), true, checksum, Work.NONE, elapsed()));
    }

    private boolean isFolder() {
        return request.format() == Format.DIRECTORY;
    }

    /** Lays the content over the base; fails if it does not fit. */
    void layOut(Progress progress) throws IOException {
        items = Layers.lay(base.base(), request.content());
        boolean there = Files.isDirectory(request.target().resolve(base.root()), LinkOption.NOFOLLOW_LINKS);
        if (isFolder() && there && !before.manifest().keys().isEmpty()) {
            update = Optional.of(new HomeUpdate(order(progress), before.manifest()));
        }
    }

    private NodeWriter.Order order(Progress progress) {
        return new NodeWriter.Order(base.base(), items, request, progress);
    }

    /** {@return the room that writing takes} */
    DiskSpace.Need need() throws IOException {
        Path folder = request.target().toAbsolutePath().resolveSibling("").normalize();
        Files.createDirectories(folder);
        if (isFolder()) {
            return new DiskSpace.Need(folder, update.map(HomeUpdate::bytes).orElseGet(this::size), 0);
        }
        long bytes = items.stream().mapToLong(item -> item.length(base.base())).sum();
        boolean there = Files.isRegularFile(request.target());
        return new DiskSpace.Need(folder, bytes, there ? Files.size(request.target()) : 0);
    }

    private long size() {
        return items.stream()
                .filter(item -> item.kind() == BaseEntry.Kind.FILE)
                .mapToLong(Item::size)
                .sum();
    }

    /**
     * Writes the archive: it appears in its place whole or not at all, and an old one stays untouched if writing fails. An
     * unpacked node that is there is brought up to date file by file.
     */
    WrittenArchive write(Progress progress) {
        began = System.nanoTime();
        try {
            return update.isPresent() ? bringUpToDate(update.get()) : writeWhole(order(progress));
        } catch (IOException e) {
            throw new ClusterException(
                    "'" + request.target() + "' cannot be written from '" + base.origin() + "': " + reason(e)
                            + "; check the file system and the distribution, then build again.",
                    e);
        }
    }

    private WrittenArchive writeWhole(NodeWriter.Order order) throws IOException {
        // A state that outlives a failure would vouch for an archive that it does not know.
        ArchiveState.forget(request.target());
        try (Part part = Part.begin(request.target(), request.content().secret())) {
            NodeWriter.Written written = writer().write(order, part);
            base.base().requireUnchanged();
            part.commit();
            if (isFolder()) {
                remember(HomeManifest.of(order));
                return folder(false, written.work());
            }
            return rememberFile(written);
        }
    }

    private WrittenArchive rememberFile(NodeWriter.Written written) throws IOException {
        Path target = request.target();
        String stamp = Stamp.of(target, written.tail());
        new ArchiveState(print, stamp, items.size(), written.checksum(), HomeManifest.NONE).write(target);
        return new WrittenArchive(
                target, Files.size(target), items.size(), false, written.checksum(), written.work(), elapsed());
    }

    private WrittenArchive bringUpToDate(HomeUpdate home) throws IOException {
        Work work = Work.NONE;
        if (home.isNeeded()) {
            work = home.run();
            base.base().requireUnchanged();
        }
        if (request.content().secret()) {
            Modes.set(request.target(), Modes.OWNER_FOLDER);
        }
        if (home.isNeeded() || !before.print().equals(print)) {
            remember(home.wanted());
        }
        return folder(!home.isNeeded(), work);
    }

    private void remember(HomeManifest manifest) throws IOException {
        new ArchiveState(print, "-", items.size(), Optional.empty(), manifest).write(request.target());
    }

    private WrittenArchive folder(boolean reused, Work work) {
        return new WrittenArchive(request.target(), size(), items.size(), reused, Optional.empty(), work, elapsed());
    }

    private NodeWriter writer() {
        return switch (request.format()) {
            case ZIP -> new ZipFormat();
            case TAR_GZ -> new TarFormat();
            case DIRECTORY -> DirectoryFormat.whole();
        };
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
