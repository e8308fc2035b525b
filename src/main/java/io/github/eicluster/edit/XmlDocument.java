package io.github.eicluster.edit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One state of a file: its text and the spans in it.
 *
 * @param file name for messages
 * @param encoding of the file
 * @param text without byte order mark
 * @param root the root element
 */
record XmlDocument(String file, TextEncoding encoding, String text, XmlElement root) {

    private static final int MAX_BYTES = 64 * 1024 * 1024;

    static XmlDocument open(XmlScanner scanner, String file, byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new EditException(file + ": is larger than 64 MB (" + content.length
                    + " bytes), which no server file is; restore the shipped file.");
        }
        TextEncoding encoding = TextEncoding.detect(file, content);
        String text = encoding.decode(file, content);
        return new XmlDocument(file, encoding, text, scanner.scan(file, text));
    }

    /** All elements that a path names. */
    List<XmlElement> all(PathExpression path) {
        return path.select(root).found();
    }

    /** The element that a path names, or none; more than one is an error. */
    Optional<XmlElement> atMostOne(PathExpression path) {
        List<XmlElement> found = all(path);
        if (found.size() > 1) {
            String lines = found.stream()
                    .map(element -> String.valueOf(element.line()))
                    .collect(Collectors.joining(", "));
            throw new EditException(file + ":" + found.get(0).line() + ": the path " + path.source() + " names "
                    + found.size() + " elements (lines " + lines
                    + "), but must name one; add a predicate such as [@name='...'] or [1].");
        }
        return found.stream().findFirst();
    }

    /** The one element that a path names; none and more than one are errors. */
    XmlElement one(PathExpression path) {
        return atMostOne(path).orElseThrow(() -> missing(path));
    }

    /** The error for a path that names nothing. */
    EditException missing(PathExpression path) {
        return missing(path, "");
    }

    /** The same error, with a remark on what was tried. */
    EditException missing(PathExpression path, String remark) {
        PathExpression.Selection selection = path.select(root);
        String step = selection.missing().map(PathExpression.Step::source).orElseThrow();
        XmlElement last = selection.lastFound().orElse(root);
        String found = selection.lastFound().isPresent()
                ? "<" + last.qualifiedName() + "> here holds no " + step
                : "the root element here is <" + last.qualifiedName() + ">, not " + step;
        return new EditException(file + ":" + last.line() + ": no element " + path.source() + ": " + found + remark
                + "; add it or restore the shipped element.");
    }

    /** Place of a change, for messages. */
    String where(XmlElement element, PathExpression path) {
        return file + ":" + element.line() + ": " + path.source();
    }

    /**
     * Applies a change and reads the result.
     *
     * @param scanner a scanner for files
     * @param where place for messages
     * @param splice the change
     * @return the new state
     * @throws EditException if the result is not well-formed
     */
    XmlDocument apply(XmlScanner scanner, String where, Splice splice) {
        String fitting = encoding.referenceUnfit(splice.replacement());
        String changed = new Splice(splice.start(), splice.end(), fitting).apply(text);
        try {
            return new XmlDocument(file, encoding, changed, scanner.scan(file, changed));
        } catch (EditException e) {
            throw new EditException(
                    where + ": the change would leave a file that is not well-formed (" + e.getMessage()
                            + "); correct the fragment, and use prefixes only that are declared there.",
                    e);
        }
    }
}
