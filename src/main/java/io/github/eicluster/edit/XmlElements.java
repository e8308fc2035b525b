package io.github.eicluster.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The elements of one state of a file, for those who do not know the paths. */
public final class XmlElements {

    private final XmlDocument document;

    XmlElements(XmlDocument document) {
        this.document = document;
    }

    /**
     * Finds elements.
     *
     * @param wanted tells of an element, by its local name and its attributes (name as written to decoded value), whether
     *     it is wanted
     * @return one path for each, in document order; it names this element alone
     */
    public List<String> find(BiPredicate<String, Map<String, String>> wanted) {
        return document.root().descendants().stream()
                .filter(element -> wanted.test(element.localName(), element.attributeValues()))
                .map(XmlElement::path)
                .toList();
    }

    /**
     * Reads all attributes.
     *
     * @param path names one element or none
     * @return decoded values by name as written, namespace declarations included; none without the element
     * @throws EditException if there is more than one
     */
    public Map<String, String> attributes(String path) {
        return one(path).map(XmlElement::attributeValues).orElse(Map.of());
    }

    /**
     * Tells whether an element holds no other elements.
     *
     * @param path names one element or none
     * @return whether there is one, and it has text only
     * @throws EditException if there is more than one
     */
    public boolean isLeaf(String path) {
        return one(path).filter(element -> element.children().isEmpty()).isPresent();
    }

    /**
     * Finds the path that {@link #find} gives for an element.
     *
     * @param path names one element or none, in any way
     * @return its path; empty without the element
     * @throws EditException if there is more than one
     */
    public Optional<String> path(String path) {
        return one(path).map(XmlElement::path);
    }

    /** {@return path of the root element} */
    public String root() {
        return document.root().path();
    }

    private Optional<XmlElement> one(String path) {
        return document.atMostOne(PathExpression.parse(path));
    }
}
