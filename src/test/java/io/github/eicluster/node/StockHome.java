package io.github.eicluster.node;

import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Home;
import io.github.eicluster.testing.StockHomes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real home, unpacked on disk; the folder of all of them is given by {@code -Dei-cluster.test.stock}. */
record StockHome(Path directory) implements Home {

    /** All homes, oldest first; the test is skipped if none are given. */
    static List<StockHome> all() {
        return StockHomes.all().stream().map(StockHome::new).toList();
    }

    EiVersion version() {
        return EiVersion.parse(root().substring("wso2ei-".length()));
    }

    @Override
    public String origin() {
        return root();
    }

    @Override
    public String root() {
        return directory.getFileName().toString();
    }

    @Override
    public List<String> files() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(path -> directory.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> read(String path) {
        Path file = directory.resolve(path);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return root();
    }
}
