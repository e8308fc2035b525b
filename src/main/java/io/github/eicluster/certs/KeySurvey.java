package io.github.eicluster.certs;

import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.KeystoreReference;
import io.github.eicluster.model.KeystoreReference.Use;
import io.github.eicluster.model.NodeStores;
import io.github.eicluster.model.Secret;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at the key of every place. */
final class KeySurvey {

    private final VendorKeys vendor;
    private final CertificateStore store;
    private final List<String> tlsNames = new ArrayList<>();

    KeySurvey(Planning planning) {
        vendor = new VendorKeys(planning.wanted().defaultKeys());
        store = planning.store();
        tlsNames.add(GeneratedKeys.NODE);
        planning.nodeIds().forEach(id -> tlsNames.add(GeneratedKeys.node(id)));
    }

    /** The places of one use, node by node, in the order of the files. */
    List<FoundKey> find(List<NodeStores> nodes, Use use) {
        List<FoundKey> found = new ArrayList<>();
        for (NodeStores node : nodes) {
            node.references().stream()
                    .filter(reference -> reference.use() == use)
                    .map(reference -> withPassword(node, reference))
                    .forEach(reference -> found.add(look(node, reference)));
        }
        return found;
    }

    /** The cipher tool's file states no password; what another place says of the same store opens it. */
    private static KeystoreReference withPassword(NodeStores node, KeystoreReference reference) {
        if (reference.password().isPresent()) {
            return reference;
        }
        Optional<Secret> elsewhere = node.references().stream()
                .filter(other -> other.path().equals(reference.path()))
                .map(KeystoreReference::password)
                .flatMap(Optional::stream)
                .findFirst();
        return new KeystoreReference(
                reference.id(),
                reference.use(),
                reference.place(),
                reference.path(),
                reference.location(),
                reference.type(),
                reference.alias(),
                elsewhere,
                reference.active());
    }

    private FoundKey look(NodeStores node, KeystoreReference reference) {
        String id = node.nodeId();
        Optional<String> trouble = OpenedStore.trouble(node, reference);
        if (trouble.isPresent()) {
            return FoundKey.unreadable(id, reference, FoundKey.State.BROKEN, trouble.get());
        }
        Optional<String> doubt = OpenedStore.doubt(reference);
        if (doubt.isPresent()) {
            return FoundKey.unreadable(id, reference, FoundKey.State.UNKNOWN, doubt.get());
        }
        Secret password = reference.password().orElseThrow();
        try {
            StoreFile file = StoreFile.open(node.files().get(reference.path().orElseThrow()), password);
            String alias = alias(file, reference);
            List<X509Certificate> chain = file.chain(alias);
            return new FoundKey(
                    id, reference, state(chain.get(0), reference.use()), chain, named(file, alias, reference), "");
        } catch (BadKeyException e) {
            return FoundKey.unreadable(
                    id,
                    reference,
                    FoundKey.State.BROKEN,
                    "names " + reference.path().orElseThrow() + ", which " + e.getMessage());
        }
    }

    /** Tomcat takes the first private key if no alias is stated (server-semantics 1.7). */
    private static String alias(StoreFile file, KeystoreReference reference) {
        List<String> keys = file.keyAliases();
        if (reference.alias().isEmpty()) {
            return keys.stream().findFirst().orElseThrow(() -> new BadKeyException("has no private key"));
        }
        String alias = reference.alias().get();
        return keys.stream()
                .filter(alias::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new BadKeyException(
                        "has no private key with the alias '" + alias + "' (it has: " + PlanTexts.list(keys) + ")"));
    }

    private static Optional<Keystore> named(StoreFile file, String alias, KeystoreReference reference) {
        Secret password = reference.password().orElseThrow();
        try {
            file.entry(alias, password);
            return Optional.of(new Keystore(reference.path().orElseThrow(), file.type(), Optional.of(alias), password));
        } catch (BadKeyException e) {
            return Optional.empty(); // the key has a password of its own, which not every place can state
        }
    }

    private FoundKey.State state(X509Certificate certificate, Use use) {
        if (vendor.contains(certificate)) {
            return FoundKey.State.VENDOR;
        }
        List<String> names = use == Use.INTERNAL ? List.of(GeneratedKeys.INTERNAL) : tlsNames;
        boolean ours = names.stream().anyMatch(name -> holds(name, certificate.getPublicKey()));
        return ours ? FoundKey.State.OURS : FoundKey.State.OWN;
    }

    /** Whether the store has a key, in use or replaced by a newer one. */
    private boolean holds(String name, PublicKey key) {
        return Stream.of(name, KeyFile.replaced(name, key))
                .map(store::key)
                .flatMap(Optional::stream)
                .anyMatch(entry -> entry.certificate().getPublicKey().equals(key));
    }
}
