package io.github.eicluster.assembly;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.certs.CertificatePlan;
import io.github.eicluster.certs.CertificatePlanner;
import io.github.eicluster.library.LibraryPlan;
import io.github.eicluster.library.LibraryPlanner;
import io.github.eicluster.library.NodeLibraries;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.Libraries;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.NodeStores;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.model.VaultKeys;
import io.github.eicluster.node.NodePlan;
import io.github.eicluster.node.NodePlanner;
import io.github.eicluster.node.VaultInput;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.RuntimeState;
import io.github.eicluster.product.VersionDetector;
import io.github.eicluster.service.ServiceWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans keys, certificates and all nodes on one distribution; writes nothing. */
public final class ClusterPlanner {

    private final CertificatePlanner certificates;
    private final LibraryPlanner libraries;

    /**
     * A planner of one build.
     *
     * @param certificates plans keys and certificates
     * @param libraries plans what nodes get from Maven
     */
    public ClusterPlanner(CertificatePlanner certificates, LibraryPlanner libraries) {
        this.certificates = certificates;
        this.libraries = libraries;
    }

    /**
     * Plans the certificates, and every node with the key stores that it gets.
     *
     * @param cluster the cluster
     * @param edits custom edits
     * @param places where dependencies of the project go
     * @param base the distribution
     * @param keepDatabase whether a started local H2 database of the base is wanted
     * @param overlays the overlay of each node
     * @return the plan
     * @throws ClusterException with all mistakes of certificates, libraries and nodes, each once
     */
    public PlannedCluster plan(
            Cluster cluster,
            List<CustomEdit> edits,
            Libraries places,
            Distribution base,
            boolean keepDatabase,
            Function<Node, Overlay> overlays) {
        EiVersion version = identify(base);
        ServiceWriter.requirePlainRoot(cluster, base.root());
        List<String> excluded = RuntimeState.exclusions(base.origin(), base.files(), keepDatabase);
        NodePlanner planner = new NodePlanner(cluster, edits, base, version);
        Map<String, Overlay> byId = new LinkedHashMap<>();
        cluster.nodes().forEach(node -> byId.put(node.id(), overlays.apply(node)));
        VaultKeys vaults = certificates.vaultKeys(cluster.certificates());
        LibraryPlan planned = libraries.plan(cluster, places, base, copied(byId));
        List<Problem> earlier = new ArrayList<>();
        CertificatePlan keys = certificates(cluster, planner, byId, vaults, earlier);
        // With a mistake in the certificates the nodes are planned all the same, for the sake of their mistakes.
        boolean usable = keys.problems().stream().noneMatch(Problem::isError) && earlier.isEmpty();
        List<PlannedNode> nodes = new ArrayList<>();
        Map<String, List<Problem>> byNode = new LinkedHashMap<>();
        for (Node node : cluster.nodes()) {
            String id = node.id();
            NodeKeystores named =
                    usable ? keys.keystores().getOrDefault(id, NodeKeystores.UNCHANGED) : NodeKeystores.UNCHANGED;
            SortedMap<String, byte[]> stores = keys.nodeFiles().getOrDefault(id, new TreeMap<>());
            VaultInput vault = new VaultInput(vaults, stores, templateSecrets(byId.get(id)));
            NodePlan plan = planner.plan(node, byId.get(id), named, vault);
            NodeLibraries files = planned.of(id);
            byNode.put(
                    id,
                    Stream.concat(plan.problems().stream(), files.problems().stream())
                            .toList());
            nodes.add(new PlannedNode(node, plan, byId.get(id), files, stores));
        }
        List<Problem> problems = new ArrayList<>(planned.problems());
        problems.addAll(NodeProblems.merge(byNode));
        requireNoError(base, earlier, keys.problems(), problems);
        return new PlannedCluster(cluster, version, base.root(), nodes, keys, problems, excluded);
    }

    private static List<Secret> templateSecrets(Overlay overlay) {
        return overlay.secrets().values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, SortedMap<String, Path>> copied(Map<String, Overlay> overlays) {
        Map<String, SortedMap<String, Path>> copied = new LinkedHashMap<>();
        overlays.forEach((id, overlay) -> copied.put(id, overlay.copied()));
        return copied;
    }

    /** The certificates; if a node's configuration cannot be read, nothing but the mistake. */
    private CertificatePlan certificates(
            Cluster cluster,
            NodePlanner planner,
            Map<String, Overlay> overlays,
            VaultKeys vaults,
            List<Problem> problems) {
        List<NodeStores> stores = new ArrayList<>();
        for (Node node : cluster.nodes()) {
            try {
                stores.add(planner.stores(node, overlays.get(node.id()), vaults));
            } catch (ClusterException e) {
                problems.add(Problem.error(node.id(), e.getMessage()));
            }
        }
        return problems.isEmpty() ? certificates.plan(cluster, stores) : CertificatePlan.NONE;
    }

    /** Files that no key store can be read from fail the nodes as well, with the same sentence: it is told once. */
    private static void requireNoError(
            Distribution base, List<Problem> unread, List<Problem> certificates, List<Problem> nodes) {
        Set<String> messages = nodes.stream().map(Problem::message).collect(Collectors.toSet());
        List<Problem> all = new ArrayList<>(certificates);
        all.addAll(nodes);
        unread.stream().filter(problem -> messages.add(problem.message())).forEach(all::add);
        List<Problem> errors = all.stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ClusterException(errors.stream()
                    .map(Problem::text)
                    .collect(Collectors.joining(
                            "\n  ", "The nodes cannot be configured on " + base.origin() + ":" + "\n  ", "")));
        }
    }

    private static EiVersion identify(Distribution base) {
        try {
            base.requireEi();
            return VersionDetector.detect(base);
        } catch (ClusterException e) {
            throw new ClusterException("distribution: " + e.getMessage(), e);
        }
    }
}
