package io.github.eicluster.edit;

import java.util.ArrayList;
import java.util.List;

/** Elements to be inserted: checked, and ready to be indented like their new neighbours. */
final class Fragment {

    private static final String OPEN = "<fragment>";
    private static final String CLOSE = "</fragment>";
    private static final int UNIT = 4;

    private final String wrapped;
    private final XmlElement wrapper;

    private Fragment(String wrapped, XmlElement wrapper) {
        this.wrapped = wrapped;
        this.wrapper = wrapper;
    }

    /**
     * Reads a fragment.
     *
     * @param where file and path, for messages
     * @param scanner a scanner for fragments
     * @param source one or more elements, with comments if wanted; never shown, it may be secret
     * @return the fragment
     * @throws EditException if it is not well-formed, or holds text outside of elements, or no element
     */
    static Fragment parse(String where, XmlScanner scanner, String source) {
        Fragment fragment = parseAny(where, scanner, source);
        if (fragment.elements().isEmpty()) {
            throw new EditException(where + ": the fragment holds no element; give at least one.");
        }
        return fragment;
    }

    /** Like {@link #parse}, but the fragment may be without elements. */
    static Fragment parseAny(String where, XmlScanner scanner, String source) {
        String body = source.replace("\r\n", "\n").replace('\r', '\n');
        String wrapped = OPEN + body + CLOSE;
        XmlText.requireLegal(where, body);
        XmlElement wrapper = scanner.scan(where + ": fragment", wrapped);
        if (!wrapper.text().isBlank()) {
            throw new EditException(where + ": the fragment holds text outside of its elements; give elements only.");
        }
        return new Fragment(wrapped, wrapper);
    }

    List<XmlElement> elements() {
        return wrapper.children();
    }

    boolean isEmpty() {
        return body().isBlank();
    }

    private String body() {
        return wrapped.substring(OPEN.length(), wrapped.length() - CLOSE.length());
    }

    /**
     * The fragment without white space around it, its lines indented.
     *
     * @param indentation blanks before each line but the first, which the caller indents
     * @param unit one level, taking the place of four blanks
     * @param lineEnding of the file
     * @return the text to insert
     */
    String format(String indentation, String unit, String lineEnding) {
        int first = OPEN.length();
        int last = wrapped.length() - CLOSE.length();
        int start = first + (body().length() - body().stripLeading().length());
        int end = last - (body().length() - body().stripTrailing().length());
        int outer = columns(wrapped.substring(Math.max(first, wrapped.lastIndexOf('\n', start) + 1), start));
        List<int[]> verbatim = verbatim();
        StringBuilder result = new StringBuilder();
        int at = start;
        for (int feed = feed(at, end); feed >= 0; feed = feed(at, end)) {
            result.append(wrapped, at, feed).append(lineEnding);
            at = feed + 1;
            int content = at;
            while (content < end && isBlank(wrapped.charAt(content))) {
                content++;
            }
            if (isWithin(verbatim, feed)) {
                continue;
            }
            if (wrapped.charAt(content) != '\n') {
                int inner = Math.max(0, columns(wrapped.substring(at, content)) - outer);
                result.append(indentation).append(unit.repeat(inner / UNIT)).append(" ".repeat(inner % UNIT));
            }
            at = content;
        }
        return result.append(wrapped, at, end).toString();
    }

    private int feed(int from, int end) {
        int feed = wrapped.indexOf('\n', from);
        return feed < end ? feed : -1;
    }

    /** Ranges whose line breaks are values, not layout. */
    private List<int[]> verbatim() {
        List<int[]> ranges = new ArrayList<>();
        wrapper.descendants().forEach(element -> {
            if (!element.text().isBlank() || element.nodes().isEmpty()) {
                ranges.add(new int[] {element.contentStart(), element.contentEnd()});
            }
            element.startTag()
                    .attributes()
                    .forEach(attribute -> ranges.add(new int[] {attribute.valueStart(), attribute.valueEnd()}));
        });
        return ranges;
    }

    private static boolean isWithin(List<int[]> ranges, int offset) {
        return ranges.stream().anyMatch(range -> range[0] <= offset && offset < range[1]);
    }

    private static int columns(String blanks) {
        return blanks.chars().map(c -> c == '\t' ? UNIT : 1).sum();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
