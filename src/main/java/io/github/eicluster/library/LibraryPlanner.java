package io.github.eicluster.library;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Libraries;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plans which artifacts every node gets, and which files of the distribution they replace; writes nothing. */
public final class LibraryPlanner {

    private final ArtifactSource source;
    private final boolean packs;

    /**
     * A planner of one build.
     *
     * @param source finds artifacts
     * @param packs whether the files are needed now: then a module of this build that is not packaged yet is a mistake
     */
    public LibraryPlanner(ArtifactSource source, boolean packs) {
        this.source = source;
        this.packs = packs;
    }

    /**
     * Plans all nodes.
     *
     * @param cluster the cluster
     * @param libraries where artifacts go
     * @param base the distribution
     * @param overlays files of each node's overlay by path below the home, by node id
     * @return the plan, with all mistakes
     */
    public LibraryPlan plan(
            Cluster cluster, Libraries libraries, Home base, Map<String, SortedMap<String, Path>> overlays) {
        List<Problem> problems = new ArrayList<>();
        List<FoundArtifact> found = source.dependencies(libraries.transitive());
        boolean complete = checkFound(found, problems);
        List<Placed> placed = new Places(libraries, problems).of(found);
        placed.forEach(artifact -> checkNodes(artifact, cluster, problems));
        Archives archives = new Archives(base);
        DriverChecks drivers = new DriverChecks(cluster, source, complete);
        Map<String, NodeLibraries> nodes = new LinkedHashMap<>();
        for (Node node : cluster.nodes()) {
            NodeLayer layer = new NodeLayer(node.id(), overlays.getOrDefault(node.id(), new TreeMap<>()), archives);
            layer.replaceByOverlay();
            placed.stream().filter(artifact -> artifact.isFor(node.id())).forEach(layer::add);
            drivers.check(node, layer);
            new CarChecks(archives).check(node, layer);
            nodes.put(node.id(), layer.result());
        }
        return new LibraryPlan(nodes, problems);
    }

    private boolean checkFound(List<FoundArtifact> found, List<Problem> problems) {
        for (FoundArtifact artifact : found) {
            if (artifact.unpackaged()) {
                String message =
                        "'" + artifact.artifact().text() + "' is a module of this build that is not packaged yet";
                problems.add(
                        packs
                                ? Problem.error("dependencies", message + ". Run mvn package.")
                                : Problem.warning(
                                        "dependencies", message + ": it is left out here, and mvn package packs it."));
            } else if (artifact.file().isEmpty()) {
                problems.add(Problem.error(
                        "dependencies",
                        "'" + artifact.artifact().text() + "' cannot be resolved (" + artifact.reason()
                                + "). Install or deploy it to a repository that this build uses, or correct it."));
            }
        }
        return found.stream().allMatch(artifact -> artifact.file().isPresent());
    }

    /** All nodes have to answer for the same services. */
    private static void checkNodes(Placed artifact, Cluster cluster, List<Problem> problems) {
        TreeSet<String> without = cluster.nodes().stream()
                .map(Node::id)
                .filter(id -> !artifact.isFor(id))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!without.isEmpty() && Archives.isCar(artifact.path())) {
            problems.add(
                    Problem.warning(
                            "libraries",
                            "'" + artifact.artifact().text() + "' is not on " + String.join(", ", without)
                                    + ", where its services answer 404. Remove nodes, unless the balancer sends nothing there."));
        }
    }
}
