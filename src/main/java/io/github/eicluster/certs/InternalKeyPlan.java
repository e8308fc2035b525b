package io.github.eicluster.certs;

import io.github.eicluster.model.Certificates.InternalKey;
import io.github.eicluster.model.KeySource;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key pair that encrypts data which all nodes share. The first place of a node decides: carbon.xml InternalKeyStore
 * from 6.4 on, the primary KeyStore before (server-semantics 1.7). If its key stays, places with the vendor's key follow
 * it, so that a node has one internal key.
 */
final class InternalKeyPlan {

    private static final String PLACE = Planning.PLACE + "/internal";

    private final Planning planning;
    private final NodeStoreWriter writer;
    private final Optional<KeyEntry> provided;
    private final List<FoundKey> swapped = new ArrayList<>();
    private final List<FoundKey> kept = new ArrayList<>();
    private final Map<FoundKey, FoundKey> followers = new LinkedHashMap<>();

    /** Of each node, by node id. */
    private final Map<String, FoundKey> deciding = new LinkedHashMap<>();

    InternalKeyPlan(Planning planning, List<FoundKey> places) {
        this.planning = planning;
        KeySource source = planning.wanted().internal();
        writer = new NodeStoreWriter("ei-internal", GeneratedKeys.INTERNAL, source.password());
        provided = source.provided() ? planning.provided().read(PLACE, source, List.of()) : Optional.empty();
        places.stream()
                .filter(place -> place.reference().active())
                .forEach(place -> deciding.putIfAbsent(place.nodeId(), place));
        places.forEach(place -> decide(place, deciding.getOrDefault(place.nodeId(), place)));
        writer.claim(planning, kept, swapped);
    }

    /** Places that stay, for the report. */
    List<FoundKey> kept() {
        return List.copyOf(kept);
    }

    boolean isProvided() {
        return planning.wanted().internal().provided();
    }

    /** Whether some node gets a generated internal key. */
    boolean isGenerated() {
        return !isProvided() && !swapped.isEmpty();
    }

    /** Whether a generated one is wanted that is not there yet. */
    boolean makesKey() {
        return isGenerated() && GeneratedKeys.isNew(planning, GeneratedKeys.INTERNAL, Renewal.Key.INTERNAL);
    }

    /**
     * The public key of each node as far as it is known before anything is made, by node id; a node that would get a new
     * one has none, and neither has one whose key store cannot be opened.
     */
    Map<String, Optional<PublicKey>> publicKeys() {
        Map<String, Optional<PublicKey>> keys = new LinkedHashMap<>();
        deciding.forEach((id, place) -> keys.put(id, swapped.contains(place) ? ofSwapped() : ofKept(place)));
        return keys;
    }

    /** Whether a node's own key stays. */
    boolean keeps(String nodeId) {
        return deciding.containsKey(nodeId) && !swapped.contains(deciding.get(nodeId));
    }

    /** The first place that decides, for problems of the key itself. */
    Map<String, FoundKey> deciding() {
        return Map.copyOf(deciding);
    }

    /** Makes the key if it is missing, and writes its store on every node that uses it. */
    Optional<KeyEntry> make(GeneratedKeys keys, NodeOutputs outputs) {
        followers.forEach((place, leader) -> outputs.swap(
                place.nodeId(), place.reference().id(), leader.store().orElseThrow()));
        if (swapped.isEmpty()) {
            return Optional.empty();
        }
        KeyEntry entry = isProvided() ? provided.orElseThrow() : keys.internal();
        writer.write(planning, entry, swapped, outputs);
        return Optional.of(entry);
    }

    private void decide(FoundKey place, FoundKey leader) {
        InternalKey choice = planning.wanted().internalKey();
        if (isProvided() || choice == InternalKey.GENERATE) {
            swapped.add(place);
        } else if (choice == InternalKey.KEEP || !place.replaceable()) {
            kept.add(place);
        } else if (leader.replaceable()) {
            swapped.add(place);
        } else if (leader.store().isPresent()) {
            followers.put(place, leader);
            planning.findings()
                    .message(place.reference().place() + " names the key store of "
                            + leader.reference().place()
                            + " from now on, instead of the vendor's: the distribution's own"
                            + " internal key stays.");
        } else {
            kept.add(place);
        }
    }

    private Optional<PublicKey> ofSwapped() {
        if (isProvided()) {
            return provided.map(entry -> entry.certificate().getPublicKey());
        }
        return makesKey()
                ? Optional.empty()
                : planning.store()
                        .key(GeneratedKeys.INTERNAL)
                        .map(entry -> entry.certificate().getPublicKey());
    }

    private static Optional<PublicKey> ofKept(FoundKey place) {
        return place.certificate().map(certificate -> certificate.getPublicKey());
    }
}
