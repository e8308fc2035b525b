package io.github.eicluster.smoke;

import java.net.URI;
import java.util.Set;

/**
 * One virtual server of the load balancer.
 *
 * @param kind {@code http}, {@code https} or {@code console}
 * @param url scheme, host and port as clients call it, without a path
 * @param active ids of the nodes that share its requests; empty if that is not known
 * @param backups ids of the nodes that get requests only if no active one answers
 * @param sticky whether the requests of a client are to stay on one node
 */
public record Front(String kind, URI url, Set<String> active, Set<String> backups, boolean sticky) {

    /** Copies the sets. */
    public Front {
        active = Set.copyOf(active);
        backups = Set.copyOf(backups);
    }

    /** {@return whether clients speak TLS with it} */
    boolean secure() {
        return url.getScheme().equals("https");
    }

    /** {@return its host, an IPv6 address without brackets} */
    public String host() {
        return Urls.host(url);
    }

    /** {@return its port, that of the scheme if the URL names none} */
    int port() {
        return Urls.port(url);
    }

    URI at(String path) {
        return url.resolve(path);
    }
}
