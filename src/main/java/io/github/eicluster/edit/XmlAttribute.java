package io.github.eicluster.edit;

/**
 * An attribute or namespace declaration as it stands in a start tag.
 *
 * @param name qualified name as written
 * @param value decoded value
 * @param gapStart offset of the white space before the name
 * @param nameStart offset of the name
 * @param valueStart offset after the opening quote
 * @param valueEnd offset of the closing quote
 */
record XmlAttribute(String name, String value, int gapStart, int nameStart, int valueStart, int valueEnd) {

    /** Offset after the closing quote. */
    int end() {
        return valueEnd + 1;
    }
}
