package io.github.eicluster.certs;

import io.github.eicluster.model.KeystoreReference;
import io.github.eicluster.model.NodeStores;
import java.util.Optional;

/** Whether the store of a place can be opened at all. */
final class OpenedStore {

    private OpenedStore() {}

    /** Why a server that reads the place would fail, if the file is not there; begins with a verb. */
    static Optional<String> trouble(NodeStores node, KeystoreReference reference) {
        return reference
                .path()
                .filter(path -> !node.files().containsKey(path))
                .map(path -> "names " + path + ", which the distribution does not have. Lay it over the nodes with an"
                        + " overlay, or correct the place");
    }

    /** Why nothing can be said of the store; begins with a verb. */
    static Optional<String> doubt(KeystoreReference reference) {
        if (reference.path().isEmpty()) {
            return Optional.of("names " + reference.location() + ", which is not below the home");
        }
        return reference.password().isPresent()
                ? Optional.empty()
                : Optional.of("states no password of " + reference.path().get()
                        + " in clear text (it may be in the secure vault)");
    }
}
