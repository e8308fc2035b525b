package io.github.eicluster.verify;

import io.github.eicluster.verify.home.NodeHome;
import java.util.Optional;

/**
 * One rule.
 *
 * @param id stable id, such as {@code EIC010}
 * @param severity how bad a violation is unless the finding says otherwise
 * @param inProduction how bad it is for production, if that differs
 * @param title what is wrong when the rule is violated, without the final stop
 * @param reason why it matters: what the server does
 * @param evidence where that is known from
 * @param wrong an example that violates the rule
 * @param right the same example, corrected
 * @param fix what to do in general
 * @param check looks for violations
 */
public record Rule(
        String id,
        Severity severity,
        Optional<Severity> inProduction,
        String title,
        String reason,
        String evidence,
        String wrong,
        String right,
        String fix,
        Check check) {

    /** Looks for violations in the whole cluster. */
    @FunctionalInterface
    public interface Check {

        /**
         * Looks for violations.
         *
         * @param cluster what is judged
         * @param findings takes what is found
         */
        void judge(ClusterView cluster, Findings findings);
    }

    /** Looks for violations on one node. */
    @FunctionalInterface
    public interface NodeCheck {

        /**
         * Looks for violations.
         *
         * @param node the node
         * @param cluster the cluster that it is part of
         * @param findings takes what is found
         */
        void judge(NodeHome node, ClusterView cluster, Findings findings);
    }

    /**
     * Begins an error.
     *
     * @param id id of the rule
     * @param title what is wrong when it is violated
     * @return the rest to be said
     */
    public static Builder error(String id, String title) {
        return new Builder(id, Severity.ERROR, title);
    }

    /**
     * Begins a warning.
     *
     * @param id id of the rule
     * @param title what is wrong when it is violated
     * @return the rest to be said
     */
    public static Builder warning(String id, String title) {
        return new Builder(id, Severity.WARNING, title);
    }

    /**
     * Begins something worth knowing.
     *
     * @param id id of the rule
     * @param title what is to be known
     * @return the rest to be said
     */
    public static Builder info(String id, String title) {
        return new Builder(id, Severity.INFO, title);
    }

    /** Takes the parts of a rule one by one. */
    public static final class Builder {

        private final String id;
        private final Severity severity;
        private final String title;
        private Optional<Severity> inProduction = Optional.empty();
        private String reason = "";
        private String evidence = "";
        private String wrong = "";
        private String right = "";
        private String fix = "";

        private Builder(String id, Severity severity, String title) {
            this.id = id;
            this.severity = severity;
            this.title = title;
        }

        /**
         * Raises the rule where a cluster is for production.
         *
         * @return this
         */
        public Builder errorInProduction() {
            inProduction = Optional.of(Severity.ERROR);
            return this;
        }

        /**
         * Says why it matters.
         *
         * @param text what the server does
         * @return this
         */
        public Builder reason(String text) {
            reason = text;
            return this;
        }

        /**
         * Says where the reason is known from.
         *
         * @param text class, issue or page
         * @return this
         */
        public Builder evidence(String text) {
            evidence = text;
            return this;
        }

        /**
         * Gives an example.
         *
         * @param before it violates the rule
         * @param after it does not
         * @return this
         */
        public Builder example(String before, String after) {
            wrong = before.strip();
            right = after.strip();
            return this;
        }

        /**
         * Says what to do.
         *
         * @param text in general
         * @return this
         */
        public Builder fix(String text) {
            fix = text;
            return this;
        }

        /**
         * Ends with a check of the whole cluster.
         *
         * @param check looks for violations
         * @return the rule
         */
        public Rule cluster(Check check) {
            return new Rule(id, severity, inProduction, title, reason, evidence, wrong, right, fix, check);
        }

        /**
         * Ends with a check that compares nodes; a single home has nothing to compare.
         *
         * @param check looks for violations
         * @return the rule
         */
        public Rule acrossNodes(Check check) {
            return cluster((cluster, findings) -> {
                if (cluster.nodes().size() > 1) {
                    check.judge(cluster, findings);
                }
            });
        }

        /**
         * Ends with a check of each node.
         *
         * @param check looks for violations
         * @return the rule
         */
        public Rule eachNode(NodeCheck check) {
            return cluster((cluster, findings) ->
                    findings.each(cluster.nodes(), node -> check.judge(node, cluster, findings)));
        }

        /**
         * Ends with a check of each node that is part of a cluster.
         *
         * @param check looks for violations
         * @return the rule
         */
        public Rule eachMember(NodeCheck check) {
            return cluster((cluster, findings) -> findings.each(cluster.nodes(), node -> {
                if (cluster.member(node)) {
                    check.judge(node, cluster, findings);
                }
            }));
        }
    }
}
