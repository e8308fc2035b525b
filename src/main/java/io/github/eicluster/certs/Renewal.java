package io.github.eicluster.certs;

import java.util.Set;

/**
 * What is to be made anew although it is still valid.
 *
 * @param certificates whether certificates are issued anew on the same keys (the internal one excepted)
 * @param keys which key pairs are replaced
 */
public record Renewal(boolean certificates, Set<Key> keys) {

    /** Nothing is made anew without need. */
    public static final Renewal NONE = new Renewal(false, Set.of());

    /** Copies the set. */
    public Renewal {
        keys = Set.copyOf(keys);
    }

    /** The key pairs of a cluster. */
    public enum Key {
        /** The authority's: all certificates that it signed are issued anew. */
        CA,
        /** The load balancer's. */
        LOAD_BALANCER,
        /** The TLS key or keys of the nodes. */
        NODE,
        /** The one that encrypts shared data: what it has encrypted becomes unreadable. */
        INTERNAL
    }
}
