package io.github.eicluster.smoke;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Many requests, and who answered them. */
final class Round {

    private static final int HOPELESS = 3;
    private static final int OK = 200;

    private final NodeNames nodes;
    private final Map<String, Integer> answers = new TreeMap<>();
    private int sent;
    private int answered;
    private int nameless;
    private int unnamed;
    private String problem = "";
    private int problems;

    Round(NodeNames nodes) {
        this.nodes = nodes;
    }

    /**
     * Sends requests, until the first three have all failed.
     *
     * @param client sends
     * @param url what is asked for
     * @param requests how many
     * @param cookies of one client for all requests; absent: each request is that of a new client
     */
    Round send(Client client, URI url, int requests, Optional<Cookies> cookies) {
        for (int i = 0; i < requests && !(problems == HOPELESS && sent == HOPELESS); i++) {
            sent++;
            try {
                take(client.get(url, cookies.orElseGet(Cookies::new)));
            } catch (IOException e) {
                failed(Network.reason(e));
            }
        }
        return this;
    }

    private void take(Client.Answer answer) {
        Optional<String> node = nodes.of(answer);
        if (answer.status() == OK && node.isPresent()) {
            answered++;
            answers.merge(node.get(), 1, Integer::sum);
        } else if (answer.status() >= 500 || node.isPresent()) {
            failed("the answer is " + answer.status());
        } else {
            nameless++;
            unnamed = answer.status();
        }
    }

    private void failed(String why) {
        problems++;
        problem = why;
    }

    /** {@return how many requests each node has answered} */
    Map<String, Integer> answers() {
        return answers;
    }

    /** {@return such as {@code node1 10, node2 10}} */
    String counts() {
        return text(answers);
    }

    static String text(Map<String, Integer> answers) {
        return answers.entrySet().stream()
                .map(node -> node.getKey() + " " + node.getValue())
                .collect(Collectors.joining(", "));
    }

    int sent() {
        return sent;
    }

    /** {@return what is wrong with the requests that failed or, if nodes are named, with the answers that name none} */
    Optional<String> problem() {
        return answered == 0 && problems == 0 ? Optional.empty() : trouble();
    }

    /** {@return what is wrong with the requests that were not answered by a node that is named} */
    Optional<String> trouble() {
        if (problems > 0) {
            return Optional.of(problems + " of " + sent + " requests failed, the last one because " + problem);
        }
        return nameless == 0
                ? Optional.empty()
                : Optional.of(nameless + " of " + sent + " answers name no node, the last one with status " + unnamed);
    }

    /** {@return the status of answers that name no node, if no answer names one} */
    Optional<Integer> nameless() {
        return answered == 0 && problems == 0 && nameless > 0 ? Optional.of(unnamed) : Optional.empty();
    }
}
