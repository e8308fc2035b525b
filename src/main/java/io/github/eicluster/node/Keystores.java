package io.github.eicluster.node;

import io.github.eicluster.model.Keystore;
import io.github.eicluster.product.StoreField;
import io.github.eicluster.product.StoreLocation;
import java.util.Map;

/** Makes the places that name a key store or trust store name another one. */
final class Keystores implements Concern {

    private static final String DEFAULT_TYPE = "JKS";

    @Override
    public void apply(NodeContext context, NodeFiles files) {
        Map<String, Keystore> swaps = context.keystores().swaps();
        CipherValues values = new CipherValues(files);
        for (StoreSite site : StoreSite.all(files)) {
            Keystore store = swaps.get(site.id());
            if (store != null) {
                write(site, store, files);
                if (context.cluster().vault().isEmpty()) {
                    values.update(site.place(), store.password());
                }
            }
        }
    }

    private static void write(StoreSite site, Keystore store, NodeFiles files) {
        String location = site.text(StoreField.LOCATION).orElseThrow();
        site.set(StoreField.LOCATION, StoreLocation.renamed(site.place(), location, store.path()));
        boolean typeMatters = wanted(site, StoreField.TYPE) || !store.type().equals(DEFAULT_TYPE);
        if (typeMatters && site.place().name(StoreField.TYPE).isPresent()) {
            setUnlessSame(site, StoreField.TYPE, store.type());
        }
        password(site, StoreField.PASSWORD, store, files);
        store.alias().ifPresent(alias -> {
            if (wanted(site, StoreField.ALIAS)) {
                setUnlessSame(site, StoreField.ALIAS, alias);
            }
            password(site, StoreField.KEY_PASSWORD, store, files);
        });
    }

    private static void password(StoreSite site, StoreField field, Keystore store, NodeFiles files) {
        if (wanted(site, field)) {
            site.unvault(field);
            site.set(field, files.reveal(site.place().file(), store.password()));
        }
    }

    /** A field that is there, or that the server cannot do without. */
    private static boolean wanted(StoreSite site, StoreField field) {
        return site.text(field).isPresent() || site.place().required().contains(field);
    }

    /** White space around a type or an alias is nobody's business. */
    private static void setUnlessSame(StoreSite site, StoreField field, String value) {
        if (site.text(field).map(String::strip).filter(value::equals).isEmpty()) {
            site.set(field, value);
        }
    }
}
