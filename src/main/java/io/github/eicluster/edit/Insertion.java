package io.github.eicluster.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Computes where new elements go and how they are laid out. */
final class Insertion {

    private final String text;
    private final Layout layout;

    Insertion(String text, XmlElement root) {
        this.text = text;
        layout = new Layout(text, root);
    }

    /** After the last child node. */
    Splice lastChild(XmlElement parent, Fragment fragment) {
        if (parent.selfClosing()) {
            return onlyContent(parent, fragment);
        }
        List<XmlNode> nearestFirst = new ArrayList<>(parent.nodes());
        Collections.reverse(nearestFirst);
        String indentation = layout.childIndentation(parent, nearestFirst);
        int at = parent.contentEnd();
        int least = nearestFirst.isEmpty()
                ? parent.contentStart()
                : nearestFirst.get(0).end();
        while (at > least && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return onOwnLine(at, parent, indentation, fragment);
    }

    /** Directly after the start tag. */
    Splice firstChild(XmlElement parent, Fragment fragment) {
        if (parent.selfClosing()) {
            return onlyContent(parent, fragment);
        }
        String indentation = layout.childIndentation(parent, parent.nodes());
        return onOwnLine(parent.contentStart(), parent, indentation, fragment);
    }

    /** After an element and the comments that end its line. */
    Splice after(XmlElement sibling, XmlElement parent, Fragment fragment) {
        int at = sibling.end();
        for (XmlComment comment : parent.comments()) {
            boolean sameLine = comment.start() >= at && layout.skipBlanks(at) == comment.start();
            if (sameLine && layout.endsLine(comment.end())) {
                at = comment.end();
            }
        }
        return onOwnLine(at, parent, indentation(sibling, parent), fragment);
    }

    /** Before an element. */
    Splice before(XmlElement sibling, XmlElement parent, Fragment fragment) {
        String indentation = indentation(sibling, parent);
        String lineEnding = layout.lineEnding(sibling.start());
        String head = layout.startsLine(sibling.start()) ? "" : lineEnding + indentation;
        String body = fragment.format(indentation, layout.unit(indentation), lineEnding);
        return Splice.insert(sibling.start(), head + body + lineEnding + indentation);
    }

    /** In place of all content; no content at all if the fragment is empty. */
    Splice onlyContent(XmlElement parent, Fragment fragment) {
        String inner = fragment.isEmpty() ? "" : content(parent, fragment);
        if (!parent.selfClosing()) {
            return new Splice(parent.contentStart(), parent.contentEnd(), inner);
        }
        return new Splice(
                parent.startTag().lastTokenEnd(), parent.end(), ">" + inner + "</" + parent.qualifiedName() + ">");
    }

    private String content(XmlElement parent, Fragment fragment) {
        String lineEnding = layout.lineEnding(parent.start());
        String indentation = layout.childIndentation(parent, parent.nodes());
        String body = fragment.format(indentation, layout.unit(indentation), lineEnding);
        return lineEnding + indentation + body + lineEnding + layout.indentation(parent.start());
    }

    private Splice onOwnLine(int at, XmlElement parent, String indentation, Fragment fragment) {
        String lineEnding = layout.lineEnding(at);
        String body = fragment.format(indentation, layout.unit(indentation), lineEnding);
        return Splice.insert(at, lineEnding + indentation + body + tail(at, parent, indentation, lineEnding));
    }

    /** What separates the new elements from the rest of the line they were put into. */
    private String tail(int at, XmlElement parent, String indentation, String lineEnding) {
        if (layout.endsLine(at)) {
            return "";
        }
        boolean endTagFollows = layout.skipBlanks(at) == parent.contentEnd();
        return lineEnding + (endTagFollows ? layout.indentation(parent.start()) : indentation);
    }

    private String indentation(XmlElement sibling, XmlElement parent) {
        return layout.startsLine(sibling.start())
                ? layout.indentation(sibling.start())
                : layout.childIndentation(parent, parent.nodes());
    }
}
