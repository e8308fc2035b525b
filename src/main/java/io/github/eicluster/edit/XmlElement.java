package io.github.eicluster.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An element with the offsets of its tags; filled by {@link XmlScanner} and never changed afterwards. */
final class XmlElement implements XmlNode {

    private final Optional<XmlElement> parent;
    private final StartTag startTag;
    private final int line;
    private final List<XmlNode> nodes = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int endTagStart;
    private int end;

    XmlElement(Optional<XmlElement> parent, StartTag startTag, int line) {
        this.parent = parent;
        this.startTag = startTag;
        this.line = line;
        endTagStart = startTag.end();
        end = startTag.end();
        parent.ifPresent(p -> p.nodes.add(this));
    }

    void addComment(XmlComment comment) {
        nodes.add(comment);
    }

    void addText(String characters) {
        text.append(characters);
    }

    void close(int tagStart, int tagEnd) {
        endTagStart = tagStart;
        end = tagEnd;
    }

    @Override
    public int start() {
        return startTag.start();
    }

    @Override
    public int end() {
        return end;
    }

    /** Offset after the start tag; for an empty-element tag the same as {@link #end()}. */
    int contentStart() {
        return startTag.end();
    }

    /** Offset of the end tag; for an empty-element tag the same as {@link #end()}. */
    int contentEnd() {
        return endTagStart;
    }

    /** Whether it is written as {@code <a/>}. */
    boolean selfClosing() {
        return startTag.selfClosing();
    }

    StartTag startTag() {
        return startTag;
    }

    int line() {
        return line;
    }

    Optional<XmlElement> parent() {
        return parent;
    }

    String qualifiedName() {
        return startTag.name();
    }

    String localName() {
        return startTag.name().substring(startTag.name().indexOf(':') + 1);
    }

    /** Decoded character data that stands directly in this element. */
    String text() {
        return text.toString();
    }

    /** Child elements and comments in document order. */
    List<XmlNode> nodes() {
        return nodes;
    }

    /** Child elements in document order. */
    List<XmlElement> children() {
        return nodes.stream()
                .filter(XmlElement.class::isInstance)
                .map(XmlElement.class::cast)
                .toList();
    }

    /** Comments that are direct children, in document order. */
    List<XmlComment> comments() {
        return nodes.stream()
                .filter(XmlComment.class::isInstance)
                .map(XmlComment.class::cast)
                .toList();
    }

    Optional<XmlAttribute> attribute(String name) {
        return startTag.attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    /** A path that names this element alone; a number only where siblings have the same local name. */
    String path() {
        if (parent.isEmpty()) {
            return "/" + localName();
        }
        List<XmlElement> alike = parent.get().children().stream()
                .filter(sibling -> sibling.localName().equals(localName()))
                .toList();
        String step = "/" + localName();
        return parent.get().path() + (alike.size() == 1 ? step : step + "[" + (alike.indexOf(this) + 1) + "]");
    }

    /** This element and all elements in it, in document order. */
    List<XmlElement> descendants() {
        List<XmlElement> found = new ArrayList<>();
        collect(found);
        return found;
    }

    private void collect(List<XmlElement> found) {
        found.add(this);
        children().forEach(child -> child.collect(found));
    }

    /**
     * Whether both say the same: names as written, attributes in any order, child elements in order, text exactly in
     * leaves, but white space alone is no text, and trimmed elsewhere; comments are left aside.
     */
    boolean sameAs(XmlElement other) {
        return qualifiedName().equals(other.qualifiedName())
                && attributeValues().equals(other.attributeValues())
                && comparableText().equals(other.comparableText())
                && same(children(), other.children());
    }

    static boolean same(List<XmlElement> left, List<XmlElement> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).sameAs(right.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Decoded values by name as written. */
    Map<String, String> attributeValues() {
        return startTag.attributes().stream().collect(Collectors.toMap(XmlAttribute::name, XmlAttribute::value));
    }

    private String comparableText() {
        return children().isEmpty() && !text().isBlank() ? text() : text().strip();
    }
}
