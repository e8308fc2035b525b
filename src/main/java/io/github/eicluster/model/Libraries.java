package io.github.eicluster.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which dependencies of the project the nodes get, and where.
 *
 * @param rules exceptions from the usual places; the first that fits an artifact counts
 * @param transitive whether dependencies of dependencies are packed too
 */
public record Libraries(List<Rule> rules, boolean transitive) {

    /** Direct dependencies only, each at its usual place. */
    public static final Libraries USUAL = new Libraries(List.of(), false);

    /** Copies the list. */
    public Libraries {
        rules = List.copyOf(rules);
    }

    /**
     * Where some artifacts go.
     *
     * @param where POM path, for messages
     * @param pattern which artifacts
     * @param folder folder below the home without a slash at its end; absent: the usual one of the artifact's type
     * @param nodes ids of the nodes that get them; empty: all
     */
    public record Rule(String where, ArtifactPattern pattern, Optional<String> folder, Set<String> nodes) {

        /** Copies the set. */
        public Rule {
            nodes = Set.copyOf(nodes);
        }
    }
}
