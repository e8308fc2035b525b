package io.github.eicluster.smoke;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.ListenerPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Looks at a running cluster over the network, as its clients, its load balancer and its members do. */
public final class SmokeTest {

    /** Subject of what the load balancer does. */
    static final String BALANCER = "load balancer";

    /** Subject of the databases. */
    static final String DATABASES = "databases";

    private static final int THREADS = 8;

    private final SmokeTarget target;
    private final SmokeOptions options;
    private final Optional<NodeControl> control;
    private final Names names;

    /**
     * A test.
     *
     * @param target the cluster as it is meant to be
     * @param options how it is looked at
     * @param control stops and starts nodes; absent: failover is not tried
     */
    public SmokeTest(SmokeTarget target, SmokeOptions options, Optional<NodeControl> control) {
        this.target = target;
        this.options = options;
        this.control = control;
        this.names = new Names(target.addresses());
    }

    /**
     * Runs all checks: those that read only at the same time, then the one that stops a node.
     *
     * @param strict whether what could not be checked counts as a failure
     * @return what was found
     * @throws InterruptedException if this thread is to end
     */
    public SmokeReport run(boolean strict) throws InterruptedException {
        long began = System.nanoTime();
        List<Result> results = new ArrayList<>();
        try (Client client = new Client(names, options.timeout())) {
            List<Check> checks = new ArrayList<>();
            target.fronts().stream().filter(this::known).forEach(front -> balancer(front, client, checks));
            target.nodes().forEach(node -> node(node, checks));
            target.databases().forEach(database -> checks.add(database(database)));
            target.fronts().stream().filter(front -> !known(front)).forEach(front -> results.add(unresolved(front)));
            results.addAll(together(checks));
            target.nodes().stream()
                    .filter(node -> node.host().isEmpty())
                    .forEach(node -> results.add(Result.unchecked(
                            node.id(),
                            "ports",
                            "the POM says no host: the membership scheme finds the node",
                            "Look at the member list in the log of a node.")));
            if (control.isPresent()) {
                results.add(new FailoverCheck(target, options, client, control.get(), FailoverCheck.PAUSE).run());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SmokeReport(target.name(), results, strict, Duration.ofNanos(System.nanoTime() - began));
    }

    private boolean known(Front front) {
        try {
            names.first(front.host());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Result unresolved(Front front) {
        return Result.unchecked(
                BALANCER,
                front.kind(),
                "the address of " + front.host() + " is known neither to the POM nor to this machine",
                "Declare address in cluster/loadBalancer, or give -Dei-cluster.smoke-test.address.");
    }

    private void balancer(Front front, Client client, List<Check> checks) {
        checks.add(new PortCheck(
                BALANCER,
                front.kind(),
                front.host(),
                front.port(),
                false,
                "Start the load balancer with the files of this cluster.",
                names,
                options.timeout()));
        if (front.secure()) {
            checks.add(new CertificateCheck(
                    BALANCER,
                    front.kind(),
                    front.host(),
                    front.port(),
                    front.host(),
                    target.trust().map(Trust::withPublicAuthorities),
                    names,
                    options.timeout()));
        }
        if (front.kind().equals("console")) {
            checks.add(new ConsoleCheck(front, target.http(), options, client));
        } else {
            checks.add(new SpreadCheck(front, target, options, client));
            checks.add(new WsdlCheck(front, target, options, client));
        }
    }

    private void node(TestedNode node, List<Check> checks) {
        if (node.host().isEmpty()) {
            return;
        }
        String host = node.host().get();
        ListenerPorts ports = node.ports();
        String member = node.memberHost().orElse(host);
        checks.add(port(
                node,
                "member",
                member,
                node.memberPort(),
                true,
                "Start the node, and look in its log for the port that Hazelcast has taken: if this one is busy it takes"
                        + " the next, where the other members do not look."));
        String start = "Start the node, and look in its log for the listeners.";
        listener(node, "http", host, ports.http(), false, start, checks);
        listener(node, "https", host, ports.https(), true, start, checks);
        listener(node, "console", host, ports.console(), true, start, checks);
        listener(node, "console http", host, ports.consoleHttp(), false, start, checks);
    }

    private void listener(
            TestedNode node, String name, String host, int port, boolean secure, String remedy, List<Check> checks) {
        if (port == 0) {
            return;
        }
        checks.add(port(node, name, host, port, node.shielded(), remedy));
        if (secure) {
            checks.add(new CertificateCheck(
                    node.id(), name, host, port, node.tlsName(), target.trust(), names, options.timeout()));
        }
    }

    private Check port(TestedNode node, String name, String host, int port, boolean shielded, String remedy) {
        return new PortCheck(node.id(), name, host, port, shielded, remedy, names, options.timeout());
    }

    private Check database(TestedDatabase database) {
        return new PortCheck(
                DATABASES,
                database.name() + " on " + database.host(),
                database.host(),
                database.port(),
                true,
                "Start the database server, or correct host and port in cluster/database;"
                        + " ei-cluster:check-databases looks further.",
                names,
                options.timeout());
    }

    /** All at once; the results come in the order of the checks. */
    private List<Result> together(List<Check> checks) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "smoke-test");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<List<Result>>> calls = checks.stream()
                    .map(check -> (Callable<List<Result>>) check::run)
                    .toList();
            long patience = patience(options, checks.size());
            List<Result> results = new ArrayList<>();
            List<Future<List<Result>>> futures = threads.invokeAll(calls, patience, TimeUnit.MILLISECONDS);
            for (int i = 0; i < futures.size(); i++) {
                results.addAll(outcome(futures.get(i), checks.get(i), patience));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Milliseconds: each check may take all its requests and some more, and only some checks run at a time. */
    static long patience(SmokeOptions options, int checks) {
        return options.timeout().toMillis() * (2 * options.requests() + THREADS) * (1 + checks / THREADS);
    }

    private static List<Result> outcome(Future<List<Result>> future, Check check, long patience)
            throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException e) {
            return List.of(Result.unchecked(
                    check.subject(),
                    check.title(),
                    "did not end in " + patience / 1000 + " s",
                    "Look whether load balancer and nodes answer at all, and raise smokeTimeout if they are slow."));
        } catch (ExecutionException e) {
            throw new ClusterException("A check of the smoke test broke off: " + e.getCause(), e.getCause());
        }
    }
}
