package io.github.eicluster.certs;

import io.github.eicluster.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Problems and messages of one plan. What is the same on several nodes is told once. */
final class Findings {

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> messages = new LinkedHashSet<>();

    void error(String where, String message) {
        problems.add(Problem.error(where, message));
    }

    void warning(String where, String message) {
        problems.add(Problem.warning(where, message));
    }

    /** An error or a warning. */
    void report(boolean error, String where, String message) {
        problems.add(error ? Problem.error(where, message) : Problem.warning(where, message));
    }

    void message(String sentence) {
        messages.add(sentence);
    }

    /** The list itself, for those who report to a list. */
    List<Problem> problemList() {
        return problems;
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    List<Problem> problems() {
        return problems.stream().distinct().toList();
    }

    List<String> messages() {
        return List.copyOf(messages);
    }
}
