package io.github.eicluster.config;

import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Ports;
import java.util.Optional;

/**
 * A node before its database is known.
 *
 * @param entry where it stands
 * @param node the node without local registry
 */
record NodeDraft(Entry entry, Node node) {

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
                node.ports());
    }
}
