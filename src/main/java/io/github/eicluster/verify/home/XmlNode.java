package io.github.eicluster.verify.home;

import io.github.eicluster.edit.XmlView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An element of a file of a node, which knows its place. */
public final class XmlNode {

    private static final Pattern STEP = Pattern.compile("([\\w.-]+)(?:\\[@name='([^']*)'\\])?");

    private final String node;
    private final String file;
    private final XmlView.Element element;
    private final String path;

    private XmlNode(String node, String file, XmlView.Element element, String parent) {
        this.node = node;
        this.file = file;
        this.element = element;
        String name = element.attribute("name")
                .map(attribute -> "[@name='" + attribute.value() + "']")
                .orElse("");
        this.path = parent + "/" + element.name() + name;
    }

    static XmlNode root(String node, String file, XmlView view) {
        return new XmlNode(node, file, view.root(), "");
    }

    /** {@return the name without prefix} */
    public String name() {
        return element.name();
    }

    /** {@return where the element stands} */
    public Place place() {
        return new Place(node, file, element.line(), path);
    }

    /** {@return the text that stands directly in it, not trimmed} */
    public String text() {
        return element.text();
    }

    /** {@return its child elements in order} */
    public List<XmlNode> children() {
        return element.children().stream()
                .map(child -> new XmlNode(node, file, child, path))
                .toList();
    }

    /**
     * Finds children.
     *
     * @param name local name
     * @return all of that name, in order
     */
    public List<XmlNode> children(String name) {
        return element.children().stream()
                .filter(child -> child.name().equals(name))
                .map(child -> new XmlNode(node, file, child, path))
                .toList();
    }

    /**
     * Finds the first child at the end of some steps.
     *
     * @param names local names, one per level
     * @return the element, or empty
     */
    public Optional<XmlNode> first(String... names) {
        Optional<XmlNode> found = Optional.of(this);
        for (String name : names) {
            found = found.flatMap(parent -> parent.children(name).stream().findFirst());
        }
        return found;
    }

    /**
     * Finds the first child and takes its text.
     *
     * @param names local names, one per level
     * @return its text as a value, or empty if there is no such element
     */
    public Optional<Setting> value(String... names) {
        return first(names).map(XmlNode::setting);
    }

    /**
     * Finds a child by the attribute {@code name}, such as {@code <parameter name="domain">}.
     *
     * @param element local name
     * @param name value of the attribute
     * @return all such children, in order
     */
    public List<XmlNode> named(String element, String name) {
        return children(element).stream()
                .filter(child -> child.is("name", name))
                .toList();
    }

    /**
     * Follows a path from the root, with {@code [@name='...']} as the only predicate.
     *
     * @param absolute such as {@code /axisconfig/transportReceiver/parameter[@name='keystore']/KeyStore}
     * @return all elements that it names; this element must be the root
     */
    public List<XmlNode> select(String absolute) {
        List<XmlNode> found = new ArrayList<>();
        Matcher steps = STEP.matcher(absolute);
        boolean first = true;
        while (steps.find()) {
            String name = steps.group(1);
            Optional<String> wanted = Optional.ofNullable(steps.group(2));
            Stream<XmlNode> candidates =
                    first ? Stream.of(this).filter(root -> root.name().equals(name)) : below(found, name);
            found = candidates
                    .filter(candidate -> wanted.isEmpty() || candidate.is("name", wanted.get()))
                    .toList();
            first = false;
        }
        return found;
    }

    private static Stream<XmlNode> below(List<XmlNode> parents, String name) {
        return parents.stream().flatMap(parent -> parent.children(name).stream());
    }

    /** {@return this element and all elements below it, in document order} */
    public List<XmlNode> descendants() {
        List<XmlNode> found = new ArrayList<>();
        collect(found);
        return found;
    }

    private void collect(List<XmlNode> found) {
        found.add(this);
        children().forEach(child -> child.collect(found));
    }

    /**
     * Finds an attribute.
     *
     * @param name its name as written
     * @return its value, or empty
     */
    public Optional<Setting> attribute(String name) {
        return element.attribute(name)
                .map(found -> new Setting(
                        new Place(node, file, found.line(), path + "/@" + name), found.value(), secretAlias()));
    }

    /** {@return its text as a value} */
    public Setting setting() {
        return new Setting(place(), element.text(), secretAlias());
    }

    /** {@return the alias of the secure vault that it names, if any} */
    public Optional<String> secretAlias() {
        return element.attributes().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(":secretAlias")
                        || entry.getKey().equals("secretAlias"))
                .map(entry -> entry.getValue().value())
                .findFirst();
    }

    /** {@return the names of its attributes as written} */
    public List<String> attributeNames() {
        return List.copyOf(element.attributes().keySet());
    }

    private boolean is(String attribute, String value) {
        return element.attribute(attribute)
                .filter(found -> found.value().equals(value))
                .isPresent();
    }
}
