package io.github.eicluster.mojo;

import io.github.eicluster.launch.ProcessRecord;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.smoke.NodeControl;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Stops and starts nodes that {@code start} has started on this machine. */
final class NodeSwitch implements NodeControl {

    private final LaunchStep step;
    private final Map<String, ProcessRecord> stopped = new HashMap<>();

    NodeSwitch(LaunchStep step) {
        this.step = step;
    }

    @Override
    public boolean controls(String nodeId) {
        return step.runs(nodeId);
    }

    @Override
    public void stop(String nodeId) {
        stopped.put(nodeId, step.stop(nodeId));
    }

    @Override
    public void start(String nodeId) {
        try {
            step.startAgain(stopped.remove(nodeId));
        } catch (IOException e) {
            throw new ClusterException("the files of the node cannot be read or written: " + e.getMessage(), e);
        }
    }
}
