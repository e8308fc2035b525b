package io.github.eicluster.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.testing.StockHomes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionDetectorTest {

    private static final String CARBON = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <!-- <Version>1.1.1</Version> -->
            <Server xmlns="http://wso2.org/projects/carbon/carbon.xml">
              <!--<Version>9.9.9</Version>-->
              <Plugin><Version>2.2.2</Version></Plugin>
              <Version><!-- product --> %s
              </Version>
            </Server>
            """;

    private record MapHome(Map<String, String> texts) implements Home {
        @Override
        public String origin() {
            return "packs/x.zip";
        }

        @Override
        public String root() {
            return "wso2ei-9.9.9";
        }

        @Override
        public List<String> files() {
            return List.copyOf(texts.keySet());
        }

        @Override
        public Optional<byte[]> read(String path) {
            return Optional.ofNullable(texts.get(path)).map(text -> text.getBytes(UTF_8));
        }
    }

    private static Home home(String text, String carbon) {
        return new MapHome(Map.of("bin/version.txt", text, "conf/carbon.xml", carbon));
    }

    @ParameterizedTest
    @CsvSource({
        "WSO2 Enterprise Integrator v6.6.0, 6.6.0",
        "WSO2 Enterprise Integrator v6.0.0, 6.0.0",
        "WSO2 Enterprise Integrator 6.4.0, 6.4.0",
        "WSO2 Enterprise Integrator v6.1.1-SNAPSHOT, 6.1.1"
    })
    void readsVersionTxt(String text, String version) {
        assertThat(VersionDetector.detect(home("\uFEFF\r\n" + text + "\r\n", "not even xml")))
                .hasToString(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "My Integrator 1.0", "WSO2 Enterprise Integrator vNext"})
    void asksCarbonXmlWhenVersionTxtSaysSomethingElse(String text) {
        assertThat(VersionDetector.detect(home(text, CARBON.formatted("6.4.0"))))
                .hasToString("6.4.0");
    }

    @Test
    void asksCarbonXmlWhenVersionTxtIsMissing() {
        Home home = new MapHome(Map.of("conf/carbon.xml", CARBON.formatted("6.5.0")));

        assertThat(VersionDetector.detect(home)).hasToString("6.5.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.0.0", "6.7.0", "7.1.0"})
    void refusesVersionsThatAreNotSupported(String version) {
        assertThatThrownBy(() -> VersionDetector.detect(home("WSO2 Enterprise Integrator v" + version, "")))
                .isInstanceOf(ClusterException.class)
                .hasMessage("'packs/x.zip' has version " + version + ", supported is WSO2 EI 6.0.0 to 6.6.0; "
                        + "give a distribution of one of these versions.");
    }

    @Test
    void saysWhatBothFilesSaid() {
        assertUnknown(
                home("Hello", CARBON.formatted("${v}")), "bin/version.txt says 'Hello', conf/carbon.xml says '${v}'");
        assertUnknown(home("Hello", "<Server/>"), "bin/version.txt says 'Hello', conf/carbon.xml has no <Version>");
        assertUnknown(new MapHome(Map.of()), "bin/version.txt is missing, conf/carbon.xml is missing");
        assertUnknown(
                home("x", "<Server>\n<Version>6.4.0</Server>"),
                "bin/version.txt says 'x', conf/carbon.xml is not well-formed (line 2)");
    }

    private static void assertUnknown(Home home, String said) {
        assertThatThrownBy(() -> VersionDetector.detect(home))
                .isInstanceOf(ClusterException.class)
                .hasMessage("The EI version of 'packs/x.zip' is unknown: " + said
                        + "; give a WSO2 EI 6.0.0 to 6.6.0 distribution.");
    }

    @Test
    void readsNoExternalEntity() throws IOException {
        Path secret = Files.createTempFile("secret", ".txt");
        Files.writeString(secret, "6.4.0");
        String carbon = "<!DOCTYPE Server [<!ENTITY v SYSTEM '" + secret.toUri()
                + "'>]><Server><Version>&v;</Version></Server>";

        assertThatThrownBy(() -> VersionDetector.detect(home("x", carbon))).isInstanceOf(ClusterException.class);
        Files.delete(secret);
    }

    @Test
    void knowsTheRealHomes() throws IOException {
        for (Path home : StockHomes.all()) {
            assertThat("wso2ei-" + VersionDetector.detect(real(home, "bin/version.txt")))
                    .isEqualTo(home.getFileName().toString());
            assertThat("wso2ei-" + VersionDetector.detect(real(home, "conf/carbon.xml")))
                    .isEqualTo(home.getFileName().toString());
        }
    }

    private static Home real(Path home, String path) {
        try {
            return new MapHome(Map.of(path, Files.readString(home.resolve(path))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
