package io.github.eicluster.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The text of a configuration file without its comments, line numbers and offsets unchanged. */
final class LiveText {

    private static final Pattern XML_COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern PROPERTIES_COMMENT =
            Pattern.compile("(?m)(?<!\\\\\\n)(?<!\\\\\\r\\n)^[ \\t\\f]*[#!].*$");
    private static final Pattern OTHER_COMMENT = Pattern.compile("(?ms)/\\*.*?\\*/|^[ \\t]*(?://|#)[^\\r\\n]*");
    private static final Pattern TAG =
            Pattern.compile("<(/?)(?:[\\w.-]+:)?([\\w.-]+)(?:\"[^\"]*\"|'[^']*'|[^>\"'])*?(/?)>");

    private static final String BEFORE_VALUE = ">\"'=:[(,;";
    private static final String AFTER_VALUE = "<\"'],;)&\n\r";
    private static final String NAME_PART = "_-.";

    private final String text;
    private final boolean xml;

    private LiveText(String text, boolean xml) {
        this.text = text;
        this.xml = xml;
    }

    static LiveText of(String path, String content) {
        boolean xml = path.endsWith(".xml") || content.stripLeading().startsWith("<");
        Pattern comment = xml ? XML_COMMENT : path.endsWith(".properties") ? PROPERTIES_COMMENT : OTHER_COMMENT;
        return new LiveText(
                comment.matcher(content).replaceAll(match -> match.group().replaceAll("[^\\r\\n]", " ")), xml);
    }

    /** Offsets where a file name stands by itself or at the end of a path. */
    List<Integer> fileNames(String name) {
        return offsets(name, at -> !isNamePart(at - 1) && !isNamePart(at + name.length()));
    }

    /** Offsets where a text is the whole of a value: of an element, an attribute, a key or a quoted string. */
    List<Integer> values(String value) {
        return offsets(value, at -> {
            int start = at - 1;
            while (start >= 0 && Character.isWhitespace(text.charAt(start))) {
                start--;
            }
            int end = at + value.length();
            while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            return start >= 0
                    && BEFORE_VALUE.indexOf(text.charAt(start)) >= 0
                    && (end == text.length() || AFTER_VALUE.indexOf(text.charAt(end)) >= 0);
        });
    }

    /** 1-based line of an offset. */
    int line(int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** The line of an offset, up to it. */
    String before(int at) {
        return text.substring(text.lastIndexOf('\n', at - 1) + 1, at);
    }

    /** Local names of the elements around an offset in lower case, outermost first; none if the file is no XML. */
    List<String> elements(int at) {
        Deque<String> open = new ArrayDeque<>();
        if (xml) {
            for (MatchResult tag : TAG.matcher(text.substring(0, at)).results().toList()) {
                if (!tag.group(1).isEmpty()) {
                    open.pollLast();
                } else if (tag.group(3).isEmpty()) {
                    open.add(tag.group(2).toLowerCase(Locale.ROOT));
                }
            }
        }
        return List.copyOf(open);
    }

    private List<Integer> offsets(String token, IntPredicate accepted) {
        List<Integer> found = new ArrayList<>();
        for (int at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
            if (accepted.test(at)) {
                found.add(at);
            }
        }
        return found;
    }

    private boolean isNamePart(int at) {
        return at >= 0
                && at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || NAME_PART.indexOf(text.charAt(at)) >= 0);
    }
}
