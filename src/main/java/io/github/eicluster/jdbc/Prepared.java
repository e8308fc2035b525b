package io.github.eicluster.jdbc;

import java.util.List;

/**
 * A database with what an administrator does for it.
 *
 * @param target the database
 * @param creations statements that make it usable, in order; what is there already is not made again
 */
public record Prepared(Target target, List<Creation> creations) {

    /** Copies the list. */
    public Prepared {
        creations = List.copyOf(creations);
    }
}
