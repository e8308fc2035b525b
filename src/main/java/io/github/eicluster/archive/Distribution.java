package io.github.eicluster.archive;

import io.github.eicluster.product.Home;
import io.github.eicluster.product.Layout;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A distribution to read from and to build nodes on: a zip archive with one root folder, or an unpacked home. The name of
 * the root folder is taken from inside; the file name is never parsed. Hostile archives are refused when they are opened.
 */
public final class Distribution implements Home, Closeable {

    /** Files that are read whole are configuration; 64 MB is far above all of them. */
    private static final long LARGEST_READ = 64L << 20;

    private final String origin;
    private final Base base;
    private final Map<String, BaseEntry> byPath;
    private final List<String> files;
    private final Links links;

    private Distribution(String origin, Base base) {
        this.origin = origin;
        this.base = base;
        this.links = EntryChecks.check(origin, base.entries());
        this.byPath = new LinkedHashMap<>();
        base.entries().forEach(entry -> byPath.put(entry.path(), entry));
        this.files = byPath.values().stream()
                .filter(entry -> !entry.isDirectory())
                .map(BaseEntry::path)
                .toList();
    }

    private Distribution(Distribution checked, Base base) {
        this.origin = checked.origin;
        this.base = base;
        this.byPath = checked.byPath;
        this.files = checked.files;
        this.links = checked.links;
    }

    /**
     * Opens a distribution.
     *
     * @param path a zip archive or an unpacked home; relative paths are relative to the working directory
     * @return the distribution; close it after use
     * @throws DistributionException if it is missing, unreadable, no zip, empty, without a single root folder, damaged or
     *     hostile; the message names the path as given
     */
    public static Distribution open(Path path) {
        String origin = path.toString();
        if (!Files.exists(path)) {
            throw DistributionException.of(
                    origin, "does not exist", "give the path of a WSO2 EI distribution zip or of an unpacked home");
        }
        try {
            return open(path, origin);
        } catch (AccessDeniedException e) {
            throw new DistributionException(
                    "'" + origin + "' cannot be read (no access to " + e.getFile()
                            + "); give the user who runs the build read access.",
                    e);
        } catch (IOException e) {
            throw new DistributionException(
                    "'" + origin + "' cannot be read: " + e.getMessage() + "; give a sound WSO2 EI distribution.", e);
        }
    }

    /**
     * Opens a distribution that was opened before, and may be closed by now. A zip archive of the same size, time and file
     * key is not checked again, which is most of the work.
     *
     * @param path the same path
     * @param earlier the distribution as it was opened
     * @return the distribution; close it after use
     * @throws DistributionException as {@link #open(Path)}
     */
    public static Distribution reopen(Path path, Distribution earlier) {
        if (!earlier.origin.equals(path.toString()) || !(earlier.base instanceof ZipBase zip)) {
            return open(path);
        }
        try {
            ZipBase base = zip.again();
            return base.identity().equals(zip.identity())
                    ? new Distribution(earlier, base)
                    : checked(path.toString(), base);
        } catch (IOException e) {
            return open(path); // says what is wrong
        }
    }

    private static Distribution open(Path path, String origin) throws IOException {
        if (Files.isDirectory(path)) {
            return new Distribution(origin, new DirectoryBase(path, origin));
        }
        if (Files.size(path) == 0) {
            throw DistributionException.of(
                    origin, "is an empty file", "give a WSO2 EI distribution zip or an unpacked home");
        }
        return checked(origin, ZipBase.open(path, origin));
    }

    private static Distribution checked(String origin, Base base) throws IOException {
        boolean opened = false;
        try {
            Distribution distribution = new Distribution(origin, base);
            opened = true;
            return distribution;
        } finally {
            if (!opened) {
                base.close();
            }
        }
    }

    /**
     * Makes sure that this is an EI at all.
     *
     * @throws DistributionException if configuration files of the integrator profile are missing; the message names them
     */
    public void requireEi() {
        List<String> looked = List.of(Layout.VERSION_TXT, Layout.CARBON, Layout.AXIS2);
        List<String> missing =
                looked.stream().filter(path -> file(path).isEmpty()).toList();
        if (missing.isEmpty() || missing.equals(List.of(Layout.VERSION_TXT))) {
            return;
        }
        throw DistributionException.of(
                origin,
                "is not a WSO2 EI distribution: " + String.join(", ", missing)
                        + (missing.size() == 1 ? " is" : " are") + " missing below " + root() + "/ (looked for "
                        + String.join(", ", looked) + ")",
                "give a WSO2 EI 6.0.0 to 6.6.0 pack");
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public String root() {
        return base.root();
    }

    @Override
    public List<String> files() {
        return files;
    }

    @Override
    public Optional<byte[]> read(String path) {
        Optional<BaseEntry> found = file(path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        BaseEntry entry = found.get();
        if (entry.size() > LARGEST_READ) {
            throw DistributionException.of(
                    origin,
                    "holds " + path + " with " + entry.size() + " bytes, but files of more than 64 MB are not edited",
                    "take that file out of the edits or overlays");
        }
        try (InputStream content = base.open(entry)) {
            // A file of a directory may have grown since.
            byte[] bytes = content.readNBytes((int) LARGEST_READ + 1);
            if (bytes.length > LARGEST_READ) {
                throw new IOException("more than 64 MB");
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Opens one file of any size.
     *
     * @param path path below the home
     * @return its content, to be closed by the caller, or empty if there is no such file
     * @throws DistributionException if it cannot be read
     */
    @Override
    public Optional<InputStream> stream(String path) {
        Optional<BaseEntry> found = file(path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(base.open(found.get()));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Gives the Unix permission bits of a file or folder.
     *
     * @param path path below the home
     * @return such as {@code 0755}; a usual value where the base knows none; empty if there is no such entry
     */
    public OptionalInt mode(String path) {
        BaseEntry entry = byPath.get(path);
        return entry == null ? OptionalInt.empty() : OptionalInt.of(entry.mode());
    }

    /**
     * Gives the size of a file without reading it.
     *
     * @param path path below the home
     * @return bytes of its content as the base says, or empty if there is no such file
     */
    public OptionalLong size(String path) {
        Optional<BaseEntry> found = file(path);
        return found.isPresent() ? OptionalLong.of(found.get().size()) : OptionalLong.empty();
    }

    private DistributionException unreadable(String path, IOException e) {
        return new DistributionException(
                "'" + origin + "': " + path + " cannot be read: " + e.getMessage()
                        + "; download the distribution again.",
                e);
    }

    private Optional<BaseEntry> file(String path) {
        return links.resolve(path).map(byPath::get).filter(entry -> entry.kind() == BaseEntry.Kind.FILE);
    }

    Base base() {
        return base;
    }

    @Override
    public void close() {
        try {
            base.close();
        } catch (IOException e) {
            throw new DistributionException(
                    "'" + origin + "' cannot be closed: " + e.getMessage() + "; check the file system.", e);
        }
    }
}
