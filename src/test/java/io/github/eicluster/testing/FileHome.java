package io.github.eicluster.testing;

import io.github.eicluster.product.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A home that holds nothing but what a test puts there. */
public final class FileHome implements Home {

    private final Path folder;
    private final TreeSet<String> files = new TreeSet<>();

    /**
     * An empty home.
     *
     * @param folder where its files are written
     */
    public FileHome(Path folder) {
        this.folder = folder;
    }

    /** {@return the same with an archive} */
    public FileHome put(String path, TestArchives archive) {
        archive.write(folder.resolve(path));
        files.add(path);
        return this;
    }

    /** {@return a new text file} */
    public Path text(String path, String content) {
        try {
            files.add(path);
            Files.createDirectories(folder.resolve(path).getParent());
            return Files.writeString(folder.resolve(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String origin() {
        return "base";
    }

    @Override
    public String root() {
        return "wso2ei";
    }

    @Override
    public List<String> files() {
        return List.copyOf(files);
    }

    @Override
    public Optional<byte[]> read(String path) {
        try {
            return files.contains(path) ? Optional.of(Files.readAllBytes(folder.resolve(path))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
