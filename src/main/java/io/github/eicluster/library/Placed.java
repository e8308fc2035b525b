package io.github.eicluster.library;

import io.github.eicluster.model.Coordinates;
import java.nio.file.Path;
import java.util.Set;

/**
 * An artifact at its place.
 *
 * @param artifact its coordinates
 * @param file its file on this machine
 * @param path path below the home
 * @param nodes ids of the nodes that get it; empty: all
 */
record Placed(Coordinates artifact, Path file, String path, Set<String> nodes) {

    Placed {
        nodes = Set.copyOf(nodes);
    }

    boolean isFor(String nodeId) {
        return nodes.isEmpty() || nodes.contains(nodeId);
    }
}
