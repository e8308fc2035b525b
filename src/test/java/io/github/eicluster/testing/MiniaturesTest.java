package io.github.eicluster.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xmlunit.assertj3.XmlAssert;

/** The other tests rely on these properties of the miniatures. */
class MiniaturesTest {

    @ParameterizedTest
    @FieldSource("io.github.eicluster.testing.Miniatures#VERSIONS")
    void everyXmlFileOfAMiniatureIsWellFormed(String version) throws IOException {
        List<Path> files = xmlFiles(Miniatures.home(version));
        assertThat(files).hasSizeGreaterThan(10);
        assertThat(files)
                .allSatisfy(
                        file -> XmlAssert.assertThat(file).nodesByXPath("/*").exist());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hazelcast-xml", "used", "keystores", "no-clustering", "clustered", "foreign"})
    void everyXmlFileOfAVariantIsWellFormed(String variant) throws IOException {
        assertThat(xmlFiles(Miniatures.variantHome(variant)))
                .allSatisfy(
                        file -> XmlAssert.assertThat(file).nodesByXPath("/*").exist());
    }

    @ParameterizedTest
    @FieldSource("io.github.eicluster.testing.Miniatures#VERSIONS")
    void anArchiveHasOneRootNamedAfterTheVersionAndAFileNamedOutsideAscii(String version) throws IOException {
        try (ZipFile zip = new ZipFile(Miniatures.archive(version).toFile())) {
            assertThat(zip.stream()).allMatch(entry -> entry.getName().startsWith("wso2ei-" + version + "/"));
            assertThat(zip.stream()).anyMatch(entry -> entry.getName().endsWith("/Übersicht-données.txt"));
            try (InputStream text = zip.getInputStream(zip.getEntry("wso2ei-" + version + "/bin/version.txt"))) {
                assertThat(new String(text.readAllBytes(), ISO_8859_1))
                        .isEqualTo("WSO2 Enterprise Integrator v" + version + "\n");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("io.github.eicluster.testing.Miniatures#VERSIONS")
    void theRegistryFileHasTheLineEndingsOfItsVersion(String version) throws IOException {
        String text = Files.readString(Miniatures.home(version).resolve("conf/registry.xml"), ISO_8859_1);
        long lines = text.chars().filter(c -> c == '\n').count();
        long returns = text.chars().filter(c -> c == '\r').count();
        assertThat(returns).isEqualTo("6.6.0".equals(version) ? 0 : lines);
    }

    @Test
    void theServerFileHoldsALetterInItsDeclaredEncoding() throws IOException {
        byte[] bytes = Files.readAllBytes(Miniatures.home("6.6.0").resolve("conf/carbon.xml"));
        assertThat(new String(bytes, ISO_8859_1)).contains("Intégration").doesNotContain("@");
    }

    @Test
    void onlyVersionsFrom64HaveAnInnerKeyStore() {
        assertInnerKeyStores("6.0.0", 0);
        assertInnerKeyStores("6.4.0", 1);
        assertInnerKeyStores("6.6.0", 1);
    }

    @Test
    void version600ShipsThePatternThatStopsTasks() throws IOException {
        assertThat(axis2("6.0.0")).contains(">WorkerManager<");
        assertThat(axis2("6.4.0")).contains(">nonWorkerManager<").doesNotContain(">WorkerManager<");
    }

    private static String axis2(String version) throws IOException {
        return Files.readString(Miniatures.home(version).resolve("conf/axis2/axis2.xml"), ISO_8859_1);
    }

    private static void assertInnerKeyStores(String version, int count) {
        XmlAssert.assertThat(Miniatures.home(version).resolve("conf/carbon.xml"))
                .valueByXPath("count(//*[local-name()='InternalKeyStore'])")
                .isEqualTo(count);
    }

    private static List<Path> xmlFiles(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".xml")).toList();
        }
    }
}
