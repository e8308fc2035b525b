package io.github.eicluster.edit;

import java.util.List;
import java.util.Optional;

/**
 * Edits one XML file without touching a byte outside the edits: comments, indentation, line endings, quotes, encoding
 * and byte order mark stay as they are.
 *
 * <p>Elements are named by absolute paths of local names with simple predicates, such as
 * {@code /axisconfig/transportReceiver[@name='http']/parameter[@name='port']}: {@code [@attribute='value']} (name as
 * written, prefix included), {@code [@attribute]}, {@code [not(@attribute)]}, {@code [child='text']} (text trimmed;
 * {@code [child/grandchild='text']} looks deeper), {@code [child]}, {@code [n]} (1-based among the matching children of
 * one parent, last of all); single or double quotes,
 * doubled if the value holds them ({@link #quote}). Namespaces of elements are ignored; what stands in comments is never
 * matched. A path that is not written so is an {@link EditException} in every method.
 *
 * <p>Every change is atomic: it works, and the result parses, or it throws and nothing has changed. A change that is
 * already there changes nothing. A changing method needs a path that names exactly one element; none and several are an
 * {@link EditException} with file, line, path and remedy. A fragment is one or more elements, with comments if wanted,
 * its lines ended by line feeds and indented by multiples of four blanks; it is laid out like its new neighbours, and its
 * prefixes must be declared where it goes. Characters that the file's charset lacks become character references.
 *
 * <p>DTDs are passed over: no entity is expanded or fetched.
 */
public final class XmlEditor {

    private final XmlScanner fileScanner = XmlScanner.forFiles();
    private final XmlScanner fragmentScanner = XmlScanner.forFragments();
    private XmlDocument document;

    private XmlEditor(String file, byte[] content) {
        document = XmlDocument.open(fileScanner, file, content);
    }

    /**
     * Opens a file.
     *
     * @param file name for messages, such as {@code conf/carbon.xml}
     * @param content its bytes
     * @return an editor of them
     * @throws EditException if they are not well-formed XML, not valid in their charset, larger than 64 MB or nested deeper
     *     than 500 levels
     */
    public static XmlEditor open(String file, byte[] content) {
        return new XmlEditor(file, content);
    }

