package io.github.eicluster.certs;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.KeystoreReference;
import io.github.eicluster.model.KeystoreReference.Use;
import io.github.eicluster.model.NodeStores;
import io.github.eicluster.model.Secret;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The trust stores that servers read: the distribution's own with what the cluster needs beside it. */
final class TrustStorePlan {

    private final Planning planning;
    private final Optional<Secret> newPassword;
    private final List<TrustStore> stores = new ArrayList<>();

    TrustStorePlan(Planning planning, List<NodeStores> nodes) {
        this.planning = planning;
        newPassword = planning.wanted().truststorePassword();
        nodes.forEach(this::open);
    }

    /** Adds certificates, by alias in order, to the trust stores of all nodes. */
    void make(Map<String, X509Certificate> wanted, NodeOutputs outputs) {
        stores.forEach(store -> write(store, wanted, outputs));
    }

    private void open(NodeStores node) {
        Map<String, List<KeystoreReference>> byPath = new LinkedHashMap<>();
        Set<String> read = new LinkedHashSet<>();
        for (KeystoreReference place : node.references()) {
            if (place.use() != Use.TRUST) {
                continue;
            }
            Optional<String> problem = OpenedStore.trouble(node, place);
            if (problem.isPresent()) {
                tellTrouble(place, problem.get());
            } else if (place.path().isEmpty()) {
                tellDoubt(place);
            } else {
                byPath.computeIfAbsent(place.path().get(), none -> new ArrayList<>())
                        .add(place);
                if (place.active()) {
                    read.add(place.path().get());
                }
            }
        }
        byPath.keySet().retainAll(read);
        byPath.forEach((path, places) -> openOne(node, path, places));
    }

    private void openOne(NodeStores node, String path, List<KeystoreReference> places) {
        byte[] content = node.files().get(path);
        Optional<TrustStore> opened = Optional.empty();
        boolean damaged = false;
        for (KeystoreReference place : places) {
            if (place.password().isEmpty()) {
                continue;
            }
            Secret password = place.password().get();
            try {
                StoreFile file = StoreFile.open(content, password);
                opened = opened.or(
                        () -> Optional.of(new TrustStore(node.nodeId(), path, content, file, password, places)));
            } catch (BadKeyException e) {
                damaged = true;
                tellTrouble(place, "names " + path + ", which " + e.getMessage());
            }
        }
        if (opened.isEmpty() && !damaged) {
            tellDoubt(places.get(0));
        }
        opened.ifPresent(store -> {
            checkNewPassword(node, store);
            stores.add(store);
        });
    }

    /** Another password of a file that is a key store, too, would lock out the places that read a key there. */
    private void checkNewPassword(NodeStores node, TrustStore store) {
        if (newPassword.isEmpty() || newPassword.get().equals(store.password())) {
            return;
        }
        node.references().stream()
                .filter(place -> place.use() != Use.TRUST && place.active())
                .filter(place -> place.path().filter(store.path()::equals).isPresent())
                .forEach(place -> planning.findings()
                        .error(
                                Planning.PLACE + "/truststore",
                                "the trust store " + store.path() + " is a key store, too (" + place.place()
                                        + "), so that its password cannot change. Leave truststore out, or keep keys and"
                                        + " trusted certificates apart."));
    }

    private void tellTrouble(KeystoreReference place, String trouble) {
        planning.findings().report(place.active(), place.place(), trouble + ".");
    }

    private void tellDoubt(KeystoreReference place) {
        if (place.active()) {
            String doubt = OpenedStore.doubt(place).orElseThrow();
            planning.findings()
                    .warning(
                            place.place(),
                            doubt
                                    + ". The trust store stays as it is; import what is missing by hand, the files are in the"
                                    + " folder certs.");
        }
    }

    private void write(TrustStore store, Map<String, X509Certificate> wanted, NodeOutputs outputs) {
        Map<String, X509Certificate> additions = additions(store, wanted);
        boolean otherPassword = newPassword
                .filter(password -> !password.equals(store.password()))
                .isPresent();
        if (otherPassword || !additions.isEmpty()) {
            outputs.file(store.nodeId(), store.path(), bytes(store, additions));
        }
        newPassword.ifPresent(password -> store.places()
                .forEach(place -> outputs.swap(
                        store.nodeId(),
                        place.id(),
                        new Keystore(store.path(), store.file().type(), Optional.empty(), password))));
    }

    /** What the trust store does not have yet under any alias. */
    private Map<String, X509Certificate> additions(TrustStore store, Map<String, X509Certificate> wanted) {
        Map<String, X509Certificate> trusted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        trusted.putAll(store.file().trusted());
        Map<String, X509Certificate> additions = new LinkedHashMap<>();
        wanted.forEach((name, certificate) -> {
            String alias = name.toLowerCase(Locale.ROOT);
            if (trusted.containsValue(certificate) || additions.containsValue(certificate)) {
                return;
            }
            if (trusted.containsKey(alias)) {
                planning.findings()
                        .message("Replaced the certificate " + alias + " in " + store.path() + " (it was "
                                + PlanTexts.certificate(trusted.get(alias)) + "; it is "
                                + PlanTexts.certificate(certificate) + ").");
            }
            additions.put(alias, certificate);
        });
        return additions;
    }

    private byte[] bytes(TrustStore store, Map<String, X509Certificate> additions) {
        Recipe recipe = Recipe.of("trust store")
                .with(store.content())
                .with(String.join("\n", additions.keySet()))
                .with(List.copyOf(additions.values()))
                .with(newPassword.orElse(store.password()));
        try {
            return planning.store()
                    .derived(recipe, () -> store.file().withTrusted(additions, store.password(), newPassword));
        } catch (BadKeyException e) {
            throw new ClusterException(
                    store.places().get(0).place() + ": names " + store.path() + ", which " + e.getMessage()
                            + ". Give that key another alias.",
                    e);
        }
    }

    /**
     * A trust store of a node, opened.
     *
     * @param places all places that name it, those of templates included
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record TrustStore(
            String nodeId,
            String path,
            byte[] content,
            StoreFile file,
            Secret password,
            List<KeystoreReference> places) {}
}
