package io.github.eicluster.smoke;

import io.github.eicluster.sample.SampleCar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which node gave an answer. */
final class NodeNames {

    private static final Pattern IN_BODY = Pattern.compile("\"node\"\\s*:\\s*\"([^\"]*)\"");

    private final List<TestedNode> nodes;

    NodeNames(List<TestedNode> nodes) {
        this.nodes = nodes;
    }

    /** What an answer says of its node, as the id if it is one of the cluster; empty if it says nothing. */
    Optional<String> of(Client.Answer answer) {
        return answer.header(SampleCar.NODE_HEADER)
                .or(() -> inBody(answer.body()))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(this::id);
    }

    private static Optional<String> inBody(String body) {
        Matcher matcher = IN_BODY.matcher(body);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** A node that does not know its id gives its address, which says who it is where no other node has the same. */
    private String id(String name) {
        List<String> byAddress = nodes.stream()
                .filter(node -> node.host().filter(name::equals).isPresent()
                        || node.memberHost().filter(name::equals).isPresent())
                .map(TestedNode::id)
                .toList();
        return byAddress.size() == 1 ? byAddress.get(0) : name;
    }

    /** Whether a name is the id of a node. */
    boolean knows(String name) {
        return nodes.stream().anyMatch(node -> node.id().equals(name));
    }
}
