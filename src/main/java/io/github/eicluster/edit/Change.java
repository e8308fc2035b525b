package io.github.eicluster.edit;

import java.util.List;

/**
 * A computed change that is not applied yet.
 *
 * @param where place, for messages
 * @param splice what changes in the text
 * @param inserted elements that the result must hold within the splice
 */
record Change(String where, Splice splice, List<XmlElement> inserted) {

    Change(String where, Splice splice) {
        this(where, splice, List.of());
    }

    /**
     * Applies the change and reads the result.
     *
     * @param scanner a scanner for files
     * @param document the state before
     * @return the state after
     * @throws EditException if the result is not well-formed or does not say what the fragment says
     */
    XmlDocument apply(XmlScanner scanner, XmlDocument document) {
        XmlDocument changed = document.apply(scanner, where, splice);
        if (inserted.isEmpty()) {
            return changed;
        }
        int end = changed.text().length() - (document.text().length() - splice.end());
        if (!XmlElement.same(inserted, outermostWithin(changed.root(), splice.start(), end))) {
            throw new EditException(where
                    + ": a CDATA section of the fragment holds a character that the encoding of the file lacks;"
                    + " write it as a character reference outside of CDATA.");
        }
        return changed;
    }

    private static List<XmlElement> outermostWithin(XmlElement root, int start, int end) {
        return root.descendants().stream()
                .filter(element -> isWithin(element, start, end))
                .filter(element -> element.parent()
                        .filter(parent -> isWithin(parent, start, end))
                        .isEmpty())
                .toList();
    }

    private static boolean isWithin(XmlElement element, int start, int end) {
        return element.start() >= start && element.end() <= end;
    }
}
