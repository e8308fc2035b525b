package io.github.eicluster.edit;

/**
 * One change of a text.
 *
 * @param start offset of the first character that goes
 * @param end offset after the last character that goes
 * @param replacement what comes in their place
 */
record Splice(int start, int end, String replacement) {

    static Splice insert(int at, String text) {
        return new Splice(at, at, text);
    }

    String apply(String text) {
        return text.substring(0, start) + replacement + text.substring(end);
    }
}
