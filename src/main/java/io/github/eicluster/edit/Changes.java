package io.github.eicluster.edit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what {@link XmlEditor} is asked for into changes of one state of a file; empty if it is there already. */
final class Changes {

    private static final Pattern ATTRIBUTE_NAME =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*(:[\\p{L}_][\\p{L}\\p{N}._-]*)?");

    private final XmlScanner fragmentScanner;
    private final XmlDocument document;
    private final PathExpression path;

    Changes(XmlScanner fragmentScanner, XmlDocument document, PathExpression path) {
        this.fragmentScanner = fragmentScanner;
        this.document = document;
        this.path = path;
    }

    Optional<Change> setText(String value) {
        XmlElement element = document.one(path);
        String where = document.where(element, path);
        XmlText.requireLegal(where, value);
        if (!element.children().isEmpty()) {
            throw new EditException(where + ": holds elements, so its text cannot be set; name one of them.");
        }
        return element.text().equals(value)
                ? Optional.empty()
                : Optional.of(new Change(where, new ElementEdits(document).setText(element, value)));
    }

    Optional<Change> setAttribute(String name, String value) {
        XmlElement element = document.one(path);
        String where = document.where(element, path);
        XmlText.requireLegal(where, value);
        if (!ATTRIBUTE_NAME.matcher(name).matches()) {
            throw new EditException(where + ": '" + name + "' is not the name of an attribute; correct it.");
        }
        ElementEdits edits = new ElementEdits(document);
        Optional<XmlAttribute> present = element.attribute(name);
        if (present.isEmpty()) {
            return Optional.of(new Change(where, edits.addAttribute(element, name, value)));
        }
        return present.filter(attribute -> !attribute.value().equals(value))
                .map(attribute -> new Change(where, edits.changeAttribute(attribute, value)));
    }

    Optional<Change> removeAttribute(String name) {
        XmlElement element = document.one(path);
        ElementEdits edits = new ElementEdits(document);
        return element.attribute(name)
                .map(attribute -> new Change(document.where(element, path), edits.removeAttribute(attribute)));
    }

    Optional<Change> remove() {
        return document.atMostOne(path).map(element -> {
            String where = document.where(element, path);
            if (element.parent().isEmpty()) {
                throw new EditException(
                        where + ": is the root element, which cannot be removed; name an element in it.");
            }
            return new Change(where, new ElementEdits(document).remove(element));
        });
    }

    Optional<Change> insert(Place place, String source) {
        XmlElement anchor = document.one(path);
        String where = document.where(anchor, path);
        if (place.besideAnchor() && anchor.parent().isEmpty()) {
            throw new EditException(where + ": is the root element, beside which nothing can stand; name another.");
        }
        Fragment fragment = place == Place.ONLY_CONTENT
                ? Fragment.parseAny(where, fragmentScanner, source)
                : Fragment.parse(where, fragmentScanner, source);
        if (isPresent(place, anchor, fragment)) {
            return Optional.empty();
        }
        Insertion insertion = new Insertion(document.text(), document.root());
        return Optional.of(new Change(where, place.splice(insertion, anchor, fragment), fragment.elements()));
    }

    private static boolean isPresent(Place place, XmlElement anchor, Fragment fragment) {
        List<XmlElement> elements = fragment.elements();
        boolean foreignText = place == Place.ONLY_CONTENT && !anchor.text().isBlank();
        return !foreignText && XmlElement.same(elements, place.present(anchor, elements.size()));
    }

    boolean isCommentedOut() {
        return document.all(path).isEmpty() && commented().isPresent();
    }

    Optional<Change> uncomment() {
        if (document.atMostOne(path).isPresent()) {
            return Optional.empty();
        }
        CommentedElement commented = commented().orElseThrow(this::nothingToUncomment);
        XmlComment comment = commented.comment();
        String where = document.file() + ":" + comment.line() + ": " + path.source();
        return Optional.of(new Change(
                where, new Splice(comment.start(), comment.end(), commented.source()), List.of(commented.element())));
    }

    private Optional<CommentedElement> commented() {
        Optional<XmlElement> parent = path.parent().flatMap(document::atMostOne);
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        List<CommentedElement> found =
                CommentedElement.find(fragmentScanner, document.text(), parent.get(), path.lastStep());
        if (found.stream().map(CommentedElement::source).distinct().count() > 1) {
            throw new EditException(
                    document.file() + ":" + found.get(0).comment().line() + ": the path "
                            + path.source() + " names different elements in " + found.size()
                            + " comments; add a predicate that tells them apart.");
        }
        return found.stream().findFirst();
    }

    private EditException nothingToUncomment() {
        path.parent().ifPresent(document::one);
        return document.missing(path, ", not even in a comment of its own");
    }
}
