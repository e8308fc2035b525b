package io.github.eicluster.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For every rule a cluster that violates it, by one change of a good one, and a cluster that does not. */
class RuleCasesTest {

    /** Said about suppressions, see {@link PolicyTest}. */
    private static final Set<String> ELSEWHERE = Set.of("EIC000");

    static List<Cases.Case> cases() {
        return Cases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aRuleFindsWhatWasChangedAndNothingInAGoodCluster(Cases.Case one) {
        Sample bad = one.bad().get();
        List<Finding> found = violations(bad, one.rule());

        assertThat(found).as("%s must be found", one).anySatisfy(finding -> {
            assertThat((finding.place().node() + " " + finding.place().file()).strip())
                    .isEqualTo(one.where().strip());
            assertThat(line(bad, finding)).contains(one.line());
            assertThat(finding.message()).isNotBlank().doesNotEndWith(".");
            assertThat(finding.fix()).endsWith(".");
        });
        assertThat(violations(one.good().get(), one.rule()))
                .as("%s must not be found in the good cluster", one.rule())
                .extracting(Sample::line)
                .isEmpty();
    }

    @Test
    void everyRuleHasACase() {
        Set<String> tried = cases().stream().map(Cases.Case::rule).collect(Collectors.toSet());

        assertThat(Rules.all().stream().map(Rule::id).filter(id -> !ELSEWHERE.contains(id) && !tried.contains(id)))
                .isEmpty();
    }

    @Test
    void idsAreUniqueAndInOrderAndEveryRuleSaysEverything() {
        List<String> ids = Rules.all().stream().map(Rule::id).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("EIC\\d{3}"));
        assertThat(Rules.all()).allSatisfy(rule -> {
            assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
            assertThat(rule.reason()).endsWith(".");
            assertThat(rule.evidence()).isNotBlank();
            assertThat(rule.wrong()).isNotBlank().isNotEqualTo(rule.right());
            assertThat(rule.right()).isNotBlank();
            assertThat(rule.fix()).endsWith(".");
        });
    }

    private static List<Finding> violations(Sample sample, String rule) {
        return sample.judge().findings().stream()
                .filter(finding -> finding.violation() && finding.rule().id().equals(rule))
                .toList();
    }

    private static String line(Sample sample, Finding finding) {
        if (finding.place().line() == 0) {
            return "";
        }
        byte[] content = finding.place().node().isEmpty()
                ? sample.balancer(finding.place().file())
                : sample.content(finding.place().node(), finding.place().file());
        return new String(content, StandardCharsets.ISO_8859_1)
                .lines()
                .skip(finding.place().line() - 1L)
                .findFirst()
                .orElse("");
    }
}
