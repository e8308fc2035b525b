package io.github.eicluster.edit;

/**
 * A comment.
 *
 * @param start offset of {@code <!--}
 * @param end offset after {@code -->}
 * @param line line of its start, 1-based
 */
record XmlComment(int start, int end, int line) implements XmlNode {

    private static final int OPENING = "<!--".length();
    private static final int CLOSING = "-->".length();

    /** The text between the delimiters. */
    String inner(String text) {
        return text.substring(start + OPENING, end - CLOSING);
    }
}
