package io.github.eicluster.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a properties file into entries in the way of {@link java.util.Properties#load(java.io.Reader)}, and remembers
 * where each character of an entry stands.
 */
final class PropertiesScanner {

    private final String file;
    private final String source;
    private final List<PropertiesEntry> entries = new ArrayList<>();
    private final StringBuilder logical = new StringBuilder();
    private final List<Integer> offsets = new ArrayList<>();
    private int start;
    private int line = 1;
    private int startLine;
    private boolean open;

    PropertiesScanner(String file, String source) {
        this.file = file;
        this.source = source;
    }

    PropertiesText scan() {
        int at = 0;
        while (at < source.length()) {
            at = entry(at);
        }
        return new PropertiesText(source, entries, open);
    }

    /** Reads the blank line, comment or entry that begins at a line start; returns the offset after it. */
    private int entry(int lineStart) {
        logical.setLength(0);
        offsets.clear();
        start = lineStart;
        startLine = line;
        int at = lineStart;
        boolean continued;
        do {
            at = skipBlanks(at);
            int end = lineEnd(at);
            if (logical.isEmpty() && at < end && "#!".indexOf(source.charAt(at)) >= 0) {
                return skipBreak(end);
            }
            continued = readLine(at, end);
            at = skipBreak(end);
            if (!continued || at == source.length()) {
                finish(end, at, continued);
            }
        } while (continued && at < source.length());
        return at;
    }

    /** Takes over the characters of one line; whether it ends in a backslash that continues it. */
    private boolean readLine(int from, int end) {
        boolean backslash = false;
        for (int i = from; i < end; i++) {
            backslash = source.charAt(i) == '\\' && !backslash;
            logical.append(source.charAt(i));
            offsets.add(i);
        }
        if (backslash) {
            logical.setLength(logical.length() - 1);
            offsets.remove(offsets.size() - 1);
        }
        return backslash;
    }

    private void finish(int contentEnd, int end, boolean continued) {
        open = continued;
        // A lone backslash at the end of the file is loaded as an empty entry, but not when CRLF follows it.
        if (logical.isEmpty() && (!continued || end - contentEnd > 1)) {
            return;
        }
        int keyEnd = keyEnd();
        int valueStart = keyEnd;
        boolean sign = false;
        while (valueStart < logical.length() && isSeparator(logical.charAt(valueStart), sign)) {
            sign |= !isBlank(logical.charAt(valueStart));
            valueStart++;
        }
        String where = file + ":" + startLine;
        entries.add(new PropertiesEntry(
                PropertiesEscapes.decode(where, logical.substring(0, keyEnd)),
                PropertiesEscapes.decode(where, logical.substring(valueStart)),
                startLine,
                start,
                valueStart == 0 ? start : offsets.get(valueStart - 1) + 1,
                contentEnd,
                end,
                separator(keyEnd, valueStart, sign)));
    }

    private static PropertiesEntry.Separator separator(int keyEnd, int valueStart, boolean sign) {
        if (sign) {
            return PropertiesEntry.Separator.SIGN;
        }
        return valueStart > keyEnd ? PropertiesEntry.Separator.BLANK : PropertiesEntry.Separator.NONE;
    }

    private int keyEnd() {
        boolean backslash = false;
        for (int i = 0; i < logical.length(); i++) {
            char c = logical.charAt(i);
            if (!backslash && (isBlank(c) || c == '=' || c == ':')) {
                return i;
            }
            backslash = c == '\\' && !backslash;
        }
        return logical.length();
    }

    private static boolean isSeparator(char c, boolean signSeen) {
        return isBlank(c) || (!signSeen && (c == '=' || c == ':'));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < source.length() && isBlank(source.charAt(at))) {
            at++;
        }
        return at;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private int skipBreak(int from) {
        line++;
        if (source.startsWith("\r\n", from)) {
            return from + 2;
        }
        return Math.min(source.length(), from + 1);
    }
}
