package io.github.eicluster.config;

import io.github.eicluster.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Finds parameters that no goal knows: Maven itself ignores them. */
public final class TopLevelNames {

    private TopLevelNames() {}

    /**
     * Compares the names in configurations with the parameters of all goals.
     *
     * @param configurations raw configurations of the plugin and of its executions
     * @param known parameters of all goals
     * @return a mistake for each unknown name, in the order of the POM
     */
    public static List<Problem> check(List<RawElement> configurations, Iterable<String> known) {
        NavigableSet<String> names = new TreeSet<>();
        known.forEach(names::add);
        List<Problem> problems = new ArrayList<>();
        for (RawElement configuration : configurations) {
            for (RawElement child : configuration.children()) {
                if (!names.contains(child.name())) {
                    problems.add(
                            Problem.error(child.name(), "no goal has this parameter. " + remedy(child.name(), names)));
                }
            }
        }
        return problems.stream().distinct().toList();
    }

    private static String remedy(String wrong, NavigableSet<String> names) {
        boolean insideCluster = Schema.cluster().child(wrong).isPresent();
        return insideCluster ? "Move it into <cluster>." : NearestName.remedy(wrong, names);
    }
}
