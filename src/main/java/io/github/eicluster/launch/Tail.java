package io.github.eicluster.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Shows what comes to the logs of several nodes, each line with its node. */
public final class Tail {

    private final List<RunningNode> nodes;
    private final Consumer<String> output;
    private final int width;

    /**
     * The logs of nodes.
     *
     * @param nodes the nodes
     * @param output gets the lines
     */
    public Tail(List<RunningNode> nodes, Consumer<String> output) {
        this.nodes = new ArrayList<>(nodes);
        this.output = output;
        this.width = nodes.stream()
                .mapToInt(node -> node.launch().id().length())
                .max()
                .orElse(0);
    }

    /** Shows lines until all nodes have ended. */
    public void follow() {
        while (!nodes.isEmpty()) {
            for (RunningNode node : List.copyOf(nodes)) {
                boolean runs = node.runs();
                String prefix = node.launch().id()
                        + " ".repeat(width - node.launch().id().length()) + " | ";
                List<String> lines = runs ? node.look() : node.rest();
                lines.forEach(line -> output.accept(prefix + line));
                if (!runs) {
                    output.accept(prefix + "has ended");
                    nodes.remove(node);
                }
            }
            Launcher.pause();
        }
    }
}
