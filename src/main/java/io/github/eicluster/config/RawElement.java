package io.github.eicluster.config;

import io.github.eicluster.model.ClusterException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * One element of the configuration as written, before anybody gave it a meaning.
 *
 * @param name element name
 * @param text text of the element itself, empty if it has none; kept although the element has children, so that stray
 *     text can be reported
 * @param attributes attributes in order
 * @param children child elements in order
 * @param property user property that the element comes from when it does not stand in the POM
 */
public record RawElement(
        String name,
        String text,
        Map<String, String> attributes,
        List<RawElement> children,
        Optional<String> property) {

    /** Copies the collections. */
    public RawElement {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /**
     * Copies a configuration as Maven hands it over.
     *
     * @param configuration the configuration
     * @return the same tree
     */
    public static RawElement of(PlexusConfiguration configuration) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : configuration.getAttributeNames()) {
            attributes.put(attribute, configuration.getAttribute(attribute));
        }
        List<RawElement> children = new ArrayList<>();
        for (int i = 0; i < configuration.getChildCount(); i++) {
            children.add(of(configuration.getChild(i)));
        }
        String text = Optional.ofNullable(configuration.getValue()).orElse("");
        return new RawElement(configuration.getName(), text, attributes, children, Optional.empty());
    }

    /**
     * Reads XML text. Document types are refused, and prefixes stay part of the names.
     *
     * @param xml one element with its content
     * @return the tree
     * @throws ClusterException if the text is not well-formed
     */
    public static RawElement parse(String xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new ClusterException("The configuration is not well-formed XML: " + e.getMessage(), e);
        }
    }

    private static RawElement read(XMLStreamReader reader) throws XMLStreamException {
        Deque<Draft> open = new ArrayDeque<>();
        RawElement root = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open.push(Draft.start(reader));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                open.element().text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                root = open.pop().finish();
                if (!open.isEmpty()) {
                    open.element().children.add(root);
                }
            }
        }
        if (root == null) {
            throw new XMLStreamException("there is no element");
        }
        return root;
    }

    /**
     * Makes an element that holds text.
     *
     * @param name element name
     * @param text its text
     * @return the element
     */
    static RawElement leaf(String name, String text) {
        return new RawElement(name, text, Map.of(), List.of(), Optional.empty());
    }

    /**
     * Makes an element that holds elements.
     *
     * @param name element name
     * @param children its children
     * @return the element
     */
    static RawElement group(String name, List<RawElement> children) {
        return new RawElement(name, "", Map.of(), children, Optional.empty());
    }

    RawElement withChildren(List<RawElement> others) {
        return new RawElement(name, text, attributes, others, property);
    }

    RawElement fromProperty(String userProperty) {
        return new RawElement(name, text, attributes, children, Optional.of(userProperty));
    }

    Optional<RawElement> child(String childName) {
        return children.stream().filter(c -> c.name.equals(childName)).findFirst();
    }

    /** {@return whether the element holds nothing but text, and some text} */
    boolean isText() {
        return children.isEmpty() && !text.isBlank();
    }

    /** {@return what stands inside: the text as it is, or the children as XML} */
    String content() {
        if (children.isEmpty()) {
            return text.strip();
        }
        StringBuilder xml = new StringBuilder();
        children.forEach(child -> child.write(xml));
        return xml.toString();
    }

    private void write(StringBuilder xml) {
        xml.append('<').append(name);
        attributes.forEach((key, value) -> xml.append(' ')
                .append(key)
                .append("=\"")
                .append(escape(value).replace("\"", "&quot;"))
                .append('"'));
        if (children.isEmpty() && text.isEmpty()) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        if (children.isEmpty()) {
            xml.append(escape(text));
        }
        children.forEach(child -> child.write(xml));
        xml.append("</").append(name).append('>');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Shows the name only: the text may be a secret. */
    @Override
    public String toString() {
        return "<" + name + ">";
    }

    /** An element whose end has not been read yet. */
    private static final class Draft {
        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final List<RawElement> children = new ArrayList<>();

        private Draft(String name) {
            this.name = name;
        }

        static Draft start(XMLStreamReader reader) {
            Draft draft = new Draft(reader.getLocalName());
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                draft.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            return draft;
        }

        RawElement finish() {
            return new RawElement(name, text.toString(), attributes, children, Optional.empty());
        }
    }
}
