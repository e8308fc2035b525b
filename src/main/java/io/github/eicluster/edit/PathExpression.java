package io.github.eicluster.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A parsed element path.
 *
 * @param source the path as given
 * @param steps at least one
 */
record PathExpression(String source, List<Step> steps) {

    /** Copies the steps. */
    PathExpression {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param source the step as given
     * @param name local name
     * @param condition all predicates but the position
     * @param position 1-based among the matching children of one parent
     */
    record Step(String source, String name, Predicate<XmlElement> condition, OptionalInt position) {

        /** Whether name and predicates fit; the position is left aside. */
        boolean matches(XmlElement element) {
            return element.localName().equals(name) && condition.test(element);
        }

        /** Those of one parent's nodes that the position leaves over. */
        <T> List<T> choose(List<T> matching) {
            if (position.isEmpty()) {
                return matching;
            }
            int index = position.getAsInt() - 1;
            return index < matching.size() ? List.of(matching.get(index)) : List.of();
        }
    }

    /**
     * What a path finds.
     *
     * @param found the elements in document order
     * @param lastFound the first element that the steps before the missing one found; empty if even the root differs,
     *     meaningless if something was found
     * @param missing the step that found nothing; empty if something was found
     */
    record Selection(List<XmlElement> found, Optional<XmlElement> lastFound, Optional<Step> missing) {}

    static PathExpression parse(String path) {
        return new PathParser(path).parse();
    }

    Step lastStep() {
        return steps.get(steps.size() - 1);
    }

    /** The path without its last step; empty for the root. */
    Optional<PathExpression> parent() {
        if (steps.size() == 1) {
            return Optional.empty();
        }
        List<Step> outer = steps.subList(0, steps.size() - 1);
        StringBuilder outerSource = new StringBuilder();
        outer.forEach(step -> outerSource.append('/').append(step.source()));
        return Optional.of(new PathExpression(outerSource.toString(), outer));
    }

    /** Finds the elements in a document. */
    Selection select(XmlElement root) {
        List<XmlElement> found = steps.get(0).choose(matching(steps.get(0), List.of(root)));
        if (found.isEmpty()) {
            return new Selection(List.of(), Optional.empty(), Optional.of(steps.get(0)));
        }
        for (Step step : steps.subList(1, steps.size())) {
            List<XmlElement> next = new ArrayList<>();
            found.forEach(parent -> next.addAll(step.choose(matching(step, parent.children()))));
            if (next.isEmpty()) {
                return new Selection(List.of(), Optional.of(found.get(0)), Optional.of(step));
            }
            found = next;
        }
        return new Selection(found, Optional.empty(), Optional.empty());
    }

    private static List<XmlElement> matching(Step step, List<XmlElement> candidates) {
        return candidates.stream().filter(step::matches).toList();
    }
}
