package io.github.eicluster.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.engine.DatabaseEngine;
import io.github.eicluster.engine.JdbcDriver;
import io.github.eicluster.testing.RealDrivers;
import io.github.eicluster.testing.TestArtifacts;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The drivers that are packed by default, as they are on Maven Central. */
class UsualDriversTest {

    private static final int JAVA_8 = 52;

    static Stream<JdbcDriver> drivers() {
        return Stream.of(DatabaseEngine.values())
                .flatMap(engine -> Stream.of(engine.driver(Optional.empty()), engine.driver(Optional.of("5.7"))))
                .filter(driver -> driver.coordinates().isPresent())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void theArtifactHoldsTheClassInAFormThatJava8Loads(JdbcDriver driver) throws IOException {
        Path jar =
                RealDrivers.file(TestArtifacts.coordinates(driver.coordinates().orElseThrow()));

        JarFacts facts = JarFacts.of(ZipScan.of(jar, JarFacts::wanted));

        assertThat(facts.holds(driver.className())).isTrue();
        assertThat(facts.drivers()).contains(driver.className());
        try (FileSystem zip = FileSystems.newFileSystem(jar);
                DataInputStream type = new DataInputStream(
                        Files.newInputStream(zip.getPath(driver.className().replace('.', '/') + ".class")))) {
            type.readInt();
            type.readUnsignedShort();
            assertThat(type.readUnsignedShort()).isLessThanOrEqualTo(JAVA_8);
        }
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void bothWaysOfReadingAnArchiveSeeTheSame(JdbcDriver driver) throws IOException {
        Path jar =
                RealDrivers.file(TestArtifacts.coordinates(driver.coordinates().orElseThrow()));

        assertThat(JarFacts.of(ZipScan.of(Files.newInputStream(jar), JarFacts::wanted)))
                .isEqualTo(JarFacts.of(ZipScan.of(jar, JarFacts::wanted)));
    }
}
