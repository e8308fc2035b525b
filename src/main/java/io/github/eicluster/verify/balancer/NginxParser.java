package io.github.eicluster.verify.balancer;

import io.github.eicluster.verify.home.CannotCheck;
import io.github.eicluster.verify.home.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file of nginx by the rules of its own parser: words, quotes, comments, {@code ;} and braces. What a word means is
 * left to others; files that {@code include} names are read because they lie in the same folder.
 */
final class NginxParser {

    private static final int DEEPEST = 50;

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int depth;

    NginxParser(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** Reads the whole file; throws {@link CannotCheck} where nginx would not start. */
    List<Directive> parse() {
        List<Directive> found = block();
        if (at < text.length()) {
            throw failure("has a closing brace too many");
        }
        return found;
    }

    private List<Directive> block() {
        if (++depth > DEEPEST) {
            throw failure("is nested deeper than " + DEEPEST + " levels");
        }
        List<Directive> found = new ArrayList<>();
        skip();
        while (at < text.length() && text.charAt(at) != '}') {
            found.add(directive());
            skip();
        }
        depth--;
        return found;
    }

    private Directive directive() {
        Place place = new Place("", file, line, "");
        List<String> words = new ArrayList<>();
        while (true) {
            skip();
            if (at >= text.length()) {
                throw failure("ends in the middle of a directive");
            }
            char c = text.charAt(at);
            if (c == ';' || c == '{' || c == '}') {
                break;
            }
            words.add(word());
        }
        if (words.isEmpty() || text.charAt(at) == '}') {
            throw failure("has a directive without its end");
        }
        boolean opens = text.charAt(at++) == '{';
        List<Directive> children = opens ? block() : List.of();
        if (opens) {
            if (at >= text.length()) {
                throw failure("ends within braces");
            }
            at++;
        }
        Place named = new Place("", file, place.line(), words.get(0));
        return new Directive(named, words.get(0), words.subList(1, words.size()), children);
    }

    private String word() {
        char quote = text.charAt(at);
        return quote == '"' || quote == '\'' ? quoted(quote) : bare();
    }

    private String quoted(char quote) {
        StringBuilder word = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            count(text.charAt(at));
            word.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw failure("ends within quotes");
        }
        at++;
        return word.toString();
    }

    /** {@code ${name}} is a variable, whose braces end no word. */
    private String bare() {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ";{}".indexOf(text.charAt(at)) < 0) {
            if (text.startsWith("${", at)) {
                int end = text.indexOf('}', at);
                at = end < 0 ? text.length() - 1 : end;
            } else if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            at++;
        }
        at = Math.min(at, text.length());
        return text.substring(start, at);
    }

    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (Character.isWhitespace(c)) {
                count(c);
                at++;
            } else {
                return;
            }
        }
    }

    private void count(char c) {
        if (c == '\n') {
            line++;
        }
    }

    private CannotCheck failure(String what) {
        return new CannotCheck(new Place("", file, line, ""), "the file " + what + ", nginx does not read it");
    }
}
