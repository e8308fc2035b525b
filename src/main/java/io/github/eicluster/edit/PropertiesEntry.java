package io.github.eicluster.edit;

/**
 * One entry of a properties file.
 *
 * @param key decoded key
 * @param value decoded value
 * @param line line of its start, 1-based
 * @param start offset of its first line
 * @param valueStart offset after the separator
 * @param contentEnd offset of the line ending of its last line
 * @param end offset after that line ending
 * @param separator whether {@code =}, {@code :} or only white space stands before the value, or nothing
 */
record PropertiesEntry(
        String key, String value, int line, int start, int valueStart, int contentEnd, int end, Separator separator) {

    /** What divides key and value. */
    enum Separator {
        SIGN,
        BLANK,
        NONE
    }

    /** The change that puts another value in place. */
    Splice replaceValue(String newValue) {
        String escaped = PropertiesEscapes.value(newValue);
        return switch (separator) {
            case SIGN -> new Splice(valueStart, contentEnd, escaped);
            // A sign at the start of the value would be taken for the separator.
            case BLANK -> new Splice(valueStart, contentEnd, PropertiesEscapes.guardSign(escaped));
            case NONE -> new Splice(valueStart, contentEnd, "=" + escaped);
        };
    }

    /** The change that removes all lines of this entry. */
    Splice remove() {
        return new Splice(start, end, "");
    }
}
