package io.github.eicluster.node;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.NodeStores;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.VaultKeys;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans what every node of a cluster gets; reads, computes, writes nothing. */
public final class NodePlanner {

    /**
     * The order is part of the behaviour: base checks first, custom edits after everything that we know of, and the vault
     * last, since edits may write passwords too.
     */
    private static final List<Concern> ORDER = List.of(
            new BaseChecks(),
            new BaseVault(),
            new Clustering(),
            new HazelcastProperties(),
            new Hostnames(),
            new PortSettings(),
            new RegistryMounts(),
            new UserStore(),
            new Datasources(),
            new Transports(),
            new Connectors(),
            new RemoteIpValve(),
            new Keystores(),
            new Protocols(),
            new CustomEdits(),
            new CipherAliases(),
            new KeystoreLeftovers(),
            new Vaulting());

    private final Cluster cluster;
    private final List<CustomEdit> edits;
    private final Home base;
    private final EiVersion version;

    /**
     * Plans nodes of one cluster on one distribution.
     *
     * @param cluster the cluster
     * @param edits custom edits, in order
     * @param base the distribution
     * @param version its version
     */
    public NodePlanner(Cluster cluster, List<CustomEdit> edits, Home base, EiVersion version) {
        this.cluster = cluster;
        this.edits = List.copyOf(edits);
        this.base = base;
        this.version = version;
    }

    /**
     * Finds the key stores and trust stores that a node's configuration names before it is changed.
     *
     * @param node the node
     * @param overlay files laid over the base on this node
     * @param keys open the vault of a base that has one, since its passwords are in there
     * @return all places of EI's files that name a store, and the stores
     * @throws ClusterException if a file is not well-formed or lacks what every EI of this version has
     */
    public NodeStores stores(Node node, Home overlay, VaultKeys keys) {
        NodeFiles files = new NodeFiles(base, overlay, version);
        new OpenedVault(files).open(keys);
        return new StoreReader(files).read(node.id());
    }

    /**
     * Plans one node. A concern that fails is reported in the plan, and the others still run, so that one build shows
     * all mistakes.
     *
     * @param node the node
     * @param overlay files laid over the base on this node
     * @param keystores the key stores that the node's configuration is to name
     * @param vault what the secure vault needs
     * @return the plan
     */
    public NodePlan plan(Node node, Home overlay, NodeKeystores keystores, VaultInput vault) {
        NodeContext context = new NodeContext(cluster, node, version, edits, keystores, vault);
        NodeFiles files = new NodeFiles(base, overlay, version);
        List<Problem> problems = new ArrayList<>();
        for (Concern concern : ORDER) {
            try {
                concern.apply(context, files);
            } catch (ClusterException e) {
                problems.add(problem(node, e));
            }
        }
        Optional<ListenerPorts> listeners = listeners(node, files, problems);
        problems.addAll(files.problems());
        // A file that is not well-formed fails every concern that needs it, with the same sentence.
        List<Problem> distinct = problems.stream().distinct().toList();
        return new NodePlan(
                node.id(), files.changed(), distinct, files.clearSecrets(), listeners, files.vault(), files.secrets());
    }

    private static Optional<ListenerPorts> listeners(Node node, NodeFiles files, List<Problem> problems) {
        try {
            return Optional.of(new ListenerPortsReader(files).read());
        } catch (ClusterException e) {
            problems.add(problem(node, e));
            return Optional.empty();
        }
    }

    /** What is wrong with the base is wrong on every node: it names no node, so that callers can tell it once. */
    private static Problem problem(Node node, ClusterException e) {
        return Problem.error(e instanceof BaseFileException ? "distribution" : node.id(), e.getMessage());
    }
}
