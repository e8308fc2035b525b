package io.github.eicluster.launch;

import io.github.eicluster.model.Problem;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what would fail before anything is started. */
public final class Preflight {

    private final List<ProcessRecord> running;

    /**
     * Before a start.
     *
     * @param running nodes of this build that run
     */
    public Preflight(List<ProcessRecord> running) {
        this.running = List.copyOf(running);
    }

    /**
     * Looks at nodes that are to be started together.
     *
     * @param nodes the nodes
     * @return all mistakes
     */
    public List<Problem> problems(List<NodeLaunch> nodes) {
        List<Problem> problems = new ArrayList<>();
        for (NodeLaunch node : nodes) {
            blank(node.id(), node.home()).ifPresent(problems::add);
        }
        Map<Integer, String> wanted = new LinkedHashMap<>();
        for (NodeLaunch node : nodes) {
            for (PortUse use : node.ports()) {
                String what = node.id() + " (" + use.kind() + ")";
                String before = wanted.putIfAbsent(use.port(), what);
                if (before != null) {
                    problems.add(Problem.error(
                            what,
                            "port " + use.port() + " is also the one of " + before
                                    + ", and both run on this machine (EIC303). Give the nodes different portOffset"
                                    + " and memberPort."));
                } else if (isTaken(use.port())) {
                    problems.add(Problem.error(what, "port " + use.port() + " is in use" + holder(use.port())));
                }
            }
        }
        return problems;
    }

    /** integrator.sh hands its arguments on without quotes. */
    private static Optional<Problem> blank(String id, Path home) {
        return home.toString().matches("(?s).*\\s.*")
                ? Optional.of(Problem.error(
                        id,
                        "'" + home + "' holds a blank, and the start script of EI does not work in such a directory."
                                + " Build in a directory without one."))
                : Optional.empty();
    }

    private String holder(int port) {
        Optional<ProcessHandle> holder = new PortHolders().find(port);
        Optional<ProcessRecord> own = holder.flatMap(process ->
                running.stream().filter(node -> node.living().contains(process)).findFirst());
        if (own.isPresent()) {
            return " by " + own.get().node() + " of this cluster. Run ei-cluster:stop first.";
        }
        return holder.map(process -> " by " + PortHolders.text(process)).orElse("")
                + ". Stop the program that listens there, or choose another portOffset or port.";
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
