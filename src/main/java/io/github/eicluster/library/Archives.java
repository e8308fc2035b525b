package io.github.eicluster.library;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.product.Home;
import io.github.eicluster.product.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks into archives, into each once, however many nodes hold it. */
final class Archives {

    private static final List<String> JAR_FOLDERS = List.of(Layout.LIB, Layout.DROPINS, Layout.EXTENSIONS);

    private final Home base;
    private final Map<Path, Optional<JarFacts>> jars = new HashMap<>();
    private final Map<Path, Optional<CarFacts>> cars = new HashMap<>();
    private Map<String, JarFacts> baseJars;
    private Map<String, CarFacts> baseCars;

    Archives(Home base) {
        this.base = base;
    }

    /** Whether the server loads classes from a jar at this path. */
    static boolean isJar(String path) {
        return path.endsWith(".jar") && JAR_FOLDERS.contains(folder(path));
    }

    /** Whether the server deploys a Carbon application from this path. */
    static boolean isCar(String path) {
        return path.endsWith(".car") && folder(path).equals(Layout.CARBON_APPS);
    }

    static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** A jar on this machine; nothing if it is no zip archive. */
    Optional<JarFacts> jar(Path file) {
        return jars.computeIfAbsent(file, path -> read(path, JarFacts::wanted).map(JarFacts::of));
    }

    /** A Carbon application on this machine; nothing if it is no zip archive. */
    Optional<CarFacts> car(Path file) {
        return cars.computeIfAbsent(file, path -> read(path, CarFacts::wanted).map(CarFacts::of));
    }

    /** The jars of the distribution by path; one that cannot be read says nothing. */
    Map<String, JarFacts> baseJars() {
        if (baseJars == null) {
            baseJars = new LinkedHashMap<>();
            base.files().stream()
                    .filter(Archives::isJar)
                    .forEach(path -> baseJars.put(path, JarFacts.of(scan(path, JarFacts::wanted))));
        }
        return baseJars;
    }

    /** The Carbon applications of the distribution by path. */
    Map<String, CarFacts> baseCars() {
        if (baseCars == null) {
            baseCars = new LinkedHashMap<>();
            base.files().stream()
                    .filter(Archives::isCar)
                    .forEach(path -> baseCars.put(path, CarFacts.of(scan(path, CarFacts::wanted))));
        }
        return baseCars;
    }

    private static Optional<ZipScan> read(Path file, Predicate<String> wanted) {
        try {
            return Optional.of(ZipScan.of(file, wanted));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private ZipScan scan(String path, Predicate<String> wanted) {
        try {
            Optional<InputStream> content = base.stream(path);
            return content.isPresent() ? ZipScan.of(content.get(), wanted) : ZipScan.EMPTY;
        } catch (IOException | ClusterException e) {
            return ZipScan.EMPTY;
        }
    }
}
