package io.github.eicluster.config;

import java.util.Map;
import java.util.Optional;

/**
 * What Maven knows, before it is read.
 *
 * @param cluster the element {@code cluster}
 * @param edits the element {@code edits}
 * @param libraries the element {@code libraries}
 * @param distribution the element {@code distribution}
 * @param properties user properties by full name, such as {@code ei-cluster.hostName}; they count only for values that
 *     the POM does not give, and those that name no element are ignored
 * @param hasPom whether there is a POM; without one an absent {@code cluster} means all defaults
 * @param production whether unsafe choices are mistakes
 * @param secrets where secrets come from
 */
public record RawInput(
        Optional<RawElement> cluster,
        Optional<RawElement> edits,
        Optional<RawElement> libraries,
        Optional<RawElement> distribution,
        Map<String, String> properties,
        boolean hasPom,
        boolean production,
        SecretSource secrets) {

    /** Copies the map. */
    public RawInput {
        properties = Map.copyOf(properties);
    }
}
