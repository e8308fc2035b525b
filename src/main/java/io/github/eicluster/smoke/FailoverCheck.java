package io.github.eicluster.smoke;

import io.github.eicluster.model.ClusterException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether requests go on while a node is stopped, and whether the node gets requests again when it is back.
 *
 * @param target the cluster
 * @param options how many requests
 * @param client sends them
 * @param control stops and starts the node
 * @param pause between the rounds of requests until the node answers again
 */
record FailoverCheck(SmokeTarget target, SmokeOptions options, Client client, NodeControl control, Duration pause) {

    private static final String CHECK = "requests go on without a node, and it comes back";
    private static final String SUBJECT = "cluster";

    /** Balancers leave a node out for about ten seconds after it has failed. */
    private static final int ROUNDS_UNTIL_BACK = 60;

    /** The pause with which this is about half a minute. */
    static final Duration PAUSE = Duration.ofMillis(500);

    private static final long GAP = 20;

    Result run() throws InterruptedException {
        Optional<Front> front = target.https().or(target::http);
        if (front.isEmpty() || front.get().active().size() < 2) {
            return Result.unchecked(
                    SUBJECT,
                    CHECK,
                    "it takes a load balancer and two active nodes",
                    "Declare loadBalancer in the POM.");
        }
        URI url = front.get().at(options.healthPath());
        NodeNames nodes = new NodeNames(target.nodes());
        Round before =
                new Round(nodes).send(client, url, 2 * front.get().active().size(), Optional.empty());
        Optional<String> victim = before.answers().keySet().stream()
                .filter(front.get().active()::contains)
                .reduce((one, later) -> later);
        if (before.problem().isPresent() || victim.isEmpty()) {
            return Result.unchecked(
                    SUBJECT,
                    CHECK,
                    before.problem().orElse("the answers of " + url + " name no node of the cluster"),
                    "See the checks of the load balancer.");
        }
        if (!control.controls(victim.get())) {
            return Result.unchecked(
                    SUBJECT,
                    CHECK,
                    victim.get() + " was not started by ei-cluster:start on this machine",
                    "Start the cluster with ei-cluster:start, or stop a node by hand and run the goal again.");
        }
        return stop(front.get(), url, nodes, victim.get());
    }

    private Result stop(Front front, URI url, NodeNames nodes, String victim) throws InterruptedException {
        Round meanwhile = new Round(nodes);
        Round without = new Round(nodes);
        Optional<String> trouble = attempt(() -> during(() -> control.stop(victim), meanwhile, url));
        if (trouble.isPresent()) {
            return failed("stopping " + victim + " fails: " + trouble.get());
        }
        without.send(
                client, url, Math.max(options.requests(), 2 * front.active().size()), Optional.empty());
        // Whatever was seen, the node is started again.
        trouble = attempt(() -> control.start(victim));
        if (trouble.isPresent()) {
            return failed(victim + " does not start again: " + trouble.get());
        }
        Optional<String> problem = meanwhile.trouble().or(without::trouble);
        if (problem.isPresent()) {
            return failed("while " + victim + " was stopped, " + problem.get());
        }
        if (without.answers().containsKey(victim)) {
            return failed(victim + " answered although it was stopped: " + without.counts());
        }
        Map<String, Integer> back = awaitAnswer(url, nodes, victim);
        String counts = meanwhile.sent() + " requests while " + victim + " stopped and " + without.sent()
                + " without it: " + without.counts();
        return back.containsKey(victim)
                ? Result.passed(SUBJECT, CHECK, counts + "; " + victim + " is back")
                : failed(victim + " gets no requests again after its start; " + counts);
    }

    /** Work that may be interrupted. */
    private interface Work {
        void run() throws InterruptedException;
    }

    private static Optional<String> attempt(Work work) throws InterruptedException {
        try {
            work.run();
            return Optional.empty();
        } catch (ClusterException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Sends requests until the work has ended, or one of them is not answered as it should be; at least one. */
    private void during(Runnable work, Round round, URI url) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread caller = new Thread(
                () -> {
                    try {
                        do {
                            round.send(client, url, 1, Optional.empty());
                        } while (round.trouble().isEmpty() && !ended.await(GAP, TimeUnit.MILLISECONDS));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "smoke-test failover");
        caller.setDaemon(true);
        caller.start();
        try {
            work.run();
        } finally {
            ended.countDown();
            caller.join();
        }
    }

    private Map<String, Integer> awaitAnswer(URI url, NodeNames nodes, String victim) throws InterruptedException {
        Round round = new Round(nodes);
        for (int i = 0; i < ROUNDS_UNTIL_BACK && !round.answers().containsKey(victim); i++) {
            round.send(client, url, target.nodes().size(), Optional.empty());
            if (!round.answers().containsKey(victim)) {
                Thread.sleep(pause.toMillis());
            }
        }
        return round.answers();
    }

    private static Result failed(String message) {
        return Result.failed(
                SUBJECT, CHECK, message, "Look at the log of the load balancer, and at the log of the node.");
    }
}
