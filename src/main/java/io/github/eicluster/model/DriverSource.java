package io.github.eicluster.model;

import java.util.Optional;
import java.util.Set;

/**
 * Where the JDBC driver comes from if no dependency of the project, no overlay and no file of the distribution holds it.
 *
 * @param origin who named it
 * @param artifact the artifact; absent if nothing is to be resolved
 * @param family driver classes of the same vendor, in all versions: a jar with another one of them is the wrong version
 */
public record DriverSource(Origin origin, Optional<Coordinates> artifact, Set<String> family) {

    /** No driver is to be resolved. */
    public static final DriverSource NONE = new DriverSource(Origin.NONE, Optional.empty(), Set.of());

    /** Copies the set. */
    public DriverSource {
        family = Set.copyOf(family);
    }

    /** Who named a driver. */
    public enum Origin {
        /** The configuration: the artifact is packed whatever else is there. */
        DECLARED,
        /** Nobody: the engine's usual artifact is packed if nothing else holds the class. */
        DEFAULT,
        /** Nothing is resolved: the engine needs no driver, or the configuration says none. */
        NONE
    }
}
