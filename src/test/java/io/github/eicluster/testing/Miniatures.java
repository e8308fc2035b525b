package io.github.eicluster.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The miniature distributions that the build makes from {@code src/miniature} before the tests. */
public final class Miniatures {

    /** Versions of which there is a whole miniature, one per shape and before the inner key store came. */
    public static final List<String> VERSIONS = List.of("6.0.0", "6.4.0", "6.6.0");

    /** SHA-256 fingerprint of the certificate in every miniature's {@code wso2carbon.jks}: their published key. */
    public static final String KEY =
            "C3:04:B5:D8:B7:04:56:15:1A:95:FF:07:F2:50:C2:65:02:4A:D3:40:E9:6F:11:87:82:A1:D4:0C:9F:DD:0A:C9";

    private static final Path DIRECTORY = Path.of(System.getProperty("miniature.directory", "target/miniature"))
            .toAbsolutePath();

    private Miniatures() {}

    /**
     * A distribution archive.
     *
     * @param version one of {@link #VERSIONS}, or 7.1.0, which no plugin supports
     * @return {@code wso2ei-<version>.zip}
     */
    public static Path archive(String version) {
        return existing("wso2ei-" + version + ".zip");
    }

    /**
     * An unpacked distribution; tests do not write there.
     *
     * @param version as for {@link #archive}
     * @return a directory {@code wso2ei-<version>}
     */
    public static Path home(String version) {
        return existing("homes/wso2ei-" + version);
    }

    /**
     * A distribution that can be started: the miniature integrator.
     *
     * @param version 6.4.0 or 6.6.0
     * @return {@code wso2ei-<version>.zip}, some 20 MB
     */
    public static Path runnable(String version) {
        return existing("runnable/wso2ei-" + version + ".zip");
    }

    /** {@return the update pack {@code wso2ei-6.4.0+x.zip}, whose root folder is {@code wso2ei-6.4.0}} */
    public static Path updatePack() {
        return existing("wso2ei-6.4.0+x.zip");
    }

    /** {@return an archive that holds something else than EI} */
    public static Path notADistribution() {
        return existing("not-a-distribution.zip");
    }

    /**
     * A distribution with a peculiarity.
     *
     * @param name hazelcast-xml, used, keystores, no-clustering, clustered (all 6.6.0) or foreign (6.4.0)
     * @return the archive
     */
    public static Path variant(String name) {
        return existing("variants/" + name + ".zip");
    }

    /**
     * The same, unpacked; tests do not write there.
     *
     * @param name as for {@link #variant}
     * @return the home
     */
    public static Path variantHome(String name) {
        return existing("variants/" + name + "/wso2ei-" + ("foreign".equals(name) ? "6.4.0" : "6.6.0"));
    }

    private static Path existing(String name) {
        Path path = DIRECTORY.resolve(name);
        if (!Files.exists(path)) {
            throw new IllegalStateException(
                    path + " is missing. Run 'mvn generate-test-resources' first, which makes the miniatures.");
        }
        return path;
    }
}
