package io.github.eicluster.verify.balancer;

import java.util.List;
import java.util.Optional;

/**
 * What clients connect to, with one of the pools behind it.
 *
 * @param ports ports on which it listens
 * @param tls whether it ends TLS
 * @param names host names of clients; none: all
 * @param scheme how it talks to the servers: {@code http}, {@code https}, or {@code tcp} for bytes handed through
 * @param target name of the pool, or a single address; empty if a variable stands there
 * @param pool the pool; empty if none of that name is defined
 * @param server the virtual server or frontend
 * @param pass the directive that names the pool
 */
public record Front(
        List<Integer> ports,
        boolean tls,
        List<String> names,
        String scheme,
        String target,
        Optional<Pool> pool,
        Directive server,
        Directive pass) {

    /** Copies the lists. */
    public Front {
        ports = List.copyOf(ports);
        names = List.copyOf(names);
    }
}
