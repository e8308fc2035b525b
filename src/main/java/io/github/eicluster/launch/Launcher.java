package io.github.eicluster.launch;

import io.github.eicluster.model.ClusterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Starts nodes one after the other, each when the one before it is up and in the cluster. */
public final class Launcher {

    static final Duration PAUSE = Duration.ofMillis(100);

    private final Spawner spawner;
    private final ProcessRecords records;
    private final Monitor monitor;
    private final Timing timing;
    private final boolean windows;
    private final Optional<ProcessId> owner;

    /**
     * Starts nodes.
     *
     * @param spawner begins processes
     * @param records remembers them
     * @param monitor hears how far it is
     * @param timing how long it may take
     * @param windows whether this machine runs Windows
     * @param owner the program at whose end the nodes are to be stopped once all are up; absent if they run on. Until then
     *     it is this program
     */
    public Launcher(
            Spawner spawner,
            ProcessRecords records,
            Monitor monitor,
            Timing timing,
            boolean windows,
            Optional<ProcessId> owner) {
        this.spawner = spawner;
        this.records = records;
        this.monitor = monitor;
        this.timing = timing;
        this.windows = windows;
        this.owner = owner;
    }

    /**
     * Starts nodes and waits until they are up and see each other, and those that ran before. Where all ran before, nothing
     * is awaited.
     *
     * @param nodes what to start, in this order
     * @param before nodes of the same cluster that run
     * @return all nodes that run now
     * @throws LaunchFailure if a node does not come up; all that this call has started has ended then
     */
    public List<RunningNode> start(List<NodeLaunch> nodes, List<RunningNode> before) {
        List<RunningNode> all = new ArrayList<>(before);
        List<NodeLaunch> begun = new ArrayList<>();
        boolean done = false;
        try {
            for (NodeLaunch node : nodes) {
                begun.add(node);
                RunningNode newest = spawn(node);
                all.add(newest);
                await(newest, all);
            }
            for (NodeLaunch node : begun) {
                records.update(node.id(), record -> record.withLiving().ownedBy(owner));
            }
            done = true;
            Membership membership = new Membership(all);
            if (!membership.complete()) {
                monitor.warn("The nodes do not see each other. " + membership.text());
            }
            membership
                    .strangers()
                    .ifPresent(strangers -> monitor.warn("The nodes also see " + strangers
                            + ", no node of this cluster: another cluster that they reach has the same domain."));
            return all;
        } catch (UncheckedIOException e) {
            // An interruption closes the file that is read or written just then.
            throw e.getCause() instanceof ClosedByInterruptException ? interrupted(e) : e;
        } finally {
            monitor.statusEnds();
            if (!done) {
                giveUp(begun);
            }
        }
    }

    private void giveUp(List<NodeLaunch> begun) {
        // What was interrupted still leaves nothing behind.
        boolean interrupted = Thread.interrupted();
        try {
            Collections.reverse(begun);
            Stopper stopper = new Stopper(records, timing, monitor);
            List<ProcessRecord> left = begun.stream()
                    .map(node -> records.of(node.id()))
                    .flatMap(Optional::stream)
                    .toList();
            left.forEach(stopper::kill);
            begun.forEach(node ->
                    node.password().ifPresent(password -> delete(node.home().resolve(password.file()))));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RunningNode spawn(NodeLaunch node) {
        // The end of this program waits until the node is remembered.
        synchronized (records) {
            records.requireOpen();
            return begin(node);
        }
    }

    private RunningNode begin(NodeLaunch node) {
        try {
            // What cannot be read is found before there is a process.
            int order =
                    records.all().stream().mapToInt(ProcessRecord::order).max().orElse(0) + 1;
            Files.createDirectories(node.log().resolveSibling(""));
            // A server that was killed leaves it, and the script would take what has the number now for the server.
            Files.deleteIfExists(node.home().resolve(Stopper.PID_FILE));
            node.password()
                    .ifPresent(password -> new OwnerFile(node.home().resolve(password.file()))
                            .write(password.value().reveal() + "\n"));
            return RunningNode.started(node, remembered(node, order));
        } catch (IOException e) {
            throw new ClusterException(
                    node.id() + ": '" + node.home().resolve("bin") + "' cannot be started from: " + e.getMessage()
                            + ". Give this user the right to run its script and to write to " + node.log() + ".",
                    e);
        }
    }

    /** Starts the process of a node and remembers it, or leaves none. */
    private Process remembered(NodeLaunch node, int order) throws IOException {
        Process process = spawner.start(Command.of(node, windows));
        try {
            records.write(new ProcessRecord(
                    node.id(),
                    node.home(),
                    node.log(),
                    node.clusters() ? node.memberPort() : 0,
                    order,
                    Optional.of(ProcessId.of(ProcessHandle.current())),
                    node.password().map(password -> node.home().resolve(password.file())),
                    List.of(ProcessId.of(process.toHandle()))));
            return process;
        } catch (RuntimeException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw e;
        }
    }

    private void await(RunningNode newest, List<RunningNode> all) {
        long began = System.nanoTime();
        long initialisedAt = 0;
        long loopbackAt = 0;
        Membership membership = new Membership(all);
        Proofs proofs = new Proofs(newest, membership);
        while (true) {
            all.forEach(RunningNode::look);
            // A server whose script ends is found again by what is remembered.
            records.update(newest.launch().id(), ProcessRecord::withLiving);
            long now = System.nanoTime();
            Duration elapsed = Duration.ofNanos(now - began);
            check(newest, all, now);
            if (newest.log().failure().isEmpty() && proofs.complete()) {
                monitor.statusEnds();
                monitor.note(proofs.text(elapsed));
                return;
            }
            if (membership.initialised() && !membership.complete() && membership.size() > 1) {
                initialisedAt = initialisedAt == 0 ? now : initialisedAt;
                if (now - initialisedAt >= timing.members().toNanos()) {
                    throw newest.failure(Cause.OWN_CLUSTER, membership.text(), List.of());
                }
            }
            String loopback = newest.log().advertisesLoopback();
            if (!loopback.isEmpty() && !newest.log().initialised()) {
                loopbackAt = loopbackAt == 0 ? now : loopbackAt;
                if (now - loopbackAt >= timing.members().toNanos()) {
                    throw newest.failure(Cause.LOOPBACK, "", List.of(loopback));
                }
            }
            if (elapsed.compareTo(timing.start()) >= 0) {
                throw newest.failure(
                        Cause.TIMEOUT,
                        "After " + timing.start().toSeconds() + " s " + proofs.missing() + " Its last words:",
                        newest.log().last());
            }
            monitor.status(String.format(
                    Locale.ROOT, "%s: %d s, %s", newest.launch().id(), elapsed.toSeconds(), proofs.progress()));
            pause();
        }
    }

    private static void check(RunningNode newest, List<RunningNode> all, long now) {
        newest.failure(now).ifPresent(failure -> {
            throw failure;
        });
        boolean alone = newest.launch().clusters()
                && newest.log().failure().isEmpty()
                && newest.log().up()
                && !newest.log().initialised();
        if (alone || (newest.launch().clusters() && newest.log().disabled())) {
            throw newest.failure(Cause.NOT_CLUSTERED, "", List.of());
        }
        for (RunningNode node : all) {
            if (!node.runs()) {
                throw node.failure(
                        Cause.DIED,
                        "It was up, and ended while another node started.",
                        node.log().last());
            }
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        }
    }

    private static ClusterException interrupted(Exception cause) {
        return new ClusterException("The wait for the nodes was interrupted.", cause);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
