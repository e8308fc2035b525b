package io.github.eicluster.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines, line endings and indentation of a text, so that new lines look like their neighbours. */
final class Layout {

    private static final String DEFAULT_UNIT = "    ";

    private final String text;
    private final XmlElement root;

    Layout(String text, XmlElement root) {
        this.text = text;
        this.root = root;
    }

    /** 1-based line of an offset; CRLF, LF and CR end a line. */
    static int lineOf(String text, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
            }
        }
        return line;
    }

    /** Offset of the first character of the line. */
    int lineStart(int offset) {
        int at = offset;
        while (at > 0 && !isBreak(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Whether only blanks stand before the offset in its line. */
    boolean startsLine(int offset) {
        return blanksBefore(offset) == lineStart(offset);
    }

    /** Offset of the blanks directly before an offset, in the same line. */
    int blanksBefore(int offset) {
        int at = offset;
        while (at > 0 && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Offset after the blanks at an offset, in the same line. */
    int skipBlanks(int offset) {
        int at = offset;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether only blanks stand between the offset and the end of its line. */
    boolean endsLine(int offset) {
        int at = skipBlanks(offset);
        return at == text.length() || isBreak(text.charAt(at));
    }

    /** Offset after the line break at an offset, or the same offset if there is none. */
    int skipBreak(int offset) {
        if (text.startsWith("\r\n", offset)) {
            return offset + 2;
        }
        return offset < text.length() && isBreak(text.charAt(offset)) ? offset + 1 : offset;
    }

    /** The line ending around an offset: the one before it, else the next one, else a line feed. */
    String lineEnding(int offset) {
        int start = lineStart(offset);
        if (start > 0) {
            return text.startsWith("\r\n", Math.max(0, start - 2)) ? "\r\n" : text.substring(start - 1, start);
        }
        int at = offset;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? "\n" : text.substring(at, skipBreak(at));
    }

    /** The blanks at the start of the offset's line. */
    String indentation(int offset) {
        int start = lineStart(offset);
        return text.substring(start, Math.min(skipBlanks(start), offset));
    }

    /**
     * Indentation for a new child: that of the nearest sibling on a line of its own, else of a comment there, else one
     * unit more than the parent.
     *
     * @param parent the element that gets a child
     * @param nearestFirst its child nodes, nearest to the new child first
     * @return blanks
     */
    String childIndentation(XmlElement parent, List<XmlNode> nearestFirst) {
        return nearestFirst.stream()
                .filter(node -> node instanceof XmlElement && startsLine(node.start()))
                .findFirst()
                .or(() -> nearestFirst.stream()
                        .filter(node -> startsLine(node.start()))
                        .findFirst())
                .map(node -> indentation(node.start()))
                .orElseGet(() -> {
                    String indentation = indentation(parent.start());
                    return indentation + unit(indentation);
                });
    }

    /** One level of indentation: the commonest of the file among tabs or blanks, whichever the neighbour uses. */
    String unit(String neighbour) {
        Map<String, Integer> votes = new HashMap<>();
        root.descendants().forEach(element -> element.parent().ifPresent(parent -> vote(votes, parent, element)));
        boolean tabs = neighbour.endsWith("\t");
        return votes.entrySet().stream()
                .filter(vote -> neighbour.isEmpty() || vote.getKey().endsWith("\t") == tabs)
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(tabs ? "\t" : DEFAULT_UNIT);
    }

    private void vote(Map<String, Integer> votes, XmlElement parent, XmlElement child) {
        if (!startsLine(parent.start()) || !startsLine(child.start())) {
            return;
        }
        String outer = indentation(parent.start());
        String inner = indentation(child.start());
        if (inner.startsWith(outer) && inner.length() > outer.length()) {
            votes.merge(inner.substring(outer.length()), 1, Integer::sum);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
