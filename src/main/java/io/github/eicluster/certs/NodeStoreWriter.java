package io.github.eicluster.certs;

import io.github.eicluster.model.Certificates.StoreType;
import io.github.eicluster.model.Keystore;
import io.github.eicluster.model.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One of the two key stores of a node (DESIGN 7, 16 and 18): one private key, whose password is that of the store.
 *
 * @param name alias, and name of the file without its ending
 * @param passwordName name of a generated password in the store of the keys
 * @param declared password that the team gives
 */
record NodeStoreWriter(String name, String passwordName, Optional<Secret> declared) {

    private static final String FOLDER = "repository/resources/security/";

    /** Path below the home. */
    String path(Planning planning) {
        boolean jks = planning.wanted().storeType() == StoreType.JKS;
        return FOLDER + name + (jks ? ".jks" : ".p12");
    }

    /** What names a file that this store replaces is to name this store, whatever key it names now. */
    void claim(Planning planning, List<FoundKey> kept, List<FoundKey> swapped) {
        for (FoundKey place : List.copyOf(kept)) {
            boolean names =
                    place.reference().path().filter(path(planning)::equals).isPresent();
            if (names && swapped.stream().anyMatch(other -> other.nodeId().equals(place.nodeId()))) {
                kept.remove(place);
                swapped.add(place);
            }
        }
    }

    /** Writes the store of a key, and lets places name it. */
    void write(Planning planning, KeyEntry entry, List<FoundKey> places, NodeOutputs outputs) {
        String type = planning.wanted().storeType().name().toUpperCase(Locale.ROOT);
        Secret password = declared.orElseGet(() -> planning.store().password(passwordName));
        Keystore store = new Keystore(path(planning), type, Optional.of(name), password);
        Recipe recipe = Recipe.of("key store")
                .with(type)
                .with(name)
                .with(entry.key().getEncoded())
                .with(entry.chain())
                .with(password);
        for (FoundKey place : places) {
            outputs.swap(place.nodeId(), place.reference().id(), store);
            outputs.file(
                    place.nodeId(),
                    store.path(),
                    planning.store().derived(recipe, () -> StoreFile.keystore(type, name, entry, password)));
        }
    }
}
