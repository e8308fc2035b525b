package io.github.eicluster.verify.balancer;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.verify.home.CannotCheck;
import io.github.eicluster.verify.home.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a load balancer: nginx or HAProxy. */
public final class BalancerView {

    private static final int LARGEST = 2 << 20;
    private static final int MOST_FILES = 2000;

    private final Map<String, byte[]> files;
    private final List<Directive> directives = new ArrayList<>();
    private final List<CannotCheck> unreadable = new ArrayList<>();
    private final List<Pool> pools;
    private final List<Front> fronts;
    private final boolean nginx;

    private BalancerView(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
        boolean haproxy = this.files.keySet().stream().anyMatch(name -> name.endsWith(".cfg"));
        this.nginx = !haproxy;
        this.files.forEach(this::parse);
        this.pools = haproxy ? HaproxyReading.pools(directives) : NginxReading.pools(directives);
        this.fronts = haproxy ? HaproxyReading.fronts(directives, pools) : NginxReading.fronts(directives, pools);
    }

    /**
     * Reads files.
     *
     * @param files content by path below the folder of the load balancer
     * @return what they say
     */
    public static BalancerView of(Map<String, byte[]> files) {
        return new BalancerView(files);
    }

    /**
     * Reads a folder with all folders in it.
     *
     * @param folder such as a copy of {@code /etc/nginx}
     * @return what its files say
     * @throws ClusterException if it is no folder, cannot be read or holds no configuration file
     */
    public static BalancerView read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ClusterException("'" + folder
                    + "' is no directory; give the directory with the files of nginx (*.conf) or HAProxy (*.cfg).");
        }
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder, 8)) {
            for (Path file : walk.filter(Files::isRegularFile).limit(MOST_FILES).toList()) {
                if (Files.size(file) <= LARGEST) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new ClusterException("'" + folder + "' cannot be read: " + e.getMessage() + "; give read access.", e);
        }
        if (files.keySet().stream().noneMatch(BalancerView::configures)) {
            throw new ClusterException(
                    "'" + folder + "' holds no file of a load balancer; give a directory with *.conf or *.cfg files.");
        }
        return new BalancerView(files);
    }

    private static boolean configures(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.endsWith(".conf")
                || path.endsWith(".cfg")
                || path.startsWith("sites-enabled/")
                || (!name.contains(".") && path.contains("sites-enabled/"));
    }

    private void parse(String path, byte[] content) {
        if (!configures(path) || (!nginx && !path.endsWith(".cfg"))) {
            return;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        try {
            directives.addAll(nginx ? new NginxParser(path, text).parse() : HaproxyParser.parse(path, text));
        } catch (CannotCheck e) {
            unreadable.add(e);
        }
    }

    /** {@return whether it is nginx; else it is HAProxy} */
    public boolean nginx() {
        return nginx;
    }

    /** {@return directives and sections of all files, outermost level} */
    public List<Directive> directives() {
        return List.copyOf(directives);
    }

    /** {@return directives of all levels} */
    public List<Directive> all() {
        return directives.stream().flatMap(top -> top.descendants().stream()).toList();
    }

    /** {@return files that could not be read} */
    public List<CannotCheck> unreadable() {
        return List.copyOf(unreadable);
    }

    /** {@return upstreams or backends} */
    public List<Pool> pools() {
        return pools;
    }

    /** {@return virtual servers or frontends, one for each pool behind them} */
    public List<Front> fronts() {
        return fronts;
    }

    /**
     * The text of a file.
     *
     * @param path path below the folder
     * @return its text
     */
    public Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Finds a file of the machine, such as a certificate, if a copy lies in the folder.
     *
     * @param path path on the machine
     * @return path below the folder and content
     */
    public Optional<Map.Entry<String, byte[]>> copyOf(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return files.entrySet().stream()
                .filter(file -> file.getKey().equals(name) || file.getKey().endsWith("/" + name))
                .findFirst();
    }

    /** {@return the place of the balancer as a whole} */
    public static Place place() {
        return new Place("", "", 0, "");
    }
}
