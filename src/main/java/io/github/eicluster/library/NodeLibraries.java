package io.github.eicluster.library;

import io.github.eicluster.model.Problem;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one node gets from Maven.
 *
 * @param files file on this machine by path below the home
 * @param origins coordinates by the same paths
 * @param removed paths of the distribution that the node does not get, each with the path of what replaces it
 * @param problems mistakes and warnings; those of this node alone stand at its id
 */
public record NodeLibraries(
        SortedMap<String, Path> files,
        SortedMap<String, String> origins,
        SortedMap<String, String> removed,
        List<Problem> problems) {

    /** Nothing. */
    public static final NodeLibraries NONE =
            new NodeLibraries(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of());

    /** Copies the collections. */
    public NodeLibraries {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
        removed = Collections.unmodifiableSortedMap(new TreeMap<>(removed));
        problems = List.copyOf(problems);
    }
}
