package io.github.eicluster.template;

/** Escaping for HTML and SVG, and for XML reports. */
public final class Html {

    private Html() {}

    /**
     * Escapes a text.
     *
     * @param text any text
     * @return the text as content of an element or of an attribute in double quotes
     */
    public static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * Makes a text one that XML can hold; it is not escaped.
     *
     * @param text any text
     * @return the text; what XML cannot hold, not even as a reference, is a question mark
     */
    public static String legal(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }
}
