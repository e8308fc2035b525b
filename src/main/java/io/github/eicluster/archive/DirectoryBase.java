package io.github.eicluster.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An unpacked home. Its entries are sorted, folders before what they hold. */
final class DirectoryBase implements Base {

    private final String origin;
    private final Path home;
    private final String root;
    private final List<BaseEntry> entries = new ArrayList<>();

    DirectoryBase(Path path, String origin) throws IOException {
        this.origin = origin;
        this.home = path.toAbsolutePath().normalize();
        Path name = home.getFileName();
        if (name == null) {
            throw DistributionException.of(origin, "is the root of a file system", "give an unpacked WSO2 EI home");
        }
        this.root = name.toString();
        Map<String, BasicFileAttributes> found = walk();
        for (Map.Entry<String, BasicFileAttributes> entry : found.entrySet()) {
            entries.add(entry(EntryNames.withoutSlash(entry.getKey()), entry.getValue()));
        }
        if (entries.size() == 1) {
            throw DistributionException.of(
                    origin, "is an empty directory", "give a WSO2 EI distribution zip or an unpacked home");
        }
    }

    /** The final slash of folders makes the order independent of the file system. */
    private Map<String, BasicFileAttributes> walk() throws IOException {
        Map<String, BasicFileAttributes> found = new TreeMap<>();
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = name(folder);
                found.put(name.isEmpty() ? "" : name + "/", attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.put(name(file), attributes);
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private String name(Path path) {
        List<String> segments = new ArrayList<>();
        home.relativize(path).forEach(segment -> segments.add(segment.toString()));
        return String.join("/", segments);
    }

    private BaseEntry entry(String path, BasicFileAttributes attributes) throws IOException {
        if (!path.isEmpty()) {
            EntryNames.fault(path).ifPresent(fault -> {
                throw DistributionException.refused(origin, path, fault);
            });
        }
        int ordinal = entries.size();
        var time = attributes.lastModifiedTime().toInstant();
        if (attributes.isDirectory()) {
            return new BaseEntry(ordinal, path, BaseEntry.Kind.DIRECTORY, mode(path, Modes.DIRECTORY), 0, time, "");
        }
        if (attributes.isSymbolicLink()) {
            String target =
                    Files.readSymbolicLink(home.resolve(path)).toString().replace(separator(), "/");
            return new BaseEntry(ordinal, path, BaseEntry.Kind.LINK, Modes.LINK, 0, time, target);
        }
        if (!attributes.isRegularFile()) {
            throw DistributionException.refused(origin, path, "is neither a file nor a folder nor a link");
        }
        int mode = mode(path, Modes.ofNewFile(path));
        return new BaseEntry(ordinal, path, BaseEntry.Kind.FILE, mode, attributes.size(), time, "");
    }

    private String separator() {
        return home.getFileSystem().getSeparator();
    }

    private int mode(String path, int otherwise) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(home.resolve(path), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null ? otherwise : Modes.of(view.readAttributes().permissions());
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public List<BaseEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public InputStream open(BaseEntry entry) throws IOException {
        return Files.newInputStream(home.resolve(entry.path()), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Path file(BaseEntry entry) {
        return home.resolve(entry.path());
    }

    @Override
    public boolean keepsTimes() {
        return false;
    }

    @Override
    public String identity() {
        StringBuilder text = new StringBuilder("directory " + root + "\n");
        for (BaseEntry entry : entries) {
            text.append(entry.path())
                    .append(' ')
                    .append(entry.kind())
                    .append(' ')
                    .append(entry.mode())
                    .append(' ')
                    .append(entry.size())
                    .append(' ')
                    .append(entry.isDirectory() ? "" : entry.modified())
                    .append(' ')
                    .append(entry.link())
                    .append('\n');
        }
        return text.toString();
    }

    @Override
    public String contentKey(BaseEntry entry) {
        return entry.isDirectory() ? "" : entry.modified() + " " + entry.link();
    }

    @Override
    public long length(BaseEntry entry) {
        return entry.size();
    }

    @Override
    public void requireUnchanged() throws IOException {
        if (!new DirectoryBase(home, origin).identity().equals(identity())) {
            throw new IOException("the distribution changed while it was read");
        }
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
