package io.github.eicluster.mojo;

import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Rules;
import io.github.eicluster.verify.output.RulePages;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints one rule of {@code verify}: why it matters, where that is known from, an example of wrong and right, and what to
 * do. Without a rule it lists all of them.
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", threadSafe = true, requiresProject = false)
public final class ExplainMojo extends AbstractMojo {

    /**
     * Id of the rule, in upper or lower case. Default: none, that is, all rules are listed.
     *
     * <pre>{@code
     * mvn ei-cluster:explain -Dei-cluster.explain.rule=EIC010
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = PropertyNames.EXPLAIN_RULE)
    private String rule;

    @Override
    public void execute() throws MojoFailureException {
        if (rule == null || rule.isBlank()) {
            Rules.all()
                    .forEach(found ->
                            getLog().info(found.id() + " " + found.severity().text() + ": " + found.title()));
            return;
        }
        Rule found = Rules.byId(rule)
                .orElseThrow(() -> new MojoFailureException("rule: there is no rule '" + rule
                        + "'. Give an id such as EIC010, or none for the list of all rules."));
        RulePages.console(found).forEach(text -> text.lines().forEach(getLog()::info));
    }
}
