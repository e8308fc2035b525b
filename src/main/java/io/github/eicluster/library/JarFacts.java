package io.github.eicluster.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * What is known of a jar from its inside.
 *
 * @param names names of all files
 * @param artifacts the Maven artifacts that it says to be; several if it was made of several
 * @param drivers JDBC drivers that it announces
 * @param bundle whether it is an OSGi bundle
 */
record JarFacts(Set<String> names, List<Artifact> artifacts, Set<String> drivers, boolean bundle) {

    /** A jar that cannot be read says nothing. */
    static final JarFacts UNKNOWN = new JarFacts(Set.of(), List.of(), Set.of(), false);

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String DRIVERS = "META-INF/services/java.sql.Driver";
    private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    JarFacts {
        names = Set.copyOf(names);
        artifacts = List.copyOf(artifacts);
        drivers = Set.copyOf(drivers);
    }

    /** A Maven artifact by what {@code pom.properties} says. */
    record Artifact(String groupId, String artifactId, String version) {}

    static boolean wanted(String name) {
        return name.equals(MANIFEST)
                || name.equals(DRIVERS)
                || POM.matcher(name).matches();
    }

    static JarFacts of(ZipScan zip) {
        List<Artifact> artifacts = new ArrayList<>();
        for (String name : new TreeSet<>(zip.contents().keySet())) {
            if (POM.matcher(name).matches()) {
                artifact(zip.contents().get(name)).ifPresent(artifacts::add);
            }
        }
        return new JarFacts(zip.names(), artifacts, drivers(zip), bundle(zip));
    }

    /** {@return whether the jar holds a class} */
    boolean holds(String className) {
        return names.contains(className.replace('.', '/') + ".class");
    }

    private static Optional<Artifact> artifact(byte[] content) {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(content));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        String group = properties.getProperty("groupId", "").strip();
        String artifact = properties.getProperty("artifactId", "").strip();
        return group.isEmpty() || artifact.isEmpty()
                ? Optional.empty()
                : Optional.of(new Artifact(
                        group, artifact, properties.getProperty("version", "").strip()));
    }

    private static Set<String> drivers(ZipScan zip) {
        byte[] content = zip.contents().getOrDefault(DRIVERS, new byte[0]);
        Set<String> drivers = new LinkedHashSet<>();
        new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(drivers::add);
        return drivers;
    }

    private static boolean bundle(ZipScan zip) {
        try {
            Manifest manifest =
                    new Manifest(new ByteArrayInputStream(zip.contents().getOrDefault(MANIFEST, new byte[0])));
            return manifest.getMainAttributes().getValue("Bundle-SymbolicName") != null;
        } catch (IOException e) {
            return false;
        }
    }
}
