package io.github.eicluster.mojo;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a load balancer is, as far as somebody says so beside the cluster.
 *
 * @param http services over HTTP
 * @param https services over HTTPS
 * @param console the console
 * @param address its address
 * @param trusted PEM file of certificates that vouch for it and for the nodes
 */
record BalancerUrls(
        Optional<URI> http,
        Optional<URI> https,
        Optional<URI> console,
        Optional<String> address,
        Optional<String> trusted) {

    /** Whether a server is named. */
    boolean any() {
        return Stream.of(http, https, console).anyMatch(Optional::isPresent);
    }
}
