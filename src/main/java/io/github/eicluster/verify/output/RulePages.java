package io.github.eicluster.verify.output;

import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Rules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rules as text: for the console and for the site, from the same source. */
public final class RulePages {

    private static final Map<Character, String> GROUPS = new TreeMap<>(Map.of(
            '0', "Cluster membership",
            '1', "Registry and users",
            '2', "Datasources",
            '3', "Hosts, ports, transports, load balancer",
            '4', "Keys and secrets",
            '5', "Deployment and homes"));

    private RulePages() {}

    /**
     * One rule for the console.
     *
     * @param rule the rule
     * @return its lines
     */
    public static List<String> console(Rule rule) {
        String indent = "    ";
        return List.of(
                rule.id() + " (" + severity(rule) + "): " + rule.title() + ".",
                "",
                "Why: " + rule.reason(),
                "Source: " + rule.evidence(),
                "",
                "Wrong:",
                rule.wrong().lines().map(line -> indent + line).collect(Collectors.joining("\n")),
                "Right:",
                rule.right().lines().map(line -> indent + line).collect(Collectors.joining("\n")),
                "",
                "Fix: " + rule.fix());
    }

    private static String severity(Rule rule) {
        return rule.severity().text()
                + rule.inProduction()
                        .map(raised -> ", " + raised.text() + " in production")
                        .orElse("");
    }

    /**
     * The page of the site.
     *
     * @param leftOut what the rules do not cover, in Markdown
     * @return the page, in Markdown
     */
    public static String markdown(String leftOut) {
        StringBuilder page = new StringBuilder(
                "# Rules of verify\n\n<!-- Made from the rules by RulePagesTest; do not edit. -->\n\n"
                        + "What [`ei-cluster:verify`](verify-goal.html) looks for. `mvn ei-cluster:explain"
                        + " -Dei-cluster.explain.rule=EIC010` prints the same on the console. Severities are those of a finding"
                        + " that says nothing else; some depend on the version of EI or on what is known of the load balancer.\n");
        List<Rule> rules = Rules.all();
        GROUPS.forEach((digit, title) -> {
            page.append("\n## ").append(title).append("\n\n| Rule | Severity | Says |\n|---|---|---|\n");
            group(rules, digit)
                    .forEach(rule -> page.append("| [")
                            .append(rule.id())
                            .append("](#")
                            .append(rule.id())
                            .append(") | ")
                            .append(severity(rule))
                            .append(" | ")
                            .append(cell(rule.title()))
                            .append(" |\n"));
        });
        page.append("\n## What is left out\n\n").append(leftOut);
        rules.forEach(rule -> section(rule, page));
        return page.toString();
    }

    private static List<Rule> group(List<Rule> rules, char digit) {
        return rules.stream().filter(rule -> rule.id().charAt(3) == digit).toList();
    }

    private static void section(Rule rule, StringBuilder page) {
        page.append("\n<a id=\"")
                .append(rule.id())
                .append("\"></a>\n### ")
                .append(rule.id())
                .append(": ")
                .append(cell(rule.title()))
                .append("\n\nSeverity: ")
                .append(severity(rule))
                .append(".\n\n")
                .append(cell(rule.reason()))
                .append("\n\nSource: ")
                .append(cell(rule.evidence()))
                .append("\n\nWrong:\n\n```\n")
                .append(rule.wrong())
                .append("\n```\n\nRight:\n\n```\n")
                .append(rule.right())
                .append("\n```\n\nFix: ")
                .append(cell(rule.fix()))
                .append('\n');
    }

    /** Markdown takes angle brackets for HTML and bars for cells. */
    private static String cell(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_");
    }
}
