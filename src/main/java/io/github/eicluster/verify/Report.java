package io.github.eicluster.verify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outcome of one run.
 *
 * @param cluster what was judged
 * @param findings what was found and not suppressed, in the order of the rules
 * @param suppressed what was found and suppressed, with the suppression
 * @param rules all rules that were applied
 * @param policy what the team makes of it
 * @param milliseconds how long it took
 */
public record Report(
        ClusterView cluster,
        List<Finding> findings,
        List<Suppressed> suppressed,
        List<Rule> rules,
        Policy policy,
        long milliseconds) {

    /** Copies the lists. */
    public Report {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        rules = List.copyOf(rules);
    }

    /**
     * A finding that a team lives with.
     *
     * @param finding what was found
     * @param suppression what suppresses it
     */
    public record Suppressed(Finding finding, Suppression suppression) {}

    /**
     * Counts violations.
     *
     * @param severity how bad
     * @return how many are exactly so bad
     */
    public int count(Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.violation() && finding.severity() == severity)
                .count();
    }

    /** {@return how many questions were not answered} */
    public int unchecked() {
        return (int) findings.stream().filter(finding -> !finding.violation()).count();
    }

    /** {@return whether the build fails} */
    public boolean failed() {
        return switch (policy.failOn()) {
            case ERROR -> count(Severity.ERROR) > 0;
            case WARNING -> count(Severity.ERROR) + count(Severity.WARNING) + unchecked() > 0;
            case NEVER -> false;
        };
    }

    /** {@return what could not be checked, by place and reason: the ids of the rules} */
    public Map<String, List<String>> uncheckedRules() {
        Map<String, List<String>> found = new TreeMap<>();
        for (Finding finding : findings) {
            if (!finding.violation()) {
                String key = finding.place().node() + "\t" + finding.place().text() + "\t" + finding.message();
                found.merge(key, List.of(finding.rule().id()), Report::joined);
            }
        }
        return found;
    }

    private static List<String> joined(List<String> left, List<String> right) {
        List<String> both = new java.util.ArrayList<>(left);
        right.stream().filter(id -> !both.contains(id)).forEach(both::add);
        return both;
    }
}