    /**
     * Writes a value for a predicate.
     *
     * @param value any text
     * @return the text in single quotes, its own single quotes doubled
     */
    public static String quote(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /**
     * Name for messages.
     *
     * @return the name that was given to {@link #open}
     */
    public String file() {
        return document.file();
    }

    /**
     * The file as it stands after all changes.
     *
     * @return its bytes, the given ones if nothing was changed
     */
    public byte[] content() {
        return document.encoding().encode(document.text());
    }

    /**
     * Counts elements.
     *
     * @param path names any number of elements
     * @return how many there are
     */
    public int count(String path) {
        return document.all(PathExpression.parse(path)).size();
    }

    /**
     * Tells whether there is such an element.
     *
     * @param path names any number of elements
     * @return whether there is at least one
     */
    public boolean exists(String path) {
        return count(path) > 0;
    }

    /**
     * Reads the text of an element.
     *
     * @param path names one element or none
     * @return its own text, decoded and not trimmed, that of its child elements left out; empty without the element
     * @throws EditException if there is more than one
     */
    public Optional<String> text(String path) {
        return document.atMostOne(PathExpression.parse(path)).map(XmlElement::text);
    }

    /**
     * Reads the texts of elements.
     *
     * @param path names any number of elements
     * @return the text of each, in document order
     */
    public List<String> texts(String path) {
        return document.all(PathExpression.parse(path)).stream()
                .map(XmlElement::text)
                .toList();
    }

    /**
     * Reads an attribute.
     *
     * @param path names one element or none
     * @param name qualified name as written
     * @return its decoded value; empty without the element or the attribute
     * @throws EditException if there is more than one element
     */
    public Optional<String> attribute(String path, String name) {
        return document.atMostOne(PathExpression.parse(path))
                .flatMap(element -> element.attribute(name))
                .map(XmlAttribute::value);
    }

    /**
     * Reads an attribute of several elements.
     *
     * @param path names any number of elements
     * @param name qualified name as written
     * @return for each element, in document order, the decoded value if it has one
     */
    public List<Optional<String>> attributes(String path, String name) {
        return document.all(PathExpression.parse(path)).stream()
                .map(element -> element.attribute(name).map(XmlAttribute::value))
                .toList();
    }

    /**
     * Finds the line of an element.
     *
     * @param path names any number of elements
     * @return the line of the first one, 1-based; 0 if there is none
     */
    public int line(String path) {
        return document.all(PathExpression.parse(path)).stream()
                .findFirst()
                .map(XmlElement::line)
                .orElse(0);
    }

    /** {@return the elements as they are now, to be looked at without a path} */
    public XmlElements elements() {
        return new XmlElements(document);
    }

    /**
     * Sets the text of an element that has no child elements; comments in it are replaced too.
     *
     * @param path names one element
     * @param value the text, not escaped
     * @return this
     */
    public XmlEditor setText(String path, String value) {
        return commit(changes(path).setText(value));
    }

    /**
     * Sets an attribute; a new one goes after the last.
     *
     * @param path names one element
     * @param name qualified name; its prefix must be declared there
     * @param value the value, not escaped
     * @return this
     */
    public XmlEditor setAttribute(String path, String name, String value) {
        return commit(changes(path).setAttribute(name, value));
    }

    /**
     * Removes an attribute, if it is there, with the white space before it.
     *
     * @param path names one element
     * @param name qualified name as written
     * @return this
     */
    public XmlEditor removeAttribute(String path, String name) {
        return commit(changes(path).removeAttribute(name));
    }

    /**
     * Removes an element, if it is there, with its lines if nothing else stands on them.
     *
     * @param path names one element or none
     * @return this
     */
    public XmlEditor remove(String path) {
        return commit(changes(path).remove());
    }

    /**
     * Adds elements as the last children, unless the last children are the same already.
     *
     * @param parentPath names one element
     * @param fragment the elements
     * @return this
     */
    public XmlEditor appendChild(String parentPath, String fragment) {
        return commit(changes(parentPath).insert(Place.LAST_CHILD, fragment));
    }

    /**
     * Adds elements as the first children, unless the first children are the same already.
     *
     * @param parentPath names one element
     * @param fragment the elements
     * @return this
     */
    public XmlEditor prependChild(String parentPath, String fragment) {
        return commit(changes(parentPath).insert(Place.FIRST_CHILD, fragment));
    }

    /**
     * Adds elements behind an element, unless the same ones follow it already.
     *
     * @param siblingPath names one element, not the root
     * @param fragment the elements
     * @return this
     */
    public XmlEditor insertAfter(String siblingPath, String fragment) {
        return commit(changes(siblingPath).insert(Place.AFTER, fragment));
    }

    /**
     * Adds elements before an element, unless the same ones precede it already.
     *
     * @param siblingPath names one element, not the root
     * @param fragment the elements
     * @return this
     */
    public XmlEditor insertBefore(String siblingPath, String fragment) {
        return commit(changes(siblingPath).insert(Place.BEFORE, fragment));
    }

    /**
     * Replaces all content of an element, comments included, unless its children are the same already.
     *
     * @param path names one element
     * @param fragments the new children; blank for none
     * @return this
     */
    public XmlEditor replaceChildren(String path, String fragments) {
        return commit(changes(path).insert(Place.ONLY_CONTENT, fragments));
    }

    /**
     * Tells whether an element exists only in a comment. The comment must be a direct child of the element that the
     * path without its last step names, and hold this element alone: {@code <!--<x ..>..</x>-->} or
     * {@code <!--x ..>..</x-->}.
     *
     * @param path names the element as if it were live
     * @return whether it is commented out, and not live
     * @throws EditException if different commented elements match, or several parents
     */
    public boolean commentedOut(String path) {
        return changes(path).isCommentedOut();
    }

    /**
     * Makes an element live that is commented out, unless a live one exists. Of several comments that say exactly the
     * same the first is taken.
     *
     * @param path names the element as if it were live
     * @return this
     * @throws EditException if it is neither live nor commented out, or different commented elements match
     */
    public XmlEditor uncomment(String path) {
        return commit(changes(path).uncomment());
    }

    private Changes changes(String path) {
        return new Changes(fragmentScanner, document, PathExpression.parse(path));
    }

    private XmlEditor commit(Optional<Change> change) {
        change.ifPresent(present -> document = present.apply(fileScanner, document));
        return this;
    }
}
