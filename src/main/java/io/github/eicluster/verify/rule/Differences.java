package io.github.eicluster.verify.rule;

import io.github.eicluster.verify.home.NodeHome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Finds the nodes that say something else than the others. */
final class Differences {

    private Differences() {}

    /**
     * Finds the answer that most nodes give; of several the one that comes first.
     *
     * @param answers answers by node
     * @param <T> type with equals
     * @return the answer, or empty if all nodes agree
     */
    static <T> Optional<T> usual(Map<NodeHome, T> answers) {
        Map<T, Integer> counts = new LinkedHashMap<>();
        answers.values().forEach(answer -> counts.merge(answer, 1, Integer::sum));
        if (counts.size() < 2) {
            return Optional.empty();
        }
        return counts.entrySet().stream()
                .reduce((first, second) -> second.getValue() > first.getValue() ? second : first)
                .map(Map.Entry::getKey);
    }

    /**
     * Calls for every node that does not say what most say.
     *
     * @param answers answers by node
     * @param odd takes such a node and the usual answer
     * @param <T> type with equals
     */
    static <T> void odd(Map<NodeHome, T> answers, BiConsumer<NodeHome, T> odd) {
        usual(answers)
                .ifPresent(usual -> answers.forEach((node, answer) -> {
                    if (!answer.equals(usual)) {
                        odd.accept(node, usual);
                    }
                }));
    }

    /** {@return the names of the nodes that give an answer, for a message} */
    static <T> String nodes(Map<NodeHome, T> answers, T answer) {
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(answer))
                .map(entry -> entry.getKey().name())
                .collect(Collectors.joining(", "));
    }
}
