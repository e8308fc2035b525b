package io.github.eicluster.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known about one element: the entry of the schema.
 *
 * @param name element name; {@code *} for free names
 * @param kind what the value is
 * @param defaultText default in words
 * @param example an example of the value; for anything but scalars, the XML inside
 * @param description what it does
 * @param children known children of a group; the one item of a list, then what may stand beside the items; the one entry
 *     of entries
 * @param choices words of a choice
 * @param min least number
 * @param max greatest number
 * @param shorthand name of the child that plain text stands for; empty if plain text is wrong here
 * @param mayBeEmpty whether an empty value has a meaning
 */
record Element(
        String name,
        Kind kind,
        String defaultText,
        String example,
        String description,
        List<Element> children,
        List<String> choices,
        int min,
        int max,
        String shorthand,
        boolean mayBeEmpty) {

    /** The child name for text in a list that is not an item of its own. */
    static final String TEXT = "#text";

    static Element scalar(Kind kind, String name, String defaultText, String example, String description) {
        return new Element(name, kind, defaultText, example, description, List.of(), List.of(), 0, 0, "", false);
    }

    static Element text(String name, String defaultText, String example, String description) {
        return scalar(Kind.TEXT, name, defaultText, example, description);
    }

    static Element flag(String name, String defaultText, String example, String description) {
        return scalar(Kind.BOOLEAN, name, defaultText, example, description);
    }

    static Element port(String name, String defaultText, String example, String description) {
        return scalar(Kind.PORT, name, defaultText, example, description).between(1, 65535);
    }

    static Element number(String name, int min, int max, String defaultText, String example, String description) {
        return scalar(Kind.INTEGER, name, defaultText, example, description).between(min, max);
    }

    static Element choice(String name, List<String> words, String defaultText, String example, String description) {
        return new Element(name, Kind.CHOICE, defaultText, example, description, List.of(), words, 0, 0, "", false);
    }

    static Element group(String name, String defaultText, String example, String description, Element... children) {
        return new Element(
                name, Kind.GROUP, defaultText, example, description, List.of(children), List.of(), 0, 0, "", false);
    }

    static Element list(String name, String defaultText, String example, String description, Element item) {
        return new Element(
                name, Kind.LIST, defaultText, example, description, List.of(item), List.of(), 0, 0, "", false);
    }

    /** The same list; other elements may stand beside its items, each once. */
    Element beside(Element... others) {
        List<Element> all = Stream.concat(children.stream(), Stream.of(others)).toList();
        return new Element(
                name, kind, defaultText, example, description, all, choices, min, max, shorthand, mayBeEmpty);
    }

    static Element entries(String name, String defaultText, String example, String description) {
        Element entry = text("*", "none", "", "A free entry.");
        return new Element(
                name, Kind.ENTRIES, defaultText, example, description, List.of(entry), List.of(), 0, 0, "", false);
    }

    /** The same element; plain text in it stands for the named child. */
    Element shortFor(String child) {
        return new Element(
                name, kind, defaultText, example, description, children, choices, min, max, child, mayBeEmpty);
    }

    /** The same list; plain text of these words is legal too. */
    Element orWords(String... words) {
        return new Element(
                name, kind, defaultText, example, description, children, List.of(words), min, max, TEXT, mayBeEmpty);
    }

    /** The same element; an empty value means something. */
    Element orEmpty() {
        return new Element(name, kind, defaultText, example, description, children, choices, min, max, shorthand, true);
    }

    private Element between(int least, int greatest) {
        return new Element(
                name, kind, defaultText, example, description, children, choices, least, greatest, shorthand, false);
    }

    /** The schema of a child, if the name is known. */
    Optional<Element> child(String childName) {
        if (childName.equals(TEXT) && shorthand.equals(TEXT)) {
            return Optional.of(choices.isEmpty() ? text(TEXT, "", "", "") : choice(TEXT, choices, "", "", ""));
        }
        return children.stream()
                .filter(c -> c.name.equals(childName) || c.name.equals("*"))
                .findFirst();
    }

    /** The one item of a list. */
    Element item() {
        return children.get(0);
    }

    /** The kind in words. */
    String rule() {
        return switch (kind) {
            case CHOICE -> String.join(", ", choices);
            case LIST -> choices.isEmpty() ? kind.text() : String.join(", ", choices) + ", or a " + kind.text();
            case INTEGER -> min == Integer.MIN_VALUE ? kind.text() : kind.text() + ", " + limits();
            default -> kind.text();
        };
    }

    private String limits() {
        return max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max;
    }

    /** The element as XML, for the documentation. */
    String exampleXml() {
        return "<" + name + ">" + example + "</" + name + ">";
    }
}
