package io.github.eicluster.verify.home;

import io.github.eicluster.product.StoreField;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A private key that a place of a node uses.
 *
 * @param use the place
 * @param store its store
 * @param alias alias of the key
 * @param certificate certificate of the key
 */
public record UsedKey(StoreUse use, OpenStore store, String alias, X509Certificate certificate) {

    /**
     * Lists the keys that a node uses, as far as the stores open; what does not open is a matter of another rule.
     *
     * @param home the node
     * @return one per place
     */
    public static List<UsedKey> of(NodeHome home) {
        List<UsedKey> keys = new ArrayList<>();
        for (StoreUse use : StoreUse.of(home)) {
            if (!use.trust()) {
                of(home, use).ifPresent(keys::add);
            }
        }
        return keys;
    }

    /**
     * Finds the key that a place uses: the alias it names, else the only key of the store, as Tomcat and Axis2 do.
     *
     * @param home the node
     * @param use the place
     * @return the key, or empty if the store does not open, is elsewhere or has no such key
     */
    public static Optional<UsedKey> of(NodeHome home, StoreUse use) {
        try {
            Optional<OpenStore> store =
                    OpenStore.open(home, withPassword(home, use)).store();
            Optional<String> alias = store.flatMap(found -> use.field(StoreField.ALIAS)
                    .map(Setting::trimmed)
                    .or(() -> found.keys().stream().findFirst()));
            return store.flatMap(found -> alias.filter(found::isKey)
                    .flatMap(name -> found.certificate(name).map(x -> new UsedKey(use, found, name, x))));
        } catch (CannotCheck e) {
            return Optional.empty();
        }
    }

    /** The cipher tool's file has no password: carbon.xml opens the same store. */
    private static StoreUse withPassword(NodeHome home, StoreUse use) {
        if (use.field(StoreField.PASSWORD).isPresent()) {
            return use;
        }
        return StoreUse.of(home).stream()
                .filter(other -> other.field(StoreField.PASSWORD).isPresent()
                        && other.path().equals(use.path()))
                .findFirst()
                .orElse(use);
    }
}
