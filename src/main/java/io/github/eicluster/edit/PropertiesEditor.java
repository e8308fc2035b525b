package io.github.eicluster.edit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Edits one {@code .properties} file without touching a byte outside the edits: comments, order, separators and line
 * endings stay as they are. The syntax is that of {@link java.util.Properties}, bytes are ISO-8859-1.
 *
 * <p>Every change is atomic, and one that is already there changes nothing.
 */
public final class PropertiesEditor {

    private final String file;
    private PropertiesText text;

    private PropertiesEditor(String file, byte[] content) {
        this.file = file;
        text = PropertiesText.read(file, new String(content, StandardCharsets.ISO_8859_1));
    }

    /**
     * Opens a file.
     *
     * @param file name for messages, such as {@code conf/synapse.properties}
     * @param content its bytes
     * @return an editor of them
     * @throws EditException if an escape such as backslash, u, and four digits is malformed
     */
    public static PropertiesEditor open(String file, byte[] content) {
        return new PropertiesEditor(file, content);
    }

    /**
     * Name for messages.
     *
     * @return the name that was given to {@link #open}
     */
    public String file() {
        return file;
    }

    /**
     * The file as it stands after all changes.
     *
     * @return its bytes, the given ones if nothing was changed
     */
    public byte[] content() {
        return text.source().getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads a value.
     *
     * @param key the key, not escaped
     * @return what {@link java.util.Properties} would load: the last value of the key
     */
    public Optional<String> get(String key) {
        return text.last(key).map(PropertiesEntry::value);
    }

    /**
     * Lists the keys.
     *
     * @return each key once, in the order of first appearance
     */
    public List<String> keys() {
        return text.entries().stream().map(PropertiesEntry::key).distinct().toList();
    }

    /**
     * Counts the entries of a key.
     *
     * @param key the key, not escaped
     * @return how many there are; readers take the last one
     */
    public int count(String key) {
        return (int)
                text.entries().stream().filter(entry -> entry.key().equals(key)).count();
    }

    /**
     * Finds the line of a key.
     *
     * @param key the key, not escaped
     * @return the line where its last entry begins, 1-based; 0 if there is none
     */
    public int line(String key) {
        return text.last(key).map(PropertiesEntry::line).orElse(0);
    }

    /**
     * Sets a value: that of the key's last entry, continuation lines included, or a new entry at the end of the file.
     * Characters beyond ASCII are written as Unicode escapes.
     *
     * @param key the key, not escaped
     * @param value the value, not escaped
     * @return this
     */
    public PropertiesEditor set(String key, String value) {
        Optional<PropertiesEntry> present = text.last(key);
        if (present.isEmpty()) {
            return commit(text.append(key, value));
        }
        return present.get().value().equals(value)
                ? this
                : commit(present.get().replaceValue(value).apply(text.source()));
    }

    /**
     * Removes every entry of a key with its continuation lines; does nothing if there is none.
     *
     * @param key the key, not escaped
     * @return this
     */
    public PropertiesEditor remove(String key) {
        Optional<PropertiesEntry> last = text.last(key);
        while (last.isPresent()) {
            commit(last.get().remove().apply(text.source()));
            last = text.last(key);
        }
        return this;
    }

    private PropertiesEditor commit(String changed) {
        text = PropertiesText.read(file, changed);
        return this;
    }
}
