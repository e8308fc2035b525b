package io.github.eicluster.edit;

import java.util.List;

/** Where a fragment goes, relative to an element. */
enum Place {
    LAST_CHILD(false) {
        @Override
        List<XmlElement> present(XmlElement anchor, int count) {
            List<XmlElement> children = anchor.children();
            return children.subList(Math.max(0, children.size() - count), children.size());
        }

        @Override
        Splice splice(Insertion insertion, XmlElement anchor, Fragment fragment) {
            return insertion.lastChild(anchor, fragment);
        }
    },
    FIRST_CHILD(false) {
        @Override
        List<XmlElement> present(XmlElement anchor, int count) {
            List<XmlElement> children = anchor.children();
            return children.subList(0, Math.min(count, children.size()));
        }

        @Override
        Splice splice(Insertion insertion, XmlElement anchor, Fragment fragment) {
            return insertion.firstChild(anchor, fragment);
        }
    },
    AFTER(true) {
        @Override
        List<XmlElement> present(XmlElement anchor, int count) {
            List<XmlElement> siblings = anchor.parent().orElseThrow().children();
            int next = siblings.indexOf(anchor) + 1;
            return siblings.subList(next, Math.min(next + count, siblings.size()));
        }

        @Override
        Splice splice(Insertion insertion, XmlElement anchor, Fragment fragment) {
            return insertion.after(anchor, anchor.parent().orElseThrow(), fragment);
        }
    },
    BEFORE(true) {
        @Override
        List<XmlElement> present(XmlElement anchor, int count) {
            List<XmlElement> siblings = anchor.parent().orElseThrow().children();
            int own = siblings.indexOf(anchor);
            return siblings.subList(Math.max(0, own - count), own);
        }

        @Override
        Splice splice(Insertion insertion, XmlElement anchor, Fragment fragment) {
            return insertion.before(anchor, anchor.parent().orElseThrow(), fragment);
        }
    },
    ONLY_CONTENT(false) {
        @Override
        List<XmlElement> present(XmlElement anchor, int count) {
            return anchor.children();
        }

        @Override
        Splice splice(Insertion insertion, XmlElement anchor, Fragment fragment) {
            return insertion.onlyContent(anchor, fragment);
        }
    };

    private final boolean besideAnchor;

    Place(boolean besideAnchor) {
        this.besideAnchor = besideAnchor;
    }

    /** Whether the new elements become siblings of the anchor, which then cannot be the root. */
    boolean besideAnchor() {
        return besideAnchor;
    }

    /** The elements that stand in this place now, as many as the fragment has, or fewer. */
    abstract List<XmlElement> present(XmlElement anchor, int count);

    /** The change that puts the fragment here. */
    abstract Splice splice(Insertion insertion, XmlElement anchor, Fragment fragment);
}
