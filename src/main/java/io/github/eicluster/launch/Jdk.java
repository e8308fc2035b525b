package io.github.eicluster.launch;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.product.EiVersion;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDK on this machine.
 *
 * @param home its directory
 * @param feature its feature release, such as 8 or 11; empty if its file {@code release} does not tell
 */
public record Jdk(Path home, OptionalInt feature) {

    private static final Pattern VERSION = Pattern.compile("\"?(?:1\\.)?(\\d{1,3}).*");

    /** What the start scripts of the vendor print for a JDK that they do not know; a script without it has no such check. */
    private static final String SCRIPT_CHECK = "supported only on JDK";

    /**
     * Looks at a JDK.
     *
     * @param home its directory
     * @param where where it is named, for the message
     * @return the JDK
     * @throws ClusterException if there is no program {@code bin/java} in it
     */
    public static Jdk of(Path home, String where) {
        boolean runs =
                Files.isExecutable(home.resolve("bin/java")) || Files.isRegularFile(home.resolve("bin/java.exe"));
        if (!runs) {
            throw new ClusterException(where + ": '" + home
                    + "' holds no bin/java that can be run. Give the directory of a JDK on this machine.");
        }
        return new Jdk(home, feature(home.resolve("release")));
    }

    private static OptionalInt feature(Path release) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return OptionalInt.empty();
        }
        Matcher version = VERSION.matcher(properties.getProperty("JAVA_VERSION", ""));
        return version.matches() ? OptionalInt.of(Integer.parseInt(version.group(1))) : OptionalInt.empty();
    }

    /**
     * Tells why a node cannot run on this JDK.
     *
     * @param version version of EI
     * @param script text of its start script
     * @return a sentence; empty if it can, or the script does not care
     */
    public Optional<String> mistake(EiVersion version, String script) {
        if (!script.contains(SCRIPT_CHECK) || feature.isEmpty() || version.runsOnJava(feature.getAsInt())) {
            return Optional.empty();
        }
        return Optional.of("'" + home + "' is a JDK " + feature.getAsInt() + ", and EI " + version + " runs on Java "
                + EiVersion.OLDEST_JAVA + " to " + version.newestJava() + " (EIC506). Name another JDK.");
    }
}
