package io.github.eicluster.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Homes with the vendor's own files, which are not part of the project. */
public final class StockHomes {

    private static final String PROPERTY = "ei-cluster.test.stock";

    private StockHomes() {}

    /** {@return the unpacked homes, oldest first; none if the system property does not name their folder} */
    public static List<Path> found() {
        String folder = System.getProperty(PROPERTY, "");
        if (folder.isBlank()) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(Path.of(folder))) {
            return homes.filter(home -> home.getFileName().toString().startsWith("wso2ei-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the miniatures' homes, and the real ones if they are there} */
    public static List<Path> withMiniatures() {
        return Stream.concat(Miniatures.VERSIONS.stream().map(Miniatures::home), found().stream())
                .toList();
    }

    /** {@return the unpacked homes; the test is skipped, and says so, if there are none} */
    public static List<Path> all() {
        List<Path> found = found();
        Assumptions.assumeFalse(found.isEmpty(), "skipped: -D" + PROPERTY + " is not given");
        return found;
    }
}
