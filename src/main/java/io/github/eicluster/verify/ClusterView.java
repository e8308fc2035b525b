package io.github.eicluster.verify;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Node;
import io.github.eicluster.verify.balancer.BalancerView;
import io.github.eicluster.verify.home.Addresses;
import io.github.eicluster.verify.home.CannotCheck;
import io.github.eicluster.verify.home.Clustering;
import io.github.eicluster.verify.home.Listeners;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Setting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is judged in one run.
 *
 * @param nodes the nodes, at least one, names unique
 * @param balancer files of the load balancer, if they are known
 * @param declared what the POM says, if there is one; node ids are the names of the nodes
 * @param now what counts as today for certificates
 * @param production whether the cluster is for production
 */
public record ClusterView(
        List<NodeHome> nodes,
        Optional<BalancerView> balancer,
        Optional<Cluster> declared,
        Instant now,
        boolean production) {

    /** Copies the list. */
    public ClusterView {
        nodes = List.copyOf(nodes);
    }

    /** {@return whether several nodes are judged} */
    public boolean several() {
        return nodes.size() > 1;
    }

    /**
     * Tells whether a node is part of a cluster: it is judged together with others, or clusters by itself.
     *
     * @param node the node
     * @return whether rules of clusters count for it
     */
    public boolean member(NodeHome node) {
        return several() || Clustering.of(node).filter(Clustering::enabled).isPresent();
    }

    /**
     * Finds what the POM declares of a node.
     *
     * @param node the node
     * @return its declaration
     */
    public Optional<Node> declared(NodeHome node) {
        return declared.stream()
                .flatMap(cluster -> cluster.nodes().stream())
                .filter(found -> found.id().equals(node.name()))
                .findFirst();
    }

    /**
     * Finds the address of a node.
     *
     * @param node the node
     * @return what the POM declares, else {@code localMemberHost}; empty if neither is known
     */
    public Optional<String> host(NodeHome node) {
        Optional<String> stated = declared(node).flatMap(Node::host);
        return stated.isPresent() ? stated : memberHost(node);
    }

    /**
     * Finds the address that a node tells the others.
     *
     * @param node the node
     * @return {@code localMemberHost}, trimmed; empty if it is absent or not known
     */
    public Optional<String> memberHost(NodeHome node) {
        try {
            return Clustering.of(node)
                    .flatMap(Clustering::host)
                    .filter(setting -> !setting.hidden())
                    .map(Setting::trimmed);
        } catch (CannotCheck e) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether two nodes share a machine. Two that say the same address, member port and offset are taken for a node
     * and its careless copy, not for neighbours.
     *
     * @param first a node
     * @param second another one
     * @return whether both are on one machine
     */
    public boolean neighbours(NodeHome first, NodeHome second) {
        Optional<String> one = host(first).map(ClusterView::normal);
        boolean same = one.isPresent() && one.equals(host(second).map(ClusterView::normal));
        if (!same) {
            return false;
        }
        boolean stated = declared(first).flatMap(Node::host).isPresent()
                && declared(second).flatMap(Node::host).isPresent();
        return stated || ports(first) != ports(second);
    }

    /** {@return whether all nodes are on one machine, as far as the files tell} */
    public boolean oneMachine() {
        NodeHome first = nodes.get(0);
        if (!several()) {
            return memberHost(first).filter(Addresses::isLoopback).isPresent() && onlyLoopbackMembers(first);
        }
        return nodes.stream().skip(1).allMatch(node -> neighbours(first, node));
    }

    private static boolean onlyLoopbackMembers(NodeHome node) {
        return Clustering.of(node).stream()
                .flatMap(clustering -> clustering.members().stream())
                .allMatch(member -> member.host()
                        .map(host -> Addresses.isLoopback(host.value()))
                        .orElse(true));
    }

    private static long ports(NodeHome node) {
        try {
            int member = Clustering.of(node).map(Clustering::port).orElse(0);
            return member * 100_000L + Listeners.offsetOf(node);
        } catch (CannotCheck e) {
            return -1;
        }
    }

    private static String normal(String host) {
        return Addresses.isLoopback(host) ? "loopback" : Addresses.plain(host);
    }
}
