package io.github.eicluster.certs;

import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.KeySource;
import io.github.eicluster.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys with which the nodes serve TLS: one for all, or one for each node. */
final class TlsKeyPlan {

    private static final String PLACE = Planning.PLACE + "/node";

    private final Planning planning;
    private final NodeStoreWriter writer;
    private final Optional<KeyEntry> provided;
    private final List<FoundKey> swapped = new ArrayList<>();
    private final List<FoundKey> kept = new ArrayList<>();

    TlsKeyPlan(Planning planning, List<FoundKey> places) {
        this.planning = planning;
        Certificates wanted = planning.wanted();
        KeySource source = wanted.node();
        writer = new NodeStoreWriter("ei-tls", GeneratedKeys.NODE, source.password());
        provided = isProvided()
                ? planning.provided().read(PLACE, source, WantedNames.ofProvidedNode(planning.cluster()))
                : Optional.empty();
        for (FoundKey place : places) {
            (isProvided() || place.replaceable() ? swapped : kept).add(place);
        }
        writer.claim(planning, kept, swapped);
    }

    List<FoundKey> kept() {
        return List.copyOf(kept);
    }

    boolean isProvided() {
        return planning.wanted().node().provided();
    }

    boolean isGenerated() {
        return !isProvided() && !swapped.isEmpty();
    }

    /** Whether a node has a key of its own. */
    boolean isPerNode() {
        return !isProvided() && planning.wanted().perNode();
    }

    /** Makes what is missing, and writes the stores; the keys by node id, of nodes that get one. */
    Map<String, KeyEntry> make(GeneratedKeys keys, Optional<KeyEntry> authority, NodeOutputs outputs) {
        Map<String, KeyEntry> entries = new LinkedHashMap<>();
        for (Node node : planning.cluster().nodes()) {
            List<FoundKey> places = swapped.stream()
                    .filter(place -> place.nodeId().equals(node.id()))
                    .toList();
            if (places.isEmpty()) {
                continue;
            }
            KeyEntry entry = isPerNode() || entries.isEmpty()
                    ? entry(node, keys, authority)
                    : entries.values().iterator().next();
            entries.put(node.id(), entry);
            writer.write(planning, entry, places, outputs);
        }
        return entries;
    }

    private KeyEntry entry(Node node, GeneratedKeys keys, Optional<KeyEntry> authority) {
        if (isProvided()) {
            return provided.orElseThrow();
        }
        return keys.tls(planning.wanted().perNode() ? ofOne(node) : ofAll(), authority);
    }

    private GeneratedKeys.Leaf ofAll() {
        return new GeneratedKeys.Leaf(
                GeneratedKeys.NODE,
                "the TLS listeners of the nodes",
                Renewal.Key.NODE,
                Optional.empty(),
                WantedNames.ofNodes(planning.cluster(), planning.cluster().nodes()));
    }

    private GeneratedKeys.Leaf ofOne(Node node) {
        return new GeneratedKeys.Leaf(
                GeneratedKeys.node(node.id()),
                "the TLS listeners of " + node.id(),
                Renewal.Key.NODE,
                Optional.empty(),
                WantedNames.ofNodes(planning.cluster(), List.of(node)));
    }
}
