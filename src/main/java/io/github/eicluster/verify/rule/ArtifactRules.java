package io.github.eicluster.verify.rule;

import io.github.eicluster.library.CarFacts;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.home.Artifacts;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Deployed artifacts: EIC501 and EIC502. */
final class ArtifactRules {

    /** Single files by type in an application. */
    private static final Map<String, String> FOLDERS = Map.of(
            "synapse/api", "synapse-configs/default/api/%s.xml",
            "synapse/endpoint", "synapse-configs/default/endpoints/%s.xml",
            "synapse/inbound-endpoint", "synapse-configs/default/inbound-endpoints/%s.xml",
            "synapse/local-entry", "synapse-configs/default/local-entries/%s.xml",
            "synapse/message-processors", "synapse-configs/default/message-processors/%s.xml",
            "synapse/message-store", "synapse-configs/default/message-stores/%s.xml",
            "synapse/proxy-service", "synapse-configs/default/proxy-services/%s.xml",
            "synapse/sequence", "synapse-configs/default/sequences/%s.xml",
            "synapse/task", "synapse-configs/default/tasks/%s.xml",
            "service/dataservice", "dataservices/%s.dbs");

    private ArtifactRules() {}

    static List<Rule> all() {
        return List.of(artifacts(), twice());
    }

    private static Rule artifacts() {
        return Rule.error("EIC501", "Nodes have different artifacts")
                .reason("A request succeeds or gets 404, or another version of the service, depending on the node.")
                .evidence("The deployers of the kernel read repository/deployment/server of their own node.")
                .example("orders_1.1.0.car on node1, orders_1.0.0.car on node2", "the same files on all nodes")
                .fix("Deploy the same files to all nodes.")
                .acrossNodes((cluster, findings) -> {
                    Map<NodeHome, Map<String, String>> hashes = findings.collect(
                            cluster.nodes(), node -> Artifacts.of(node).hashes());
                    Differences.odd(hashes, (node, usual) -> {
                        Map<String, String> own = hashes.get(node);
                        TreeSet<String> paths = new TreeSet<>(own.keySet());
                        paths.addAll(usual.keySet());
                        paths.removeIf(
                                path -> own.containsKey(path) && own.get(path).equals(usual.get(path)));
                        List<String> shown = new ArrayList<>();
                        paths.forEach(path -> shown.add(path.substring(Artifacts.SERVER.length())
                                + (!own.containsKey(path)
                                        ? " is missing"
                                        : usual.containsKey(path) ? " differs" : " is only here")));
                        findings.report(
                                Place.of(node.name(), paths.first()),
                                "other artifacts than on " + Differences.nodes(hashes, usual) + ": "
                                        + ClusterFileRules.shown(shown),
                                "Deploy the same files to all nodes.");
                    });
                });
    }

    private static Rule twice() {
        return Rule.warning("EIC502", "An artifact is deployed twice")
                .reason(
                        "Two applications of one name, or an artifact in an application and in a file of its own, replace"
                                + " each other in the order in which they are deployed.")
                .evidence("CAR deployer.")
                .example("orders_1.0.0.car and orders_1.1.0.car", "orders_1.1.0.car")
                .fix("Keep one of them.")
                .eachNode((node, cluster, findings) -> {
                    Map<String, String> names = new HashMap<>();
                    for (String car : Artifacts.of(node).cars()) {
                        findings.each(List.of(node), home -> twice(home, car, names, findings));
                    }
                });
    }

    private static void twice(NodeHome node, String car, Map<String, String> names, Findings findings) {
        Artifacts.Application application = Artifacts.of(node).application(car);
        String first = names.putIfAbsent(application.name(), car);
        if (first != null) {
            findings.report(
                    Place.of(node.name(), car),
                    "the application " + application.name() + " is also in " + first,
                    "Keep one of the two.");
        }
        for (CarFacts.Part part : application.parts()) {
            String single = Artifacts.SERVER
                    + String.format(Locale.ROOT, FOLDERS.getOrDefault(part.type(), "%s.none"), part.name());
            if (node.has(single)) {
                findings.report(
                        Place.of(node.name(), single), part.name() + " is also in " + car, "Remove one of the two.");
            }
        }
    }
}
