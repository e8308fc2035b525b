package io.github.eicluster.testing;

import io.github.eicluster.model.Coordinates;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The JDBC drivers of Maven Central that the build has copied for the tests. */
public final class RealDrivers {

    private static final Path DIRECTORY =
            Path.of(System.getProperty("driver.directory", "target/drivers")).toAbsolutePath();

    private RealDrivers() {}

    /**
     * The file of a driver.
     *
     * @param artifact coordinates of a driver that the plugin packs by default
     * @return the jar
     */
    public static Path file(Coordinates artifact) {
        Path file = DIRECTORY.resolve(artifact.fileName());
        Assumptions.assumeTrue(
                Files.isDirectory(DIRECTORY), "skipped: run 'mvn generate-test-resources', which copies the drivers");
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is missing: pom.xml has to copy " + artifact.text());
        }
        return file;
    }
}
