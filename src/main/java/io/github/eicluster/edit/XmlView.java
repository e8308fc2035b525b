package io.github.eicluster.edit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An XML file to look at: the tree of its elements with their lines. Comments are left out, no DTD is read. */
public final class XmlView {

    private final String text;
    private final Element root;

    private XmlView(String text, Element root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @param file its name for messages
     * @param content its bytes
     * @return what it says
     * @throws EditException if it is not well-formed, in an unknown encoding, too large or too deep; the message begins
     *     with name and line
     */
    public static XmlView read(String file, byte[] content) {
        XmlDocument document = XmlDocument.open(XmlScanner.forFiles(), file, content);
        return new XmlView(document.text(), element(document.text(), document.root()));
    }

    /** {@return the decoded file without byte order mark} */
    public String text() {
        return text;
    }

    /** {@return the root element} */
    public Element root() {
        return root;
    }

    private static Element element(String text, XmlElement found) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        int line = found.line();
        int at = found.start();
        for (XmlAttribute attribute : found.startTag().attributes()) {
            line += breaks(text, at, attribute.nameStart());
            at = attribute.nameStart();
            attributes.put(attribute.name(), new Attribute(attribute.value(), line));
        }
        List<Element> children =
                found.children().stream().map(child -> element(text, child)).toList();
        return new Element(found.qualifiedName(), attributes, found.text(), found.line(), children);
    }

    private static int breaks(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            boolean lineFeed = text.charAt(i) == '\n';
            boolean loneReturn = text.charAt(i) == '\r' && text.charAt(i + 1) != '\n';
            count += lineFeed || loneReturn ? 1 : 0;
        }
        return count;
    }

    /**
     * An element.
     *
     * @param qualifiedName name as written
     * @param attributes attributes and namespace declarations by name as written, in order
     * @param text decoded character data that stands directly in it
     * @param line line of its start tag, 1-based
     * @param children child elements in order
     */
    public record Element(
            String qualifiedName, Map<String, Attribute> attributes, String text, int line, List<Element> children) {

        /** Copies the collections. */
        public Element {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
            children = List.copyOf(children);
        }

        /** {@return the name without prefix} */
        public String name() {
            return qualifiedName.substring(qualifiedName.indexOf(':') + 1);
        }

        /**
         * Finds an attribute.
         *
         * @param name its name as written
         * @return the attribute, or empty
         */
        public Optional<Attribute> attribute(String name) {
            return Optional.ofNullable(attributes.get(name));
        }
    }

    /**
     * An attribute.
     *
     * @param value decoded value
     * @param line line of its name, 1-based
     */
    public record Attribute(String value, int line) {}
}
