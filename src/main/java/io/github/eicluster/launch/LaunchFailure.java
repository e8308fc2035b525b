package io.github.eicluster.launch;

import io.github.eicluster.model.ClusterException;
import java.nio.file.Path;
import java.util.List;

/** A node has not come up, or not into the cluster. */
public final class LaunchFailure extends ClusterException {

    private static final long serialVersionUID = 1L;

    private final String node;
    private final Cause cause;
    private final transient List<String> lines;
    private final transient Path log;

    /**
     * A failure.
     *
     * @param node id of the node
     * @param cause why
     * @param detail what was seen, one or more sentences; may be empty
     * @param lines the lines of its log that tell
     * @param log its log
     */
    LaunchFailure(String node, Cause cause, String detail, List<String> lines, Path log) {
        super(node + " has not come up: " + cause.text() + (detail.isEmpty() ? "." : ". " + detail));
        this.node = node;
        this.cause = cause;
        this.lines = List.copyOf(lines);
        this.log = log;
    }

    /** {@return id of the node} */
    public String node() {
        return node;
    }

    /** {@return why} */
    public Cause reason() {
        return cause;
    }

    /** {@return the lines of its log that tell} */
    public List<String> lines() {
        return lines;
    }

    /** {@return its log} */
    public Path log() {
        return log;
    }
}
