package io.github.eicluster.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which members the nodes of this machine see, by their ports: on one machine these tell nodes apart. */
final class Membership {

    private final List<RunningNode> nodes;
    private final Set<Integer> wanted = new TreeSet<>();

    Membership(List<RunningNode> nodes) {
        this.nodes = nodes.stream().filter(node -> node.launch().clusters()).toList();
        this.nodes.forEach(node -> wanted.add(node.launch().memberPort()));
    }

    /** {@return how many members each node has to see} */
    int size() {
        return nodes.size();
    }

    /** {@return whether every node sees all} */
    boolean complete() {
        return nodes.stream().allMatch(this::seesAll);
    }

    /** {@return whether every node has joined some cluster} */
    boolean initialised() {
        return nodes.stream().allMatch(node -> node.log().initialised());
    }

    /**
     * Where Hazelcast's own list is not in the log, a node that came last has said nothing of the others; it is in their
     * cluster if they say so.
     */
    private boolean seesAll(RunningNode node) {
        if (node.log().memberPorts().containsAll(wanted)) {
            return true;
        }
        return !node.log().listSeen()
                && node.log().initialised()
                && nodes.stream()
                        .filter(other -> other != node)
                        .anyMatch(other -> other.log().memberPorts().containsAll(wanted));
    }

    /** {@return how many of the wanted members a node sees} */
    int seenBy(RunningNode node) {
        Set<Integer> seen = node.log().memberPorts();
        seen.retainAll(wanted);
        return seesAll(node) ? wanted.size() : seen.size();
    }

    /** {@return who sees what, one sentence} */
    String text() {
        List<String> views = new ArrayList<>();
        for (RunningNode node : nodes) {
            Set<String> seen = node.log().members();
            views.add(node.launch().id() + " sees " + (seen.isEmpty() ? "nobody" : String.join(" and ", seen)));
        }
        String moved = nodes.stream()
                .filter(node -> node.log().ownPort().isPresent())
                .filter(node -> node.log().ownPort().getAsInt() != node.launch().memberPort())
                .map(node -> " " + node.launch().id() + " listens for members on "
                        + node.log().ownPort().getAsInt() + " instead of "
                        + node.launch().memberPort() + ", which was taken.")
                .collect(Collectors.joining());
        return "Of " + wanted.size() + " members, " + String.join(", ", views) + "." + moved;
    }

    /** {@return members that are none of these nodes} */
    Optional<String> strangers() {
        Set<String> strangers = new TreeSet<>();
        for (RunningNode node : nodes) {
            node.log().members().stream()
                    .filter(member -> !wanted.contains(Integer.parseInt(member.substring(member.lastIndexOf(':') + 1))))
                    .forEach(strangers::add);
        }
        return strangers.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", strangers));
    }
}
