package io.github.eicluster.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {

    @TempDir
    Path temp;

    private static void assertRefused(Path path, String message) {
        assertThatThrownBy(() -> Distribution.open(path).close())
                .isInstanceOf(DistributionException.class)
                .hasMessageStartingWith("'" + path + "' " + message)
                .hasMessageMatching(".*; .*\\.");
    }

    private Path ei(String fileName) throws IOException {
        return Zips.write(temp.resolve(fileName), zip -> {
            Zips.folder(zip, "wso2ei-6.4.0/");
            Zips.put(zip, "wso2ei-6.4.0/conf/carbon.xml", "carbon");
            Zips.put(zip, "wso2ei-6.4.0/bin/version.txt", "WSO2 Enterprise Integrator v6.4.0");
            Zips.put(zip, "wso2ei-6.4.0/conf/axis2/axis2.xml", "axis2");
        });
    }

    @Test
    void takesTheRootFromInsideAndNotFromTheFileName() throws IOException {
        Path path = ei("wso2ei-6.4.0+x.zip");

        try (Distribution distribution = Distribution.open(path)) {
            assertThat(distribution.root()).isEqualTo("wso2ei-6.4.0");
            assertThat(distribution.origin()).isEqualTo(path.toString());
        }
    }

    @Test
    void listsTheFilesOfAZipInItsOrder() throws IOException {
        try (Distribution distribution = Distribution.open(ei("x.zip"))) {
            assertThat(distribution.files())
                    .containsExactly("conf/carbon.xml", "bin/version.txt", "conf/axis2/axis2.xml");
            assertThat(distribution.read("conf/carbon.xml"))
                    .hasValueSatisfying(
                            bytes -> assertThat(bytes).asString(UTF_8).isEqualTo("carbon"));
            assertThat(distribution.read("conf")).isEmpty();
            assertThat(distribution.read("conf/none.xml")).isEmpty();
            assertThat(distribution.read("../x.zip")).isEmpty();
            assertThat(distribution.mode("conf/carbon.xml")).isEqualTo(OptionalInt.of(0644));
            assertThat(distribution.mode("none")).isEmpty();
        }
    }

    @Test
    void readsAnUnpackedHomeSorted() throws IOException {
        Path home = Files.createDirectories(temp.resolve("wso2ei-6.6.0"));
        for (String name : new String[] {"z.txt", "conf/a.xml", "conf-old/a.xml", "a.txt"}) {
            Files.createDirectories(home.resolve(name).getParent());
            Files.writeString(home.resolve(name), name);
        }
        Files.createSymbolicLink(home.resolve("link.txt"), Path.of("conf/a.xml"));

        try (Distribution distribution = Distribution.open(home)) {
            assertThat(distribution.root()).isEqualTo("wso2ei-6.6.0");
            assertThat(distribution.files())
                    .containsExactly("a.txt", "conf-old/a.xml", "conf/a.xml", "link.txt", "z.txt");
            assertThat(distribution.read("link.txt"))
                    .hasValueSatisfying(
                            bytes -> assertThat(bytes).asString(UTF_8).isEqualTo("conf/a.xml"));
        }
    }

    @Test
    void refusesAHomeWithALinkThatLeavesIt() throws IOException {
        Path home = Files.createDirectories(temp.resolve("home"));
        Files.createSymbolicLink(home.resolve("logs"), Path.of("../elsewhere"));

        assertRefused(home, "is refused: its entry 'logs' is a symbolic link that leaves the root folder");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertRefused(temp.resolve("none.zip"), "does not exist");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused(Files.createFile(temp.resolve("x.zip")), "is an empty file");
    }

    @Test
    void refusesAnEmptyZip() throws IOException {
        assertRefused(Zips.write(temp.resolve("x.zip"), zip -> {}), "is an empty zip archive");
    }

    @Test
    void refusesAnEmptyDirectory() throws IOException {
        assertRefused(Files.createDirectory(temp.resolve("home")), "is an empty directory");
    }

    @Test
    void refusesATextFile() throws IOException {
        Path path = temp.resolve("x.zip");
        Files.writeString(path, "<html>Please sign in</html>");

        assertRefused(path, "is neither a directory nor a whole zip archive");
    }

    @Test
    void refusesATruncatedZip() throws IOException {
        byte[] whole = Files.readAllBytes(ei("x.zip"));
        Path path = temp.resolve("short.zip");

        for (int length = 1; length < whole.length; length += 7) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertRefused(path, "is neither a directory nor a whole zip archive");
        }
    }

    @Test
    void refusesTwoRoots() throws IOException {
        Path path = Zips.write(temp.resolve("x.zip"), zip -> {
            Zips.put(zip, "one/a", "");
            Zips.put(zip, "two/a", "");
        });

        assertRefused(path, "does not hold exactly one root folder but at its top one, two");
    }

    @Test
    void refusesFilesWithoutARoot() throws IOException {
        Path path = Zips.write(temp.resolve("x.zip"), zip -> Zips.put(zip, "carbon.xml", ""));

        assertRefused(path, "does not hold exactly one root folder but at its top carbon.xml");
    }

    @Test
    void refusesToReadMoreThan64Megabytes() throws IOException {
        Path path = Zips.write(temp.resolve("x.zip"), zip -> {
            zip.setLevel(1);
            Zips.put(zip, "root/big", Zips.FILE | 0644, new byte[(64 << 20) + 1]);
        });

        try (Distribution distribution = Distribution.open(path)) {
            assertThatThrownBy(() -> distribution.read("big"))
                    .isInstanceOf(DistributionException.class)
                    .hasMessageContaining("big with 67108865 bytes");
        }
    }

    @Test
    void knowsAnEi() throws IOException {
        try (Distribution distribution = Distribution.open(ei("x.zip"))) {
            assertThatCode(distribution::requireEi).doesNotThrowAnyException();
        }
    }

    @Test
    void saysWhatAnEiWouldHave() throws IOException {
        Path path = Zips.write(temp.resolve("x.zip"), zip -> {
            Zips.put(zip, "wso2ei-6.6.0/conf/carbon.xml", "");
            Zips.put(zip, "wso2ei-6.6.0/bin/version.txt", "");
        });

        try (Distribution distribution = Distribution.open(path)) {
            assertThatThrownBy(distribution::requireEi)
                    .isInstanceOf(DistributionException.class)
                    .hasMessage("'" + path + "' is not a WSO2 EI distribution: conf/axis2/axis2.xml is missing below "
                            + "wso2ei-6.6.0/ (looked for bin/version.txt, conf/carbon.xml, conf/axis2/axis2.xml); "
                            + "give a WSO2 EI 6.0.0 to 6.6.0 pack.");
        }
    }
}
