package io.github.eicluster.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The spans of a start tag that the parser has found well-formed.
 *
 * @param name qualified name as written
 * @param start offset of {@code <}
 * @param end offset after {@code >}
 * @param selfClosing whether it ends in {@code />}
 * @param attributes in the order as written, namespace declarations included
 */
record StartTag(String name, int start, int end, boolean selfClosing, List<XmlAttribute> attributes) {

    StartTag {
        attributes = List.copyOf(attributes);
    }

    /** Offset after the name and the attributes: white space, then {@code >} or {@code />} follow. */
    int lastTokenEnd() {
        return attributes.isEmpty()
                ? start + 1 + name.length()
                : attributes.get(attributes.size() - 1).end();
    }

    /**
     * Finds the spans.
     *
     * @param text the document
     * @param start offset of {@code <}
     * @param values decoded values by qualified name, from the parser
     * @return the spans
     */
    static StartTag scan(String text, int start, Map<String, String> values) {
        int nameEnd = nameEnd(text, start + 1);
        List<XmlAttribute> attributes = new ArrayList<>();
        int gap = nameEnd;
        int next = skipSpace(text, gap);
        while (text.charAt(next) != '>' && text.charAt(next) != '/') {
            XmlAttribute attribute = attribute(text, gap, next, values);
            attributes.add(attribute);
            gap = attribute.end();
            next = skipSpace(text, gap);
        }
        boolean selfClosing = text.charAt(next) == '/';
        String name = text.substring(start + 1, nameEnd);
        return new StartTag(name, start, selfClosing ? next + 2 : next + 1, selfClosing, attributes);
    }

    private static XmlAttribute attribute(String text, int gap, int nameStart, Map<String, String> values) {
        int nameEnd = nameEnd(text, nameStart);
        int quote = skipSpace(text, skipSpace(text, nameEnd) + 1);
        int valueEnd = text.indexOf(text.charAt(quote), quote + 1);
        String name = text.substring(nameStart, nameEnd);
        return new XmlAttribute(name, values.getOrDefault(name, ""), gap, nameStart, quote + 1, valueEnd);
    }

    private static int nameEnd(String text, int from) {
        int at = from;
        while (!isSpace(text.charAt(at)) && "=/>".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
