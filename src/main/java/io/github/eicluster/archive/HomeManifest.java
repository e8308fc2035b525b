package io.github.eicluster.archive;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the files of an unpacked node are made of.
 *
 * @param keys a text by path below the home that changes with content, mode, time or kind of the entry
 */
record HomeManifest(SortedMap<String, String> keys) {

    static final HomeManifest NONE = new HomeManifest(new TreeMap<>());

    HomeManifest {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    }

    static HomeManifest of(NodeWriter.Order order) throws IOException {
        SortedMap<String, String> keys = new TreeMap<>();
        for (Item item : order.items()) {
            keys.put(item.path(), key(order, item));
        }
        return new HomeManifest(keys);
    }

    private static String key(NodeWriter.Order order, Item item) throws IOException {
        String content = item instanceof Item.Made made
                ? new Fingerprint().addFile(made.file()).hex()
                : order.base().contentKey(((Item.Kept) item).entry());
        String mode = Integer.toOctalString(item.mode());
        return String.join(
                " ",
                item.kind().name(),
                mode,
                Long.toString(item.size()),
                item.time(order).toString(),
                content);
    }

    /** {@return this while it is being replaced by another one: what is not sure fits nothing} */
    HomeManifest until(HomeManifest wanted) {
        SortedMap<String, String> unsure = new TreeMap<>(keys);
        wanted.keys.forEach((path, key) -> unsure.put(path, key.equals(keys.get(path)) ? key : "-"));
        return new HomeManifest(unsure);
    }

    /** {@return whether an entry was made before just as it is wanted now} */
    boolean has(String path, HomeManifest wanted) {
        return wanted.keys.get(path).equals(keys.get(path));
    }
}
