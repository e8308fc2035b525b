package io.github.eicluster.verify.output;

/** Escaping for HTML and SVG. */
final class Html {

    private Html() {}

    /** {@return a text as content of an element or of an attribute in double quotes} */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
