package io.github.eicluster.edit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the JDK's own parser makes of a file: the second opinion of the property tests. */
final class XmlOracle {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final DocumentBuilder builder;

    XmlOracle() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
    }

    Document parse(byte[] content) throws IOException, SAXException {
        return builder.parse(new ByteArrayInputStream(content));
    }

    /** Whether both say the same, amounts of white space in text aside. */
    static boolean same(Document left, Document right) {
        return layoutRemoved(left).isEqualNode(layoutRemoved(right));
    }

    private static Node layoutRemoved(Document document) {
        Document copy = (Document) document.cloneNode(true);
        copy.normalize();
        removeLayout(copy);
        return copy;
    }

    private static void removeLayout(Node node) {
        Node child = node.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child.getNodeType() == Node.TEXT_NODE) {
                child.setNodeValue(
                        WHITE_SPACE.matcher(child.getNodeValue().strip()).replaceAll(" "));
            }
            if (child.getNodeType() == Node.TEXT_NODE && child.getNodeValue().isEmpty()) {
                node.removeChild(child);
            } else {
                removeLayout(child);
            }
            child = next;
        }
    }

    static List<Element> elements(Document document) {
        List<Element> found = new ArrayList<>();
        collect(document.getDocumentElement(), found);
        return found;
    }

    private static void collect(Element element, List<Element> found) {
        found.add(element);
        children(element).forEach(child -> collect(child, found));
    }

    static List<Element> children(Element element) {
        List<Element> found = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element childElement) {
                found.add(childElement);
            }
        }
        return found;
    }

    /** A path that names this element only. */
    static String path(Element element) {
        if (!(element.getParentNode() instanceof Element parent)) {
            return "/" + element.getLocalName();
        }
        int position = 1;
        for (Element sibling : children(parent)) {
            if (sibling == element) {
                break;
            }
            if (sibling.getLocalName().equals(element.getLocalName())) {
                position++;
            }
        }
        return path(parent) + "/" + element.getLocalName() + "[" + position + "]";
    }
}
