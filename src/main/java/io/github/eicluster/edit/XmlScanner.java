package io.github.eicluster.edit;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads the spans of elements, attributes and comments. The parser decides what is well-formed and where each piece
 * starts; a DTD is passed over, so that no entity is ever expanded or fetched.
 */
final class XmlScanner {

    private static final int MAX_DEPTH = 500;

    private final WstxInputFactory factory;
    private final boolean ofFiles;

    private XmlScanner(boolean ofFiles) {
        this.ofFiles = ofFiles;
        factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, ofFiles);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        // Above our own limit, which has the better message.
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH + 2);
    }

    /** For whole files: every prefix must be declared. */
    static XmlScanner forFiles() {
        return new XmlScanner(true);
    }

    /** For fragments and commented elements, whose prefixes are declared by what surrounds them. */
    static XmlScanner forFragments() {
        return new XmlScanner(false);
    }

    /**
     * Reads a document.
     *
     * @param label name of the document in messages
     * @param text the document without byte order mark
     * @return its root element
     * @throws EditException if it is not well-formed or too deep
     */
    XmlElement scan(String label, String text) {
        try {
            XMLStreamReader2 reader = (XMLStreamReader2) factory.createXMLStreamReader(new StringReader(text));
            try {
                return new Run(label, text, reader).root();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw ofFiles ? badFile(label, e) : badFragment(label, e);
        }
    }

    private static EditException badFile(String label, XMLStreamException e) {
        Location place = e.getLocation();
        String position = place == null ? "" : ":" + place.getLineNumber() + ":" + place.getColumnNumber();
        String remedy = "; correct the file or restore the shipped one.";
        return new EditException(label + position + ": not well-formed XML (" + reason(e) + ")" + remedy, e);
    }

    /** Without the parser's words, which may quote from the fragment, which may be secret. */
    private static EditException badFragment(String label, XMLStreamException e) {
        String place =
                e.getLocation() == null ? "" : " in its line " + e.getLocation().getLineNumber();
        return new EditException(
                label + ": not well-formed XML" + place + "; write & and < as references and close every element.");
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int place = message.indexOf("\n at [row,col");
        return (place < 0 ? message : message.substring(0, place)).strip();
    }

    /** One pass over one document. */
    private static final class Run {

        private final String label;
        private final String text;
        private final XMLStreamReader2 reader;
        private Optional<XmlElement> root = Optional.empty();
        private Optional<XmlElement> current = Optional.empty();
        private int depth;

        Run(String label, String text, XMLStreamReader2 reader) {
            this.label = label;
            this.text = text;
            this.reader = reader;
        }

        XmlElement root() throws XMLStreamException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> startElement();
                    case XMLStreamConstants.END_ELEMENT -> endElement();
                    case XMLStreamConstants.COMMENT -> comment();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        current.ifPresent(element -> element.addText(reader.getText()));
                    default -> {}
                }
            }
            return root.orElseThrow(() -> new EditException(label + ": holds no element; give an XML document."));
        }

        private void startElement() {
            depth++;
            if (depth > MAX_DEPTH) {
                throw new EditException(label + ":" + line() + ": elements are nested deeper than " + MAX_DEPTH
                        + " levels, which no server file needs; restore the shipped file.");
            }
            XmlElement element = new XmlElement(current, StartTag.scan(text, offset("<"), attributeValues()), line());
            current = Optional.of(element);
            if (root.isEmpty()) {
                root = current;
            }
        }

        private void endElement() {
            depth--;
            XmlElement element = current.orElseThrow();
            if (!element.selfClosing()) {
                int start = offset("</");
                element.close(start, text.indexOf('>', start) + 1);
            }
            current = element.parent();
        }

        private void comment() {
            int start = offset("<!--");
            int end = text.indexOf("-->", start) + "-->".length();
            int line = line();
            current.ifPresent(element -> element.addComment(new XmlComment(start, end, line)));
        }

        private Map<String, String> attributeValues() {
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                values.put(
                        qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                        reader.getAttributeValue(i));
            }
            for (int i = 0; i < reader.getNamespaceCount(); i++) {
                String prefix = reader.getNamespacePrefix(i);
                String uri = reader.getNamespaceURI(i);
                values.put(isEmpty(prefix) ? "xmlns" : "xmlns:" + prefix, uri == null ? "" : uri);
            }
            return values;
        }

        private static String qualified(String prefix, String local) {
            return isEmpty(prefix) ? local : prefix + ":" + local;
        }

        private static boolean isEmpty(String prefix) {
            return prefix == null || prefix.isEmpty();
        }

        private int line() {
            return reader.getLocationInfo().getStartLocation().getLineNumber();
        }

        private int offset(String markup) {
            int offset =
                    Math.toIntExact(reader.getLocationInfo().getStartLocation().getCharacterOffset());
            if (!text.startsWith(markup, offset)) {
                throw new IllegalStateException(label + ": the parser reports '" + markup + "' at offset " + offset
                        + ", where something else stands");
            }
            return offset;
        }
    }
}
