package io.github.eicluster.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Reads the small path language of {@link XmlEditor}. */
final class PathParser {

    private final String path;
    private int at;

    PathParser(String path) {
        this.path = path;
    }

    PathExpression parse() {
        List<PathExpression.Step> steps = new ArrayList<>();
        do {
            expect('/');
            steps.add(step());
        } while (at < path.length());
        return new PathExpression(path, steps);
    }

    private PathExpression.Step step() {
        int start = at;
        String name = name();
        Predicate<XmlElement> condition = element -> true;
        OptionalInt position = OptionalInt.empty();
        while (peek() == '[') {
            if (position.isPresent()) {
                throw bad("[n] must be the last predicate of its step");
            }
            at++;
            skipBlanks();
            if (Character.isDigit(peek())) {
                position = OptionalInt.of(position());
            } else {
                condition = condition.and(predicate());
            }
            skipBlanks();
            expect(']');
        }
        return new PathExpression.Step(path.substring(start, at), name, condition, position);
    }

    private int position() {
        int start = at;
        while (Character.isDigit(peek())) {
            at++;
        }
        try {
            int position = Integer.parseInt(path.substring(start, at));
            if (position > 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // The same mistake as zero: reported below.
        }
        throw bad("positions count from 1");
    }

    private Predicate<XmlElement> predicate() {
        if (peek() == '@') {
            return attributePredicate();
        }
        String name = name();
        skipBlanks();
        if (name.equals("not") && peek() == '(') {
            return notPredicate();
        }
        return childPredicate(name);
    }

    private Predicate<XmlElement> attributePredicate() {
        expect('@');
        String name = qualifiedName();
        return literal()
                .<Predicate<XmlElement>>map(value -> element -> element.attribute(name)
                        .filter(attribute -> attribute.value().equals(value))
                        .isPresent())
                .orElse(element -> element.attribute(name).isPresent());
    }

    private Predicate<XmlElement> notPredicate() {
        expect('(');
        skipBlanks();
        Predicate<XmlElement> inner = attributePredicate();
        skipBlanks();
        expect(')');
        return inner.negate();
    }

    private Predicate<XmlElement> childPredicate(String firstName) {
        List<String> names = new ArrayList<>(List.of(firstName));
        while (peek() == '/') {
            at++;
            names.add(name());
        }
        Optional<String> value = literal();
        return element -> {
            List<XmlElement> found = List.of(element);
            for (String name : names) {
                found = found.stream()
                        .flatMap(parent -> parent.children().stream())
                        .filter(child -> child.localName().equals(name))
                        .toList();
            }
            return found.stream()
                    .anyMatch(child -> value.map(child.text().strip()::equals).orElse(true));
        };
    }

    /** {@code = 'text'}, if it follows. */
    private Optional<String> literal() {
        skipBlanks();
        if (peek() != '=') {
            return Optional.empty();
        }
        at++;
        skipBlanks();
        char quote = peek();
        if (quote != '\'' && quote != '"') {
            throw bad("a value stands in single or double quotes");
        }
        return Optional.of(quoted(quote));
    }

    /** A doubled quote stands for the quote itself. */
    private String quoted(char quote) {
        StringBuilder value = new StringBuilder();
        do {
            int end = path.indexOf(quote, at + 1);
            if (end < 0) {
                throw bad("the quote is not closed");
            }
            value.append(path, at + 1, end);
            at = end + 1;
            if (peek() == quote) {
                value.append(quote);
            }
        } while (peek() == quote);
        return value.toString();
    }

    private String name() {
        String name = qualifiedName();
        if (name.indexOf(':') >= 0) {
            throw bad("elements are given by local name, without prefix");
        }
        return name;
    }

    private String qualifiedName() {
        int start = at;
        while (isNamePart(peek())) {
            at++;
        }
        if (at == start || Character.isDigit(path.charAt(start)) || "-.".indexOf(path.charAt(start)) >= 0) {
            at = start;
            throw bad("a name is expected");
        }
        return path.substring(start, at);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || "_-.:".indexOf(c) >= 0;
    }

    private void skipBlanks() {
        while (peek() == ' ') {
            at++;
        }
    }

    /** The next character, or 0 at the end. */
    private char peek() {
        return at < path.length() ? path.charAt(at) : 0;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw bad("'" + c + "' is expected");
        }
        at++;
    }

    private EditException bad(String rule) {
        return new EditException("The path " + path + " is wrong at character " + (at + 1) + ": " + rule
                + "; write it like /a/b[@name='x']/c[child='text'][2].");
    }
}
