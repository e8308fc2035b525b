package io.github.eicluster.node;

import io.github.eicluster.model.ClusterException;

/** Values as they stand in fragments and in the predicates of paths. */
final class XmlText {

    private XmlText() {}

    /** Escapes a value for use as element text or attribute value in a fragment. */
    static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A line {@code <name>value</name>} of a fragment. */
    static String element(String name, String value) {
        return "<" + name + ">" + escape(value) + "</" + name + ">";
    }

    /** Puts a value into the quotes that it does not contain. */
    static String quote(String value) {
        if (!value.contains("'")) {
            return "'" + value + "'";
        }
        if (value.contains("\"")) {
            throw new ClusterException("The name " + value
                    + " contains both kinds of quotes, which no path can hold. Choose another name.");
        }
        return '"' + value + '"';
    }
}
