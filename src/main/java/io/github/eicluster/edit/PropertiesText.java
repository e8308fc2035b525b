package io.github.eicluster.edit;

import java.util.List;
import java.util.Optional;

/**
 * One state of a properties file.
 *
 * @param source its text
 * @param entries in the order of the file
 * @param open whether the text ends in the middle of an entry, after a backslash
 */
record PropertiesText(String source, List<PropertiesEntry> entries, boolean open) {

    PropertiesText {
        entries = List.copyOf(entries);
    }

    static PropertiesText read(String file, String source) {
        return new PropertiesScanner(file, source).scan();
    }

    /** The entry that counts for a key. */
    Optional<PropertiesEntry> last(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).reduce((first, second) -> second);
    }

    /** The text with a new entry at its end. */
    String append(String key, String value) {
        String lineEnding = lineEnding();
        StringBuilder result = new StringBuilder(source);
        if (!source.isEmpty() && !endsInBreak()) {
            result.append(lineEnding);
        }
        if (open) {
            // An empty line ends the entry that waits for its continuation; a line feed would only complete CR to CRLF.
            result.append(source.endsWith("\r") ? "\r" : lineEnding);
        }
        return result.append(PropertiesEscapes.key(key))
                .append('=')
                .append(PropertiesEscapes.value(value))
                .append(lineEnding)
                .toString();
    }

    private boolean endsInBreak() {
        return source.endsWith("\n") || source.endsWith("\r");
    }

    private String lineEnding() {
        for (int i = 0; i < source.length(); i++) {
            if (source.charAt(i) == '\n') {
                return "\n";
            }
            if (source.charAt(i) == '\r') {
                return source.startsWith("\r\n", i) ? "\r\n" : "\r";
            }
        }
        return "\n";
    }
}
