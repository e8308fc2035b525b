package io.github.eicluster.archive;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is laid over a distribution to make a node. Replaced files keep the base's mode; added ones get 0644, scripts in
 * {@code bin/} 0755, those of {@code ownerOnly} 0600.
 *
 * @param files path below the home, and the file that holds the new content
 * @param excluded paths of base files that the node does not get; a path that is also in {@code files} is replaced
 * @param ownerOnly paths of files, such as keystores, that only their owner may read if they are added
 * @param secret whether some file holds a secret in clear text: the archive on this machine is made readable for its owner
 *     only
 */
public record NodeContent(
        SortedMap<String, Path> files, SortedSet<String> excluded, SortedSet<String> ownerOnly, boolean secret) {

    /** Nothing is laid over the base. */
    public static final NodeContent EMPTY = new NodeContent(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), false);

    /** Copies the collections; the order is that of the path text whatever the caller's is. */
    public NodeContent {
        files = Collections.unmodifiableSortedMap(copy(files));
        excluded = Collections.unmodifiableSortedSet(copy(excluded));
        ownerOnly = Collections.unmodifiableSortedSet(copy(ownerOnly));
    }

    private static SortedMap<String, Path> copy(SortedMap<String, Path> files) {
        SortedMap<String, Path> copy = new TreeMap<>();
        copy.putAll(files);
        return copy;
    }

    private static SortedSet<String> copy(SortedSet<String> paths) {
        SortedSet<String> copy = new TreeSet<>();
        copy.addAll(paths);
        return copy;
    }

    /** {@return the mode of a file that the base does not have} */
    int modeOfAdded(String path) {
        return ownerOnly.contains(path) ? Modes.OWNER_ONLY : Modes.ofNewFile(path);
    }
}
