package io.github.eicluster.library;

import io.github.eicluster.model.Node;
import io.github.eicluster.model.Problem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What Carbon applications must not be: two of one name, or ones that write where the node may only read. */
final class CarChecks {

    private static final String WHERE = "dependencies";

    /** What needs a registry that can be written: the server keeps resources and the definitions of tasks there. */
    private static final Map<String, String> WRITERS = new TreeMap<>(Map.of(
            "registry/resource", "registry resources",
            "synapse/inbound-endpoint", "inbound endpoints",
            "synapse/message-processors", "message processors",
            "synapse/task", "tasks"));

    private final Archives archives;

    CarChecks(Archives archives) {
        this.archives = archives;
    }

    void check(Node node, NodeLayer layer) {
        SortedMap<String, CarFacts> cars = new TreeMap<>();
        layer.added(Archives::isCar)
                .forEach((path, file) -> archives.car(file)
                        .filter(facts -> facts.application().isPresent())
                        .ifPresentOrElse(facts -> cars.put(path, facts), () -> unreadable(layer, path)));
        Map<String, String> byName = new HashMap<>();
        cars.forEach((path, facts) -> {
            String other = byName.putIfAbsent(facts.application().orElseThrow(), path);
            if (other != null) {
                twice(layer, facts, other, path);
            }
        });
        sameArtifact(layer);
        archives.baseCars().forEach((path, facts) -> {
            Optional<String> replacement = facts.application().map(byName::get);
            if (!cars.containsKey(path)) {
                replacement.ifPresentOrElse(newer -> layer.remove(path, newer), () -> cars.put(path, facts));
            }
        });
        if (node.registryReadOnly()) {
            cars.forEach((path, facts) -> checkWriters(layer, path, facts));
        }
    }

    private static void unreadable(NodeLayer layer, String path) {
        layer.report(Problem.error(
                WHERE,
                "'" + layer.named(path)
                        + "' is no Carbon application: it is not a zip archive with an artifacts.xml that"
                        + " names one, and the server would not deploy it. Build it again."));
    }

    private static void twice(NodeLayer layer, CarFacts facts, String one, String other) {
        layer.report(Problem.error(
                WHERE,
                "'" + layer.named(one) + "' and '" + layer.named(other) + "' are both the Carbon application "
                        + facts.application().orElseThrow()
                        + ", and the server would deploy only one of them. Keep one."));
    }

    private static void sameArtifact(NodeLayer layer) {
        Map<String, Placed> byKey = new LinkedHashMap<>();
        layer.placed().values().stream()
                .filter(artifact -> Archives.isCar(artifact.path()))
                .forEach(artifact -> {
                    String key = artifact.artifact().groupId() + ":"
                            + artifact.artifact().artifactId();
                    Placed other = byKey.putIfAbsent(key, artifact);
                    if (other != null
                            && !other.artifact()
                                    .version()
                                    .equals(artifact.artifact().version())) {
                        layer.report(Problem.error(
                                WHERE,
                                "'" + other.artifact().text() + "' and '"
                                        + artifact.artifact().text() + "' are two versions of one Carbon application."
                                        + " Keep one."));
                    }
                });
    }

    private static void checkWriters(NodeLayer layer, String path, CarFacts facts) {
        String found = WRITERS.keySet().stream()
                .filter(facts.artifacts()::containsKey)
                .map(type -> WRITERS.get(type) + " (" + facts.artifacts().get(type) + ")")
                .collect(Collectors.joining(", "));
        if (!found.isEmpty()) {
            layer.report(Problem.warning(
                    layer.nodeId(),
                    "'" + layer.named(path) + "' holds " + found
                            + ", which the server keeps in the registry, and this node mounts the shared registry"
                            + " read-only: start a node that may write first, and expect errors here. Let the node write, or"
                            + " move them into an application of their own."));
        }
    }
}
