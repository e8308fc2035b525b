package io.github.eicluster.smoke;

import io.github.eicluster.model.ClusterException;

/** Stops and starts nodes for the check of failover. */
public interface NodeControl {

    /**
     * Tells whether a node can be stopped and started from here.
     *
     * @param nodeId its id
     * @return whether it can
     */
    boolean controls(String nodeId);

    /**
     * Stops a running node and waits until it has ended.
     *
     * @param nodeId its id
     * @throws ClusterException with a sentence if it cannot be stopped
     */
    void stop(String nodeId);

    /**
     * Starts a stopped node and waits until it serves requests.
     *
     * @param nodeId its id
     * @throws ClusterException with a sentence if it does not start
     */
    void start(String nodeId);
}
