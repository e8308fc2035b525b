package io.github.eicluster.verify;

import io.github.eicluster.verify.rule.RuleTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of all rules. */
public final class Rules {

    /** Said about suppressions, not about files. */
    public static final Rule UNUSED_SUPPRESSION = Rule.warning("EIC000", "A suppression covers nothing")
            .reason("A suppression that covers nothing hides the next finding of its rule that nobody has looked at.")
            .evidence("The suppressions of the POM, compared with the findings of the run.")
            .example(
                    "<suppression><rule>EIC207</rule><file>conf/carbon.xml</file><reason>in the same rack</reason></suppression>",
                    "<suppression><rule>EIC207</rule><file>conf/datasources/master-datasources.xml</file>"
                            + "<reason>in the same rack</reason></suppression>")
            .fix("Remove the suppression, or correct its file and node.")
            .cluster((cluster, findings) -> {});

    private Rules() {}

    /** {@return all rules in the order of their ids} */
    public static List<Rule> all() {
        return Stream.concat(Stream.of(UNUSED_SUPPRESSION), RuleTable.all().stream())
                .toList();
    }

    /**
     * Finds a rule.
     *
     * @param id such as {@code EIC010}, in any case
     * @return the rule, or empty
     */
    public static Optional<Rule> byId(String id) {
        return all().stream()
                .filter(rule -> rule.id().equalsIgnoreCase(id.strip()))
                .findFirst();
    }
}
