package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

    private static final Path PAGE = Path.of("src/site/markdown/configuration.md");
    private static final String RECORD = "ei-cluster.docs.record";

    @Test
    void theCommittedPageIsWhatTheSchemaSays() throws IOException {
        String generated = ConfigurationReference.markdown();
        if (Boolean.getBoolean(RECORD)) {
            Files.writeString(PAGE, generated);
        }
        assertThat(PAGE)
                .as(
                        "the page differs from the schema; rewrite it with ./mvnw test"
                                + " -Dtest=ConfigurationReferenceTest -D%s=true and read the difference",
                        RECORD)
                .hasContent(generated);
    }

    @Test
    void everyLinkWithinThePageHasAnAnchor() {
        String page = ConfigurationReference.markdown();
        assertThat(Schema.all()).allSatisfy(parameter -> {
            String anchor = parameter.path().replace('/', '-');
            assertThat(page).contains("(#" + anchor + ")").containsOnlyOnce("<a id=\"" + anchor + "\">");
        });
    }

    @Test
    void noTextBreaksATableOrIsTakenForHtml() {
        assertThat(ConfigurationReference.markdown().lines())
                .filteredOn(line -> line.startsWith("| "))
                .allSatisfy(line -> assertThat(line.split("\\|", -1)).hasSize(5));
        assertThat(Schema.all()).allSatisfy(parameter -> {
            assertThat(parameter.description()).doesNotContain("{@code").doesNotContain("`");
            assertThat(parameter.defaultText()).doesNotContain("|");
        });
    }
}
