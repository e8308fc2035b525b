package io.github.eicluster.verify;

import io.github.eicluster.verify.home.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Applies all rules to a cluster. */
public final class Verifier {

    /** How the message begins when a rule itself fails. */
    static final String DEFECT = "the rule itself failed, which is a defect of this plugin: ";

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final List<Rule> rules;

    /** With all rules. */
    public Verifier() {
        this(Rules.all());
    }

    /**
     * With some rules.
     *
     * @param rules what is applied, in this order
     */
    public Verifier(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Judges a cluster.
     *
     * @param cluster what is judged
     * @param policy what the team makes of it
     * @return what was found
     */
    public Report judge(ClusterView cluster, Policy policy) {
        long start = System.nanoTime();
        List<Finding> kept = new ArrayList<>();
        List<Report.Suppressed> suppressed = new ArrayList<>();
        for (Rule rule : rules) {
            for (Finding finding : judge(rule, cluster)) {
                Optional<Suppression> found = policy.suppressions().stream()
                        .filter(suppression -> suppression.covers(finding))
                        .findFirst();
                found.ifPresentOrElse(
                        suppression -> suppressed.add(new Report.Suppressed(finding, suppression)),
                        () -> kept.add(finding));
            }
        }
        kept.addAll(unused(policy, suppressed));
        long elapsed = (System.nanoTime() - start) / NANOS_PER_MILLI;
        return new Report(cluster, kept, suppressed, rules, policy, elapsed);
    }

    private static List<Finding> judge(Rule rule, ClusterView cluster) {
        Findings findings = new Findings(rule);
        try {
            findings.guarded(() -> rule.check().judge(cluster, findings));
        } catch (RuntimeException e) {
            // A defect of one rule must not hide what the others find.
            findings.unchecked(new Place("", "", 0, ""), DEFECT + e);
        }
        return findings.all().stream()
                .map(finding -> raised(rule, cluster, finding))
                .toList();
    }

    private static Finding raised(Rule rule, ClusterView cluster, Finding finding) {
        boolean raise = cluster.production()
                && finding.violation()
                && finding.severity() == rule.severity()
                && rule.inProduction().isPresent();
        return raise ? finding.with(rule.inProduction().get()) : finding;
    }

    private static List<Finding> unused(Policy policy, List<Report.Suppressed> used) {
        List<Suppression> useful =
                used.stream().map(Report.Suppressed::suppression).collect(Collectors.toList());
        Findings findings = new Findings(Rules.UNUSED_SUPPRESSION);
        for (Suppression suppression : policy.suppressions()) {
            if (!useful.contains(suppression)) {
                findings.report(
                        new Place("", "", 0, suppression.where()),
                        suppression.where() + " suppresses " + suppression.rule()
                                + ", but nothing that it covers was found",
                        "Remove it, or correct its file and node.");
            }
        }
        return findings.all();
    }
}
