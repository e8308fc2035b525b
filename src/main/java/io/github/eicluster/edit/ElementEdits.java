package io.github.eicluster.edit;

import java.util.List;

/** Computes the changes of one element: its text, its attributes, its removal. */
final class ElementEdits {

    private final String text;
    private final Layout layout;

    ElementEdits(XmlDocument document) {
        text = document.text();
        layout = new Layout(text, document.root());
    }

    /** All content of a leaf becomes the value. */
    Splice setText(XmlElement element, String value) {
        String escaped = XmlText.escapeText(value, layout.lineEnding(element.start()));
        if (!element.selfClosing()) {
            return new Splice(element.contentStart(), element.contentEnd(), escaped);
        }
        return new Splice(
                element.startTag().lastTokenEnd(), element.end(), ">" + escaped + "</" + element.qualifiedName() + ">");
    }

    /** The value of an existing attribute, between the quotes that stand there. */
    Splice changeAttribute(XmlAttribute attribute, String value) {
        char quote = text.charAt(attribute.valueEnd());
        return new Splice(attribute.valueStart(), attribute.valueEnd(), XmlText.escapeAttribute(value, quote));
    }

    /** A new attribute after the last one, on a line of its own if the others stand so. */
    Splice addAttribute(XmlElement element, String name, String value) {
        String assignment = name + "=\"" + XmlText.escapeAttribute(value, '"') + '"';
        return Splice.insert(element.startTag().lastTokenEnd(), gap(element.startTag()) + assignment);
    }

    private String gap(StartTag tag) {
        List<XmlAttribute> attributes = tag.attributes();
        // The first one may share the line of the tag's name.
        boolean ownLines = !attributes.isEmpty()
                && attributes.stream().skip(attributes.size() == 1 ? 0 : 1).allMatch(this::startsLine);
        if (!ownLines) {
            return " ";
        }
        int name = attributes.get(attributes.size() - 1).nameStart();
        return layout.lineEnding(name) + layout.indentation(name);
    }

    private boolean startsLine(XmlAttribute attribute) {
        return layout.startsLine(attribute.nameStart());
    }

    /** An attribute and the white space before it. */
    Splice removeAttribute(XmlAttribute attribute) {
        return new Splice(attribute.gapStart(), attribute.end(), "");
    }

    /** An element, together with its lines if nothing else stands there. */
    Splice remove(XmlElement element) {
        boolean alone = layout.startsLine(element.start()) && layout.endsLine(element.end());
        if (!alone) {
            return new Splice(element.start(), element.end(), "");
        }
        int end = layout.skipBreak(layout.skipBlanks(element.end()));
        return new Splice(layout.lineStart(element.start()), end, "");
    }
}
