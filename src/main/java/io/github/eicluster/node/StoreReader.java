package io.github.eicluster.node;

import io.github.eicluster.model.KeystoreReference;
import io.github.eicluster.model.NodeStores;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.StoreField;
import io.github.eicluster.product.StoreLocation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what a node's files say about key stores and trust stores. */
final class StoreReader {

    /** Password and alias of the vendor's stores, known to everybody. */
    private static final String PUBLISHED = "wso2carbon";

    private static final String DEFAULT_TYPE = "JKS";

    private final NodeFiles files;

    StoreReader(NodeFiles files) {
        this.files = files;
    }

    NodeStores read(String nodeId) {
        List<KeystoreReference> references = references();
        Map<String, byte[]> stores = new TreeMap<>();
        for (KeystoreReference reference : references) {
            reference.path().ifPresent(path -> files.read(path).ifPresent(content -> stores.put(path, content)));
        }
        return new NodeStores(nodeId, references, stores);
    }

    /** All places, in the order of the table. */
    List<KeystoreReference> references() {
        return StoreSite.all(files).stream().map(StoreReader::reference).toList();
    }

    private static KeystoreReference reference(StoreSite site) {
        String location = site.text(StoreField.LOCATION).orElseThrow().strip();
        return new KeystoreReference(
                site.id(),
                site.place().use(),
                site.where(),
                StoreLocation.below(location),
                location,
                value(site, StoreField.TYPE)
                        .map(type -> type.toUpperCase(Locale.ROOT))
                        .orElse(DEFAULT_TYPE),
                value(site, StoreField.ALIAS),
                password(site),
                site.place().active());
    }

    private static Optional<String> value(StoreSite site, StoreField field) {
        return site.text(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<Secret> password(StoreSite site) {
        return site.vaulted(StoreField.PASSWORD)
                ? Optional.empty()
                : site.text(StoreField.PASSWORD)
                        .map(text ->
                                new Secret(text, text.equals(PUBLISHED) ? Secret.Source.DEFAULT : Secret.Source.BASE));
    }
}
