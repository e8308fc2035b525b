package io.github.eicluster.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What has to be seen of a node before it counts as up. */
final class Proofs {

    private static final int CONNECT_MILLIS = 500;

    private final RunningNode node;
    private final Membership membership;
    private final List<PortUse> silent;

    Proofs(RunningNode node, Membership membership) {
        this.node = node;
        this.membership = membership;
        this.silent = new ArrayList<>(
                node.launch().ports().stream().filter(PortUse::proof).toList());
    }

    boolean complete() {
        if (!node.log().up() || (node.launch().clusters() && !joined())) {
            return false;
        }
        silent.removeIf(port -> answers(port.port()));
        return silent.isEmpty();
    }

    private boolean joined() {
        return node.log().initialised() && membership.complete();
    }

    private boolean answers(int port) {
        return connects(InetAddress.getLoopbackAddress(), port)
                || connects(node.launch().host(), port);
    }

    private static boolean connects(String host, int port) {
        try {
            return connects(InetAddress.getByName(host), port);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean connects(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return one line about a node that is up} */
    String text(Duration elapsed) {
        String members = node.launch().clusters()
                ? ", sees " + membership.seenBy(node) + " of " + membership.size() + " members"
                : "";
        String ports = node.launch().ports().stream()
                .filter(PortUse::proof)
                .map(port -> ", " + port.kind() + " " + port.port())
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT, "%s: up in %.1f s%s%s", node.launch().id(), elapsed.toMillis() / 1e3, members, ports);
    }

    /** {@return how far the node is} */
    String progress() {
        List<String> steps = new ArrayList<>();
        if (node.launch().clusters()) {
            steps.add(
                    node.log().initialised()
                            ? "sees " + membership.seenBy(node) + " of " + membership.size() + " members"
                            : "not yet in the cluster");
        }
        steps.add(node.log().up() ? "server started" : "server starts");
        if (node.log().up() && !silent.isEmpty()) {
            steps.add("waits for port " + silent.get(0).port());
        }
        return String.join(", ", steps);
    }

    /** {@return what has not been seen, one sentence} */
    String missing() {
        List<String> missing = new ArrayList<>();
        if (node.launch().clusters() && !node.log().initialised()) {
            missing.add("'Cluster initialization completed' is not in its log");
        } else if (node.launch().clusters() && !membership.complete()) {
            missing.add("not all members see each other");
        }
        if (!node.log().up()) {
            missing.add("'WSO2 Carbon started' is not in its log");
        } else if (!silent.isEmpty()) {
            missing.add("nothing answers on "
                    + silent.stream()
                            .map(port -> port.kind() + " " + port.port())
                            .collect(Collectors.joining(", ")));
        }
        return String.join(", and ", missing) + ".";
    }
}
