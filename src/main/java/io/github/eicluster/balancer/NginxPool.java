package io.github.eicluster.balancer;

import java.util.List;

/**
 * An upstream of nginx; public because templates read it.
 *
 * @param name name of the upstream
 * @param zone name of its shared memory
 * @param pool the nodes
 * @param hashed whether the client's address chooses the node
 * @param learned whether the session cookie chooses the node (NGINX Plus)
 * @param reduced whether backup nodes had to be left out
 */
public record NginxPool(String name, String zone, Pool pool, boolean hashed, boolean learned, boolean reduced) {

    /** {@return the nodes} */
    public List<Target> targets() {
        return pool.targets();
    }

    /** {@return {@code http}, {@code https} or {@code console}} */
    public String kind() {
        return pool.kind();
    }

    /** {@return how the nodes are called} */
    public String scheme() {
        return pool.kind().equals("http") ? "http" : "https";
    }

    /** {@return whether a node has to be resolved before nginx starts} */
    public boolean hasNames() {
        return pool.hasNames();
    }

    /** {@return whether this is the console} */
    public boolean ofConsole() {
        return pool.kind().equals("console");
    }
}
