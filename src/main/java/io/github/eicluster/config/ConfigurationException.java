package io.github.eicluster.config;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** All mistakes of a configuration, in the order of the POM. */
public final class ConfigurationException extends ClusterException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * A failure that lists its mistakes.
     *
     * @param problems at least one mistake
     */
    public ConfigurationException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** {@return the mistakes, in the order of the POM} */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        String count = problems.size() == 1 ? "a mistake" : problems.size() + " mistakes";
        return problems.stream()
                .map(Problem::text)
                .collect(Collectors.joining("\n", "The configuration of ei-cluster has " + count + ":" + "\n", ""));
    }
}
