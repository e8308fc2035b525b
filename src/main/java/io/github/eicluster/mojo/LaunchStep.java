package io.github.eicluster.mojo;

import io.github.eicluster.jdbc.Initialiser;
import io.github.eicluster.jdbc.LoadedDriver;
import io.github.eicluster.jdbc.PlannedServer;
import io.github.eicluster.launch.LaunchFailure;
import io.github.eicluster.launch.Launcher;
import io.github.eicluster.launch.NodeLaunch;
import io.github.eicluster.launch.Preflight;
import io.github.eicluster.launch.ProcessId;
import io.github.eicluster.launch.ProcessRecord;
import io.github.eicluster.launch.ProcessRecords;
import io.github.eicluster.launch.RunningNode;
import io.github.eicluster.launch.Stopper;
import io.github.eicluster.launch.Timing;
import io.github.eicluster.maven.JdkToolchains;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Problem;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Starts the nodes of a build on this machine. */
final class LaunchStep {

    private static final Duration DATABASE = Duration.ofSeconds(30);

    private final ClusterBuild build;
    private final Services services;
    private final Timing timing;
    private final Log log;
    private final boolean windows = File.separatorChar == '\\';
    private final OwnProcesses own;
    private final ProcessRecords records;
    private final LaunchMonitor monitor;
    private final LaunchPlan plan;

    LaunchStep(
            ClusterBuild build, Services services, JdkToolchains toolchains, Timing timing, Log log, OwnProcesses own) {
        this.build = build;
        this.services = services;
        this.timing = timing;
        this.log = log;
        this.own = own;
        this.records = own.records();
        this.monitor = new LaunchMonitor(log, StatusLine.of(build.session(), log));
        this.plan = new LaunchPlan(
                build,
                new NodeHomes(build, log),
                new NodeJava(toolchains, build.planned().version()),
                windows);
    }

    /** Starts the nodes that do not run, and gives all; unless they are kept, they are stopped at the end of this Maven. */
    List<RunningNode> start(boolean kept) throws IOException {
        return start(kept ? Optional.empty() : Optional.of(ProcessId.of(ProcessHandle.current())));
    }

    private List<RunningNode> start(Optional<ProcessId> owner) throws IOException {
        List<RunningNode> before = new ArrayList<>();
        List<NodeLaunch> wanted = new ArrayList<>();
        for (String id : plan.order()) {
            Optional<ProcessRecord> record = records.of(id).filter(ProcessRecord::runs);
            if (record.isPresent()) {
                before.add(found(record.get()));
                log.info(id + ": runs already");
            } else {
                wanted.add(plan.node(id));
            }
        }
        fly(wanted);
        if (before.isEmpty()) {
            makeTables();
        }
        return launch(wanted, before, owner);
    }

    private RunningNode found(ProcessRecord record) {
        return RunningNode.found(plan.running(record.node(), record.home()), record);
    }

    private void fly(List<NodeLaunch> wanted) {
        conclude("Nothing was started:", new Preflight(records.running()).problems(wanted));
        wanted.forEach(node -> log.info(node.id() + ": " + node.home() + ", Java " + node.javaHome()));
    }

    private static void conclude(String start, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ClusterException(
                    problems.stream().map(Problem::text).collect(Collectors.joining("\n  ", start + "\n  ", "")));
        }
    }

    private List<RunningNode> launch(List<NodeLaunch> wanted, List<RunningNode> before, Optional<ProcessId> owner) {
        own.stopAtEnd(timing.stop(), monitor);
        try {
            return new Launcher(new NodeSpawner(windows), records, monitor, timing, windows, owner)
                    .start(wanted, before);
        } catch (LaunchFailure e) {
            List<NodeLaunch> all =
                    new ArrayList<>(before.stream().map(RunningNode::launch).toList());
            all.addAll(wanted);
            throw new RuleFinder(all).explain(e);
        }
    }

    /** Embedded databases get their tables before a server looks for them: H2 makes files, and servers make no tables. */
    private void makeTables() {
        if (build.planned().cluster().databases().type() != DatabaseType.H2) {
            return;
        }
        LiveDatabases databases = new LiveDatabases(build, services);
        List<Problem> problems = new ArrayList<>();
        try (LoadedDriver driver = databases.driver(DATABASE)) {
            Initialiser initialiser = new Initialiser(driver, log::info, DATABASE);
            for (PlannedServer server : databases.servers()) {
                problems.addAll(initialiser.run(server.targets(), Optional.empty(), server::creations));
            }
        }
        databases.conclude(problems, log);
    }

    /** Stops and starts all nodes, or one after the other while the others work on. */
    void restart(boolean rolling) throws IOException {
        List<ProcessRecord> running = records.running();
        if (running.isEmpty()) {
            throw new ClusterException("No node of this cluster runs here. Start them with ei-cluster:start.");
        }
        if (rolling) {
            requireWhole(running);
        }
        requireStartable(running);
        if (!rolling) {
            Optional<ProcessId> owner = living(running.get(0));
            new Stopper(records, timing, monitor).stopAll();
            start(owner);
            return;
        }
        for (String id : plan.order()) {
            startAgain(stop(id));
        }
    }

    /** Whether a node was started here, and runs. */
    boolean runs(String id) {
        return records.of(id).filter(ProcessRecord::runs).isPresent();
    }

    /** Stops one node while the others work on, and gives what it was. */
    ProcessRecord stop(String id) {
        ProcessRecord record = records.of(id).orElseThrow();
        new Stopper(records, timing, monitor).stop(record, running(id));
        return record;
    }

    /** Starts a node that was stopped while the others worked on. */
    void startAgain(ProcessRecord stopped) throws IOException {
        NodeLaunch node = plan.node(stopped.node());
        fly(List.of(node));
        launch(List.of(node), running(stopped.node()).stream().map(this::found).toList(), living(stopped));
    }

    /** What stops a start is found while the nodes still run. */
    private void requireStartable(List<ProcessRecord> running) throws IOException {
        List<NodeLaunch> next = new ArrayList<>();
        for (String id : plan.order()) {
            next.add(plan.next(id));
        }
        conclude("Nothing was stopped:", new Preflight(running).problemsOfRestart(next));
    }

    private void requireWhole(List<ProcessRecord> running) {
        List<String> ids = running.stream().map(ProcessRecord::node).toList();
        String missing = plan.order().stream().filter(id -> !ids.contains(id)).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ClusterException("A rolling restart begins with a whole cluster, and " + missing
                    + " does not run. Start it with ei-cluster:start.");
        }
        String surplus = ids.stream().filter(id -> !plan.order().contains(id)).collect(Collectors.joining(", "));
        if (!surplus.isEmpty()) {
            throw new ClusterException(
                    surplus + " runs, and is no node of this cluster any more. Stop with ei-cluster:stop.");
        }
    }

    private List<ProcessRecord> running(String without) {
        return records.running().stream()
                .filter(record -> !record.node().equals(without) && plan.order().contains(record.node()))
                .toList();
    }

    /** The Maven that stops a node at its end, if it is still there. */
    private static Optional<ProcessId> living(ProcessRecord record) {
        return record.owner().filter(owner -> owner.find().isPresent());
    }
}
