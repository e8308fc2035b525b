package io.github.eicluster.node;

import io.github.eicluster.edit.EditException;
import io.github.eicluster.edit.XmlEditor;

/** Settings that stand in a comment, as the distribution ships many. */
final class CommentedOut {

    private CommentedOut() {}

    /**
     * Makes a commented-out element a live one.
     *
     * @return false if there is none, or if several differ: then none of them is meant, and a new one is to be inserted
     */
    static boolean revive(XmlEditor xml, String path) {
        try {
            if (xml.commentedOut(path)) {
                xml.uncomment(path);
                return true;
            }
            return false;
        } catch (EditException e) {
            return false;
        }
    }
}
