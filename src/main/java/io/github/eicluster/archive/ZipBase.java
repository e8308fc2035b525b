package io.github.eicluster.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A distribution zip. Everything that could mislead a reader is refused when it is opened. */
final class ZipBase implements Base {

    private static final int LONGEST_LINK = 4096;

    private final String origin;
    private final Path path;
    private final ZipSource source;
    private final ZipDirectory directory;
    private final List<LocalEntry> places;
    private final List<BaseEntry> entries;
    private final String root;
    private final String identity;

    private ZipBase(Path path, String origin, ZipSource source) throws IOException {
        this.origin = origin;
        this.path = path;
        this.source = source;
        this.directory = ZipDirectory.read(source, origin);
        this.identity = "zip " + source.trace() + " " + directory.checksum();
        checkNames();
        this.root = onlyRoot();
        this.places = new ArrayList<>();
        this.entries = new ArrayList<>();
        for (CentralRecord record : directory.records()) {
            places.add(LocalEntry.find(source, record, origin));
            entries.add(entry(record));
        }
        checkOverlaps();
    }

    private ZipBase(ZipBase checked, ZipSource source) {
        this.origin = checked.origin;
        this.path = checked.path;
        this.source = source;
        this.directory = checked.directory;
        this.places = checked.places;
        this.entries = checked.entries;
        this.root = checked.root;
        this.identity = checked.identity;
    }

    /** Opens the same zip again, without the checks if it is still the file that was checked. */
    ZipBase again() throws IOException {
        ZipSource opened = ZipSource.open(path);
        if (opened.trace().equals(source.trace())) {
            return new ZipBase(this, opened);
        }
        opened.close();
        return open(path, origin);
    }

    /** Opens a zip; closes the file if it is refused. */
    static ZipBase open(Path path, String origin) throws IOException {
        ZipSource source = ZipSource.open(path);
        boolean opened = false;
        try {
            ZipBase base = new ZipBase(path, origin, source);
            opened = true;
            return base;
        } finally {
            if (!opened) {
                source.close();
            }
        }
    }

    private void checkNames() {
        for (CentralRecord record : directory.records()) {
            if (record.encrypted()) {
                throw DistributionException.refused(origin, record.name(), "is encrypted");
            }
            Optional<String> fault = EntryNames.fault(record.name());
            String rawName = new String(record.rawName(), StandardCharsets.ISO_8859_1);
            if (!rawName.equals(record.name())) {
                fault = EntryNames.fault(rawName).or(() -> EntryNames.fault(record.name()));
            }
            if (fault.isPresent()) {
                throw DistributionException.refused(origin, record.name(), fault.get());
            }
        }
    }

    private String onlyRoot() {
        if (directory.records().isEmpty()) {
            throw DistributionException.of(
                    origin, "is an empty zip archive", "give a WSO2 EI distribution zip or an unpacked home");
        }
        Set<String> tops = new TreeSet<>();
        for (CentralRecord record : directory.records()) {
            String name = record.name();
            int slash = name.indexOf('/');
            tops.add(slash < 0 ? name : name.substring(0, slash));
        }
        boolean folder =
                directory.records().stream().anyMatch(record -> record.name().indexOf('/') >= 0);
        if (tops.size() != 1 || !folder) {
            throw DistributionException.of(
                    origin,
                    "does not hold exactly one root folder but at its top "
                            + String.join(", ", tops.stream().limit(5).toList())
                            + (tops.size() > 5 ? ", ..." : ""),
                    "give a zip in which everything lies in one folder such as wso2ei-6.6.0/");
        }
        return tops.iterator().next();
    }

    private static boolean isLink(CentralRecord record) {
        return (record.unixMode() & Modes.TYPE_MASK) == Modes.LINK_TYPE;
    }

    private BaseEntry entry(CentralRecord record) throws IOException {
        String below = EntryNames.withoutSlash(record.name()).substring(root.length());
        String home = below.isEmpty() ? "" : below.substring(1);
        int ordinal = entries.size();
        int permissions = record.unixMode() & 0777;
        if (record.name().endsWith("/")) {
            int mode = permissions == 0 ? Modes.DIRECTORY : permissions;
            return new BaseEntry(ordinal, home, BaseEntry.Kind.DIRECTORY, mode, 0, record.modified(), "");
        }
        if (isLink(record)) {
            return new BaseEntry(
                    ordinal, home, BaseEntry.Kind.LINK, Modes.LINK, record.size(), record.modified(), target(record));
        }
        int mode = permissions == 0 ? Modes.ofNewFile(home) : permissions;
        return new BaseEntry(ordinal, home, BaseEntry.Kind.FILE, mode, record.size(), record.modified(), "");
    }

    private String target(CentralRecord record) throws IOException {
        if (record.size() > LONGEST_LINK) {
            throw DistributionException.refused(origin, record.name(), "is a symbolic link with an endless target");
        }
        try (InputStream content = ZipData.open(source, places.get(entries.size()), record)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Entries that share bytes are the way to build a bomb. */
    private void checkOverlaps() {
        List<Integer> order =
                new ArrayList<>(entries.stream().map(BaseEntry::ordinal).toList());
        order.sort(Comparator.comparingLong(ordinal -> places.get(ordinal).start()));
        long end = 0;
        for (int ordinal : order) {
            LocalEntry place = places.get(ordinal);
            if (place.start() < end || place.end() > directory.start()) {
                throw DistributionException.refused(
                        origin, directory.records().get(ordinal).name(), "overlaps other parts of the archive");
            }
            end = place.end();
        }
    }

    CentralRecord record(BaseEntry entry) {
        return directory.records().get(entry.ordinal());
    }

    LocalEntry place(BaseEntry entry) {
        return places.get(entry.ordinal());
    }

    ZipSource source() {
        return source;
    }

    byte[] comment() {
        return directory.comment();
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
        source.countUnpacked();
        return ZipData.open(source, place(entry), record(entry));
    }

    @Override
    public boolean keepsTimes() {
        return true;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public String contentKey(BaseEntry entry) {
        return Integer.toHexString(record(entry).crc()) + entry.link();
    }

    @Override
    public long length(BaseEntry entry) {
        return place(entry).end() - place(entry).start();
    }

    @Override
    public void requireUnchanged() throws IOException {
        source.requireUnchanged();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
