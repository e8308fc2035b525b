package io.github.eicluster.verify.home;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.model.ClusterException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** A node that is planned but not packed: its changed files over the distribution, which stays open. */
public final class LayeredFiles implements NodeFiles {

    private final Distribution base;
    private final Map<String, byte[]> changed;
    private final Map<String, Path> copied;
    private final Set<String> excluded;

    /**
     * Lays files over a distribution.
     *
     * @param base the distribution; it is not closed with this
     * @param changed content by path below the home
     * @param copied files of the build machine by path below the home, where nothing is changed
     * @param excluded files of the base that are left out
     */
    public LayeredFiles(
            Distribution base, Map<String, byte[]> changed, Map<String, Path> copied, Set<String> excluded) {
        this.base = base;
        this.changed = new TreeMap<>(changed);
        this.copied = new TreeMap<>(copied);
        this.excluded = Set.copyOf(excluded);
    }

    @Override
    public String origin() {
        return base.origin();
    }

    @Override
    public List<String> files() {
        Set<String> all = new LinkedHashSet<>(base.files());
        all.removeAll(excluded);
        all.addAll(changed.keySet());
        all.addAll(copied.keySet());
        return List.copyOf(all);
    }

    @Override
    public OptionalLong size(String path) {
        byte[] own = changed.get(path);
        if (own != null) {
            return OptionalLong.of(own.length);
        }
        Path copy = copied.get(path);
        if (copy != null) {
            return OptionalLong.of(length(copy));
        }
        return hidden(path) ? OptionalLong.empty() : base.size(path);
    }

    @Override
    public OptionalInt mode(String path) {
        return hidden(path) ? OptionalInt.empty() : base.mode(path);
    }

    @Override
    public Optional<InputStream> open(String path) {
        byte[] own = changed.get(path);
        if (own != null) {
            return Optional.of(new ByteArrayInputStream(own));
        }
        Path copy = copied.get(path);
        if (copy != null) {
            return Optional.of(opened(copy));
        }
        return hidden(path) ? Optional.empty() : base.stream(path);
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new ClusterException(file + " cannot be read: " + e.getMessage() + "; give read access.", e);
        }
    }

    private static InputStream opened(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new ClusterException(file + " cannot be read: " + e.getMessage() + "; give read access.", e);
        }
    }

    private boolean hidden(String path) {
        return excluded.contains(path);
    }

    @Override
    public void close() {
        // The distribution belongs to whoever opened it.
    }
}
