package io.github.eicluster.smoke;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether the requests to a virtual server of services reach the nodes that share them, or stay on one node if they are
 * to.
 *
 * @param front the virtual server
 * @param target the cluster
 * @param options how many requests
 * @param client sends them
 */
record SpreadCheck(Front front, SmokeTarget target, SmokeOptions options, Client client) implements Check {

    @Override
    public String subject() {
        return SmokeTest.BALANCER;
    }

    @Override
    public String title() {
        return front.kind() + " requests are spread over the nodes";
    }

    @Override
    public List<Result> run() {
        return front.sticky() ? List.of(affinity(), spread()) : List.of(spread());
    }

    private int requests() {
        return Math.max(options.requests(), 2 * front.active().size());
    }

    private Result affinity() {
        String check = front.kind() + " requests of a client stay on one node";
        Round round = round(Optional.of(new Cookies()));
        Optional<Result> broken = broken(check, round);
        if (broken.isPresent()) {
            return broken.get();
        }
        if (front.active().size() == 1) {
            return Result.unchecked(SmokeTest.BALANCER, check, "there is only one active node", "Nothing is to do.");
        }
        return round.answers().size() == 1
                ? Result.passed(SmokeTest.BALANCER, check, round.counts())
                : Result.failed(
                        SmokeTest.BALANCER,
                        check,
                        "one client was answered by " + round.counts(),
                        "Install the load balancer's files of this cluster, or remove sessionAffinity.");
    }

    private Result spread() {
        String check = title();
        Round round = round(Optional.empty());
        Optional<Result> broken = broken(check, round);
        if (broken.isPresent()) {
            Map<String, Integer> logged = round.nameless().isPresent() ? logged() : Map.of();
            return logged.isEmpty() ? broken.get() : byLogs(check, logged);
        }
        return judge(check, round.sent() + " requests: " + round.counts(), round.answers());
    }

    /** Who took a request that no log shows is not known, so that nobody can be said to get none. */
    private Result byLogs(String check, Map<String, Integer> logged) {
        int seen = logged.values().stream().mapToInt(Integer::intValue).sum();
        if (seen != requests()) {
            return Result.unchecked(
                    SmokeTest.BALANCER,
                    check,
                    "the logs show " + seen + " of " + requests() + " requests: " + Round.text(logged),
                    "Run the goal again, on the machine where all nodes were started by ei-cluster:start.");
        }
        return judge(check, seen + " requests, by the logs of the nodes: " + Round.text(logged), logged);
    }

    private Map<String, Integer> logged() {
        if (target.logs().isEmpty()) {
            return Map.of();
        }
        try {
            return new NodeLogs(target.logs()).count(client, front.at(options.healthPath()), requests());
        } catch (IOException e) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private Result judge(String check, String counts, Map<String, Integer> answers) {
        NodeNames nodes = new NodeNames(target.nodes());
        Optional<String> stranger = answers.keySet().stream()
                .filter(name -> !target.nodes().isEmpty() && !nodes.knows(name))
                .findFirst();
        if (stranger.isPresent()) {
            return stranger(check, stranger.get(), counts);
        }
        if (front.active().isEmpty()) {
            return answers.size() > 1
                    ? Result.passed(SmokeTest.BALANCER, check, counts)
                    : Result.unchecked(
                            SmokeTest.BALANCER,
                            check,
                            counts + "; whether there are more nodes is not known",
                            "Run the goal with the POM of the cluster.");
        }
        TreeSet<String> missing = new TreeSet<>(front.active());
        missing.removeAll(answers.keySet());
        if (front.sticky() && answers.size() == 1 && !missing.isEmpty()) {
            return Result.unchecked(
                    SmokeTest.BALANCER,
                    check,
                    counts + "; the load balancer keeps this machine on one node",
                    "Call the service from other machines, or run the goal before sessionAffinity is switched on.");
        }
        TreeSet<String> others = new TreeSet<>(answers.keySet());
        others.removeAll(front.active());
        return judge(check, counts, missing, others);
    }

    private Result judge(String check, String counts, TreeSet<String> missing, TreeSet<String> others) {
        if (!missing.isEmpty()) {
            return Result.failed(
                            SmokeTest.BALANCER,
                            check,
                            String.join(", ", missing) + " answered none of " + counts,
                            "Look whether the load balancer names the listeners of "
                                    + (missing.size() == 1 ? "that node" : "those nodes")
                                    + ", and whether it can reach them.")
                    .rule("EIC313");
        }
        if (!others.isEmpty()) {
            return Result.failed(
                            SmokeTest.BALANCER,
                            check,
                            String.join(", ", others) + " is not to get requests, but does: " + counts,
                            "Give the load balancer the files of this cluster; see the roles in cluster/nodes.")
                    .rule("EIC313");
        }
        return Result.passed(SmokeTest.BALANCER, check, counts);
    }

    private static Result stranger(String check, String name, String counts) {
        return Result.unchecked(
                SmokeTest.BALANCER,
                check,
                counts + "; '" + name + "' tells no node of the cluster from the others",
                "Start each node with -Dei-cluster.node=<its id>, as ei-cluster:start does.");
    }

    private Round round(Optional<Cookies> cookies) {
        return new Round(new NodeNames(target.nodes()))
                .send(client, front.at(options.healthPath()), requests(), cookies);
    }

    /** What makes the question pointless: requests that fail, or answers that name no node. */
    private Optional<Result> broken(String check, Round round) {
        String url = front.at(options.healthPath()).toString();
        if (round.problem().isPresent()) {
            return Optional.of(Result.failed(
                    SmokeTest.BALANCER,
                    check,
                    url + ": " + round.problem().get(),
                    "Look at the log of the load balancer, and at the listeners of the nodes."));
        }
        return round.nameless()
                .map(status -> Result.unchecked(
                        SmokeTest.BALANCER,
                        check,
                        url + " answers " + status + " and names no node",
                        "Deploy the sample application: build the nodes with -Dei-cluster.sampleCar, or copy what"
                                + " ei-cluster:sample-car writes. A service of your own may name the node in the header"
                                + " X-EI-Node."));
    }
}
