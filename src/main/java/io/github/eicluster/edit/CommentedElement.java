package io.github.eicluster.edit;

import java.util.List;
import java.util.Optional;

/**
 * An element that a comment holds as its only content, in one of two forms: {@code <!--<x ..>..</x>-->} or
 * {@code <!--x ..>..</x-->}.
 *
 * @param comment the comment
 * @param source the element's own text
 * @param element the element, with offsets in {@code source}
 */
record CommentedElement(XmlComment comment, String source, XmlElement element) {

    /**
     * Reads a comment.
     *
     * @param scanner a scanner for fragments
     * @param text the document
     * @param comment a comment of it
     * @return the element; empty if the comment holds prose or more than one element
     */
    static Optional<CommentedElement> read(XmlScanner scanner, String text, XmlComment comment) {
        String inner = comment.inner(text).strip();
        if (inner.isEmpty()) {
            return Optional.empty();
        }
        boolean whole = inner.startsWith("<");
        if (whole != inner.endsWith(">")) {
            return Optional.empty();
        }
        String source = whole ? inner : "<" + inner + ">";
        try {
            XmlElement element = scanner.scan("comment", source);
            boolean alone = element.start() == 0 && element.end() == source.length();
            return alone ? Optional.of(new CommentedElement(comment, source, element)) : Optional.empty();
        } catch (EditException e) {
            // Prose, which is what most comments are.
            return Optional.empty();
        }
    }

    /** Those direct comments of an element that hold what a step names. */
    static List<CommentedElement> find(XmlScanner scanner, String text, XmlElement parent, PathExpression.Step step) {
        return step.choose(parent.comments().stream()
                .flatMap(comment -> read(scanner, text, comment).stream())
                .filter(commented -> step.matches(commented.element()))
                .toList());
    }
}
