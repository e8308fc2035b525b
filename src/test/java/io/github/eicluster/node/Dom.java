package io.github.eicluster.node;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Reads a file as the server does, by a parser that knows nothing of our editor. */
final class Dom {

    private final Document document;

    private Dom(Document document) {
        this.document = document;
    }

    static Dom of(byte[] content) {
        try {
            return new Dom(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(content)));
        } catch (Exception e) {
            throw new AssertionError(new String(content, StandardCharsets.UTF_8), e);
        }
    }

    /** Exact text of the one node. */
    String text(String xpath) {
        List<String> texts = texts(xpath);
        if (texts.size() != 1) {
            throw new AssertionError(xpath + " matches " + texts.size() + " nodes");
        }
        return texts.get(0);
    }

    List<String> texts(String xpath) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent());
            }
            return texts;
        } catch (javax.xml.xpath.XPathExpressionException e) {
            throw new AssertionError(e);
        }
    }

    int count(String xpath) {
        return texts(xpath).size();
    }

    /** All comments of a file, whole. */
    static List<String> comments(byte[] content) {
        return Pattern.compile("<!--.*?-->", Pattern.DOTALL)
                .matcher(new String(content, StandardCharsets.ISO_8859_1))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
