package io.github.eicluster.model;

import java.util.Optional;

/**
 * Where the distribution comes from: a path or a Maven artifact, exactly one of them.
 *
 * @param path path of a zip or of an unpacked home, as written in the POM; a relative one counts from the base
 *     directory
 * @param coordinates coordinates of an artifact
 * @param keepDatabase whether a local H2 database of a used home is taken along
 */
public record DistributionSource(Optional<String> path, Optional<Coordinates> coordinates, boolean keepDatabase) {}
