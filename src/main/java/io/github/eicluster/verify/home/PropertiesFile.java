package io.github.eicluster.verify.home;

import io.github.eicluster.edit.PropertiesEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A properties file of a node. */
public final class PropertiesFile {

    private final String node;
    private final PropertiesEditor content;

    PropertiesFile(String node, PropertiesEditor content) {
        this.node = node;
        this.content = content;
    }

    /**
     * Finds the entry that counts for a key.
     *
     * @param key the key
     * @return its value, or empty
     */
    public Optional<Setting> get(String key) {
        return content.get(key).map(value -> new Setting(place(key), value, Optional.empty()));
    }

    /** {@return all entries, each key once} */
    public List<Setting> entries() {
        List<Setting> entries = new ArrayList<>();
        content.keys().stream().distinct().forEach(key -> get(key).ifPresent(entries::add));
        return entries;
    }

    private Place place(String key) {
        return new Place(node, content.file(), content.line(key), key);
    }
}
