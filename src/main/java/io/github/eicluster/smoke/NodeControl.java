package io.github.eicluster.smoke;

import io.github.eicluster.model.ClusterException;

/** Stops and starts nodes for the check of failover. */
public interface NodeControl {

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
