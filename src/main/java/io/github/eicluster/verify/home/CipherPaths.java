package io.github.eicluster.verify.home;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Looks places of {@code cipher-tool.properties} up as the vendor's tool does: by XPath, without namespaces. */
public final class CipherPaths {

    private static final int LONGEST = 300;

    private CipherPaths() {}

    /**
     * Looks a place up.
     *
     * @param home the node
     * @param entry alias and place: {@code <file>//<XPath>,<true|false>}
     * @return what is wrong, as the end of a sentence; empty if the tool finds it
     * @throws CannotCheck if the file is not well-formed
     */
    public static Optional<String> fault(NodeHome home, Setting entry) {
        String value = entry.trimmed();
        int start = value.indexOf("//");
        int comma = value.indexOf(',', Math.max(start, 0));
        if (start <= 0 || comma < 0 || value.length() > LONGEST) {
            return Optional.of("is not of the form <file>//<XPath>,<true or false>");
        }
        String flag = value.substring(comma + 1).strip();
        if (!flag.equals("true") && !flag.equals("false")) {
            return Optional.of("has a comma in its XPath, where the tool ends reading");
        }
        String file = value.substring(0, start);
        if (!home.has(file)) {
            return Optional.of("is in " + file + ", which does not exist");
        }
        String path = value.substring(start, comma);
        Document document = document(home, file);
        boolean found = home.once("place " + value, () -> found(evaluator(home), document, path, flag.equals("true")));
        return found ? Optional.empty() : Optional.of("leads nowhere: " + path);
    }

    /** Making one costs more than a look-up. */
    private static XPath evaluator(NodeHome home) {
        return home.once("xpath", () -> {
            try {
                XPathFactory factory = XPathFactory.newDefaultInstance();
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                return factory.newXPath();
            } catch (XPathFactoryConfigurationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static boolean found(XPath evaluator, Document document, String path, boolean attribute) {
        try {
            Node node = (Node) evaluator.evaluate(path, document, XPathConstants.NODE);
            if (node == null) {
                return false;
            }
            int at = path.lastIndexOf("[@");
            return !attribute
                    || at < 0
                    || (node instanceof Element element
                            && element.hasAttribute(path.substring(at + 2, path.length() - 1)));
        } catch (XPathExpressionException e) {
            return false;
        }
    }

    private static Document document(NodeHome home, String file) {
        return home.once("document " + file, () -> {
            try {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                var builder = factory.newDocumentBuilder();
                // Without a handler the parser writes to the console.
                builder.setErrorHandler(null);
                home.optionalXml(file);
                return builder.parse(new ByteArrayInputStream(home.read(file).orElseThrow()));
            } catch (ParserConfigurationException | SAXException | IOException e) {
                throw new CannotCheck(Place.of(home.name(), file), "the file is not well-formed");
            }
        });
    }
}
