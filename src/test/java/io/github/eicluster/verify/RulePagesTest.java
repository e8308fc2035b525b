package io.github.eicluster.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.verify.output.RulePages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RulePagesTest {

    private static final Path PAGE = Path.of("src/site/markdown/rules.md");
    private static final Path LEFT_OUT = Path.of("src/test/resources/verify/left-out.md");
    private static final String RECORD = "ei-cluster.docs.record";

    @Test
    void theCommittedPageIsWhatTheRulesSay() throws IOException {
        String generated = RulePages.markdown(Files.readString(LEFT_OUT));
        if (Boolean.getBoolean(RECORD)) {
            Files.writeString(PAGE, generated);
        }
        assertThat(PAGE)
                .as(
                        "the page differs from the rules; rewrite it with ./mvnw test -Dtest=RulePagesTest -D%s=true and"
                                + " read the difference",
                        RECORD)
                .hasContent(generated);
    }

    @Test
    void everyRuleHasASectionAndALink() {
        String page = RulePages.markdown("");

        assertThat(Rules.all())
                .allSatisfy(rule -> assertThat(page)
                        .contains("(#" + rule.id() + ")")
                        .containsOnlyOnce("<a id=\"" + rule.id() + "\">"));
        assertThat(page.lines().filter(line -> line.startsWith("| ")))
                .allSatisfy(line ->
                        assertThat(line.replace("\\|", "").split("\\|", -1)).hasSize(5));
    }

    @Test
    void noRuleIsBothThereAndLeftOut() throws IOException {
        Matcher left = Pattern.compile("EIC\\d{3}").matcher(Files.readString(LEFT_OUT));

        assertThat(left.results().map(found -> found.group()))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(Rules.byId(id)).isEmpty());
    }
}
