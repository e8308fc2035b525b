package io.github.eicluster.config;

import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Ports;
import java.util.List;
import java.util.Optional;

/**
 * A node before its database is known.
 *
 * @param entry where it stands
 * @param node the node without local registry
 * @param needsHost whether a node without a host is a mistake
 */
record NodeDraft(Entry entry, Node node, boolean needsHost) {

    String id() {
        return node.id();
    }

    Optional<String> host() {
        return node.host();
    }

    Ports ports() {
        return node.ports();
    }

    /** One text per machine; all loopback addresses are one machine. */
    Optional<String> hostKey() {
        return host().map(h -> Addresses.isLoopback(h) ? "localhost" : Addresses.key(h));
    }

    /**
     * Whether all nodes live on one machine. Nodes that need no host may live anywhere; a host that is missing or wrong
     * is reported elsewhere and counts as none.
     */
    static boolean onOneHost(List<NodeDraft> nodes) {
        boolean anywhere = nodes.stream().anyMatch(node -> !node.needsHost && !node.entry.has("host"));
        long hosts = nodes.stream()
                .map(NodeDraft::hostKey)
                .flatMap(Optional::stream)
                .distinct()
                .count();
        return hosts <= 1 && !anywhere;
    }

    /** The finished node. */
    Node with(Optional<Datasource> localRegistry) {
        return new Node(
                node.id(),
                node.host(),
                node.memberHost(),
                node.bindAddress(),
                node.portOffset(),
                node.memberPort(),
                node.registryReadOnly(),
                localRegistry,
                node.role(),
                node.os(),
                node.ports(),
                node.jvm());
    }
}
