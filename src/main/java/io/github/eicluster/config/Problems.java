package io.github.eicluster.config;

import io.github.eicluster.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects everything that is wrong, and gives it back in the order of the POM. */
final class Problems {

    private final boolean production;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Problem> found = new ArrayList<>();

    Problems(boolean production) {
        this.production = production;
    }

    /** Remembers that an element stands after all those visited before. */
    void visit(String path) {
        places.putIfAbsent(path, places.size());
    }

    void error(String path, String message) {
        found.add(Problem.error(path, message));
    }

    void warning(String path, String message) {
        found.add(Problem.warning(path, message));
    }

    /** Reports a choice that is a mistake in production and a warning otherwise. */
    void unsafe(String path, String message) {
        if (production) {
            error(path, message);
        } else {
            warning(path, message);
        }
    }

    boolean production() {
        return production;
    }

    List<Problem> errors() {
        return sorted(true);
    }

    List<Problem> warnings() {
        return sorted(false);
    }

    private List<Problem> sorted(boolean errors) {
        return found.stream()
                .filter(problem -> problem.isError() == errors)
                .distinct()
                .sorted(Comparator.comparingInt(problem -> position(problem.where())))
                .toList();
    }

    /** What is missing has no place of its own: it counts as standing at its parent. */
    private int position(String path) {
        String place = path;
        while (!places.containsKey(place) && place.contains("/")) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return places.getOrDefault(place, -1);
    }
}
