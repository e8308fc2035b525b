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

    private static final int LAST_PORT = 65_535;

    private final List<ProcessRecord> running;
    private final Opening opening;

    /**
     * Before a start.
     *
     * @param running nodes of this build that run
     */
    public Preflight(List<ProcessRecord> running) {
        this(running, port -> new ServerSocket(port).close());
    }

    Preflight(List<ProcessRecord> running, Opening opening) {
        this.running = List.copyOf(running);
        this.opening = opening;
    }

    /** Listens on a port for a moment. */
    @FunctionalInterface
    interface Opening {
        void listen(int port) throws IOException;
    }

    /**
     * Looks at nodes that are to be started together.
     *
     * @param nodes the nodes
     * @return all mistakes
     */
    public List<Problem> problems(List<NodeLaunch> nodes) {
        return problems(nodes, false);
    }

    /**
     * Looks at nodes that are to be started together when those that run have been stopped: what these hold is free then.
     *
     * @param nodes the nodes
     * @return all mistakes, except for ports whose holder cannot be found out now
     */
    public List<Problem> problemsOfRestart(List<NodeLaunch> nodes) {
        return problems(nodes, true);
    }

    private List<Problem> problems(List<NodeLaunch> nodes, boolean restart) {
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
                } else {
                    mistake(use.port(), restart).ifPresent(text -> problems.add(Problem.error(what, text)));
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

    private Optional<String> mistake(int port, boolean restart) {
        if (port > LAST_PORT) {
            return Optional.of("port " + port + " is no port, since the last one is " + LAST_PORT
                    + ". Choose another portOffset or port.");
        }
        try {
            opening.listen(port);
            return Optional.empty();
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Permission denied")) {
                return Optional.of(
                        "port " + port + " may not be opened by this user. Choose another portOffset or port,"
                                + " above 1023, or run Maven as a user who may.");
            }
            Optional<ProcessHandle> holder = new PortHolders().find(port);
            boolean passes =
                    restart && holder.filter(process -> !isOwn(process)).isEmpty();
            return passes ? Optional.empty() : Optional.of("port " + port + " is in use" + text(holder));
        }
    }

    private boolean isOwn(ProcessHandle process) {
        return running.stream().anyMatch(node -> node.living().contains(process));
    }

    private String text(Optional<ProcessHandle> holder) {
        Optional<ProcessRecord> own = holder.flatMap(process ->
                running.stream().filter(node -> node.living().contains(process)).findFirst());
        if (own.isPresent()) {
            return " by " + own.get().node() + " of this cluster. Run ei-cluster:stop first.";
        }
        return holder.map(process -> " by " + PortHolders.text(process)).orElse("")
                + ". Stop the program that listens there, or choose another portOffset or port.";
    }
}
