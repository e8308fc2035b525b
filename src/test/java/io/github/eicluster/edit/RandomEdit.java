package io.github.eicluster.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** One random edit of an XML file: how to do it, and what it must mean. */
record RandomEdit(Kind kind, String path, String name, String value) {

    private static final String ALPHABET = "ab1 ./:-_&<>\"'\u00E9\u20AC\n\t\r]";

    enum Kind {
        SET_TEXT,
        SET_ATTRIBUTE,
        REMOVE_ATTRIBUTE,
        REMOVE,
        APPEND,
        PREPEND,
        AFTER,
        BEFORE,
        REPLACE_CHILDREN
    }

    /** An edit that can be done to an element. */
    static RandomEdit of(Random random, Element element, int number) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.SET_ATTRIBUTE, Kind.APPEND, Kind.PREPEND));
        if (XmlOracle.children(element).isEmpty()) {
            kinds.addAll(List.of(Kind.SET_TEXT, Kind.SET_TEXT, Kind.SET_TEXT, Kind.REPLACE_CHILDREN));
        }
        if (element.getParentNode() instanceof Element) {
            kinds.addAll(List.of(Kind.AFTER, Kind.BEFORE, Kind.REMOVE));
        }
        List<String> names = attributeNames(element);
        if (!names.isEmpty()) {
            kinds.addAll(List.of(Kind.SET_ATTRIBUTE, Kind.REMOVE_ATTRIBUTE));
        }
        names.add("added" + number % 3);
        String name = names.get(random.nextInt(names.size()));
        Kind kind = kinds.get(random.nextInt(kinds.size()));
        String value = text(random);
        return new RandomEdit(kind, XmlOracle.path(element), name, isInsertion(kind) ? fragment(value, number) : value);
    }

    private static boolean isInsertion(Kind kind) {
        return switch (kind) {
            case APPEND, PREPEND, AFTER, BEFORE, REPLACE_CHILDREN -> true;
            case SET_TEXT, SET_ATTRIBUTE, REMOVE_ATTRIBUTE, REMOVE -> false;
        };
    }

    private static List<String> attributeNames(Element element) {
        List<String> names = new ArrayList<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (attribute.getSpecified() && !attribute.getName().startsWith("xmlns")) {
                names.add(attribute.getName());
            }
        }
        return names;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(9); length > 0; length--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** The number makes each fragment differ from what is there. */
    private static String fragment(String value, int number) {
        String text = XmlText.escapeText(value, "\n");
        return "<new n='" + number + "'>\n    <leaf>" + text + "</leaf>\n    <empty/>\n</new>\n<other>" + text
                + "</other>\n";
    }

    XmlEditor apply(XmlEditor editor) {
        return switch (kind) {
            case SET_TEXT -> editor.setText(path, value);
            case SET_ATTRIBUTE -> editor.setAttribute(path, name, value);
            case REMOVE_ATTRIBUTE -> editor.removeAttribute(path, name);
            case REMOVE -> editor.remove(path);
            case APPEND -> editor.appendChild(path, value);
            case PREPEND -> editor.prependChild(path, value);
            case AFTER -> editor.insertAfter(path, value);
            case BEFORE -> editor.insertBefore(path, value);
            case REPLACE_CHILDREN -> editor.replaceChildren(path, value);
        };
    }

    /**
     * What the edit may mean: one document, or several where a new element may stand before or behind comments.
     *
     * @param before the file before the edit
     * @param index of the element among all
     * @param fragment the fragment as an element of this document, in the namespace of its place
     * @return the acceptable documents
     */
    List<Document> expected(Document before, int index, Element fragment) {
        Document after = (Document) before.cloneNode(true);
        Element target = XmlOracle.elements(after).get(index);
        switch (kind) {
            case SET_TEXT -> setText(target);
            case SET_ATTRIBUTE -> setAttribute(target);
            case REMOVE_ATTRIBUTE -> target.removeAttribute(name);
            case REMOVE -> target.getParentNode().removeChild(target);
            case APPEND -> insert(after, target, null, fragment);
            case PREPEND -> insert(after, target, target.getFirstChild(), fragment);
            case BEFORE -> insert(after, target.getParentNode(), target, fragment);
            case REPLACE_CHILDREN -> {
                target.setTextContent("");
                insert(after, target, null, fragment);
            }
            case AFTER -> {
                return afterOrBehindComments(before, index, fragment);
            }
        }
        return List.of(after);
    }

    private void setText(Element target) {
        if (!ownText(target).equals(value)) {
            target.setTextContent(value);
        }
    }

    static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    private void setAttribute(Element target) {
        Attr present = target.getAttributeNode(name);
        if (present == null) {
            target.setAttributeNS(null, name, value);
        } else {
            present.setValue(value);
        }
    }

    private static List<Document> afterOrBehindComments(Document before, int index, Element fragment) {
        List<Document> results = new ArrayList<>();
        int skipped = 0;
        Node next;
        do {
            Document after = (Document) before.cloneNode(true);
            Element target = XmlOracle.elements(after).get(index);
            next = target.getNextSibling();
            for (int i = 0; i < skipped; i++) {
                next = next.getNextSibling();
            }
            insert(after, target.getParentNode(), next, fragment);
            results.add(after);
            skipped++;
        } while (next != null && !(next instanceof Element));
        return results;
    }

    private static void insert(Document document, Node parent, Node before, Element fragment) {
        XmlOracle.children(fragment).forEach(child -> parent.insertBefore(document.importNode(child, true), before));
    }

    /** Whether the path still names the same element afterwards, so that the edit can be done again. */
    boolean repeatable() {
        String lastStep = path.substring(path.lastIndexOf('/'));
        boolean renumbered = lastStep.startsWith("/new[") || lastStep.startsWith("/other[");
        return kind != Kind.REMOVE && !(kind == Kind.BEFORE && renumbered);
    }
}
