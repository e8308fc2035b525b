package io.github.eicluster.verify.home;

import io.github.eicluster.archive.Distribution;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A node in a zip archive, which is read in place. */
public final class ArchiveFiles implements NodeFiles {

    private final Distribution distribution;

    private ArchiveFiles(Distribution distribution) {
        this.distribution = distribution;
    }

    /**
     * Opens an archive.
     *
     * @param archive a zip with one root folder
     * @return its files
     * @throws io.github.eicluster.archive.DistributionException if it is missing, damaged or hostile
     */
    public static ArchiveFiles open(Path archive) {
        return new ArchiveFiles(Distribution.open(archive));
    }

    @Override
    public String origin() {
        return distribution.origin();
    }

    @Override
    public List<String> files() {
        return distribution.files();
    }

    @Override
    public OptionalLong size(String path) {
        return distribution.size(path);
    }

    @Override
    public OptionalInt mode(String path) {
        return distribution.mode(path);
    }

    @Override
    public Optional<InputStream> open(String path) {
        return distribution.stream(path);
    }

    @Override
    public boolean packed() {
        return true;
    }

    @Override
    public void close() {
        distribution.close();
    }
}
