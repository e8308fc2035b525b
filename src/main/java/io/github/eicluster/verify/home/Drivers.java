package io.github.eicluster.verify.home;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The JDBC drivers in {@code lib/} and {@code dropins/} of a node. Known jars are told by their names; only others of a
 * driver's size are looked into, and no class is loaded.
 */
public final class Drivers {

    private static final int MOST_ENTRIES = 20_000;
    private static final long LARGEST = 64L << 20;

    /** Names of jars by the beginning of the class name. */
    private static final Map<String, Pattern> NAMES = Map.of(
            "com.mysql.", Pattern.compile("mysql-connector.*\\.jar"),
            "org.mariadb.", Pattern.compile("mariadb-java-client.*\\.jar"),
            "org.postgresql.", Pattern.compile("postgresql.*\\.jar"),
            "oracle.jdbc.", Pattern.compile("ojdbc.*\\.jar"),
            "com.microsoft.sqlserver.", Pattern.compile("(?:mssql-jdbc|sqljdbc).*\\.jar"),
            "com.ibm.db2.", Pattern.compile("(?:db2jcc|jcc).*\\.jar"),
            "org.h2.", Pattern.compile("h2[-_.].*\\.jar"));

    private static final Pattern CONNECTOR = Pattern.compile("mysql-connector-(?:java|j)[-_](\\d+)\\..*\\.jar");

    private final NodeHome home;

    private Drivers(NodeHome home) {
        this.home = home;
    }

    /**
     * The drivers of a node.
     *
     * @param home the node
     * @return its drivers
     */
    public static Drivers of(NodeHome home) {
        return new Drivers(home);
    }

    /**
     * Finds the jars that hold a class.
     *
     * @param className name of a driver class
     * @return their paths below the home
     */
    public List<String> jars(String className) {
        return home.once("driver " + className, () -> {
            List<String> byName = jars().stream()
                    .filter(path -> NAMES.entrySet().stream()
                            .anyMatch(known -> className.startsWith(known.getKey())
                                    && known.getValue().matcher(name(path)).matches()))
                    .toList();
            return byName.isEmpty() ? byContent(className) : byName;
        });
    }

    private List<String> byContent(String className) {
        String wanted = className.replace('.', '/') + ".class";
        List<String> found = new ArrayList<>();
        for (String path : jars()) {
            if (home.size(path).orElse(0) <= LARGEST && holds(path, wanted)) {
                found.add(path);
            }
        }
        return found;
    }

    private boolean holds(String path, String wanted) {
        try (InputStream in = home.stream(path).orElseThrow(() -> new IOException("it is gone"));
                ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry entry = zip.getNextEntry();
            for (int count = 0; entry != null && count < MOST_ENTRIES; count++) {
                if (entry.getName().equals(wanted)) {
                    return true;
                }
                entry = zip.getNextEntry();
            }
            return false;
        } catch (IOException | ClusterException | IllegalArgumentException e) {
            return false; // no jar that a server could read either
        }
    }

    /** {@return the major version of MySQL's Connector/J, told by the name of its jar} */
    public Optional<Integer> connector() {
        return jars().stream()
                .map(path -> CONNECTOR.matcher(name(path)))
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .findFirst();
    }

    private List<String> jars() {
        return home.files().stream()
                .filter(path -> path.endsWith(".jar") && path.matches("(?:lib|dropins)/[^/]+"))
                .toList();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
