package io.github.eicluster.model;

import java.util.OptionalInt;

/**
 * Listener ports before the offset; an absent one stays as the distribution has it.
 *
 * @param http services over HTTP, shipped as 8280
 * @param https services over HTTPS, shipped as 8243
 * @param console console over HTTPS, shipped as 9443
 * @param consoleHttp console over HTTP, shipped as 9763
 */
public record Ports(OptionalInt http, OptionalInt https, OptionalInt console, OptionalInt consoleHttp) {

    /** All four as the distribution has them. */
    public static final Ports OF_BASE =
            new Ports(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
