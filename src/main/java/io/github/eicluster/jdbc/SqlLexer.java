package io.github.eicluster.jdbc;

/** Cuts the text of a script into tokens; what is quoted or commented out is one token. */
final class SqlLexer {

    /** What a token is. */
    enum Kind {
        /** A keyword, an unquoted name, or a number. */
        WORD,
        /** A quoted name. */
        NAME,
        /** A string. */
        STRING,
        /** A comment that the server does not run. */
        COMMENT,
        /** Blanks and line ends. */
        SPACE,
        /** One other character, or a comment that the server runs. */
        SYMBOL
    }

    /** A token: the text from start to end. */
    record Token(Kind kind, int start, int end) {}

    private final String script;
    private final String text;
    private final SqlDialect dialect;

    /**
     * Reads a text.
     *
     * @param script name of the script for messages
     * @param text lines ended by line feeds
     */
    SqlLexer(String script, String text, SqlDialect dialect) {
        this.script = script;
        this.text = text;
        this.dialect = dialect;
    }

    /** The token that begins at a place inside the text. */
    Token at(int start) {
        char first = text.charAt(start);
        if (Character.isWhitespace(first)) {
            return new Token(Kind.SPACE, start, whitespace(start));
        }
        if (lineComment(start)) {
            int end = text.indexOf('\n', start);
            return new Token(Kind.COMMENT, start, end < 0 ? text.length() : end);
        }
        if (text.startsWith("/*", start)) {
            return blockComment(start);
        }
        if (first == '\'') {
            return new Token(Kind.STRING, start, quoted(start, start, '\'', dialect.has(SqlForm.BACKSLASH)));
        }
        if (first == '"') {
            return new Token(Kind.NAME, start, quoted(start, start, '"', dialect.has(SqlForm.BACKSLASH)));
        }
        if (first == '`' && dialect.has(SqlForm.BACKTICK)) {
            return new Token(Kind.NAME, start, quoted(start, start, '`', false));
        }
        if (first == '[' && dialect.has(SqlForm.BRACKET)) {
            return new Token(Kind.NAME, start, quoted(start, start, ']', false));
        }
        if (first == '$' && dialect.has(SqlForm.DOLLAR)) {
            return dollar(start);
        }
        return isPartOfWord(first) ? word(start) : new Token(Kind.SYMBOL, start, start + 1);
    }

    /** The line of a place, from 1. */
    int line(int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }

    private int whitespace(int start) {
        int end = start;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean lineComment(int start) {
        if (dialect.has(SqlForm.HASH_COMMENT)) {
            boolean dashes =
                    text.startsWith("--", start) && (start + 2 == text.length() || text.charAt(start + 2) <= ' ');
            return dashes || text.charAt(start) == '#';
        }
        return text.startsWith("--", start);
    }

    private Token blockComment(int start) {
        boolean nested = dialect.has(SqlForm.NESTED_COMMENT);
        int depth = 1;
        int end = start + 2;
        while (depth > 0) {
            if (end >= text.length()) {
                throw unended(start, "a comment");
            }
            if (text.startsWith("*/", end)) {
                depth--;
                end += 2;
            } else if (nested && text.startsWith("/*", end)) {
                depth++;
                end += 2;
            } else {
                end++;
            }
        }
        boolean runs = dialect.has(SqlForm.EXECUTABLE_COMMENT)
                && (text.startsWith("!", start + 2) || text.startsWith("M!", start + 2));
        return new Token(runs ? Kind.SYMBOL : Kind.COMMENT, start, end);
    }

    /** The end of what a quote opens; the doubled quote stands for itself. */
    private int quoted(int start, int open, char close, boolean backslash) {
        int place = open + 1;
        while (place < text.length()) {
            char c = text.charAt(place);
            if (c == '\\' && backslash) {
                place += 2;
            } else if (c != close) {
                place++;
            } else if (place + 1 < text.length() && text.charAt(place + 1) == close) {
                place += 2;
            } else {
                return place + 1;
            }
        }
        throw unended(start, close == '\'' ? "a string" : "a quoted name");
    }

    private Token dollar(int start) {
        int tagEnd = start + 1;
        while (tagEnd < text.length() && text.charAt(tagEnd) != '$' && isPartOfWord(text.charAt(tagEnd))) {
            tagEnd++;
        }
        boolean opens = tagEnd < text.length()
                && text.charAt(tagEnd) == '$'
                && (tagEnd == start + 1 || !Character.isDigit(text.charAt(start + 1)));
        if (!opens) {
            return new Token(Kind.SYMBOL, start, start + 1);
        }
        String tag = text.substring(start, tagEnd + 1);
        int close = text.indexOf(tag, tagEnd + 1);
        if (close < 0) {
            throw unended(start, "a text in " + tag);
        }
        return new Token(Kind.STRING, start, close + tag.length());
    }

    /** A word, or the string whose prefix the word is. */
    private Token word(int start) {
        int end = start;
        while (end < text.length() && isPartOfWord(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '\'') {
            String prefix = text.substring(start, end);
            if (prefix.equalsIgnoreCase("e") && dialect.has(SqlForm.E_STRING)) {
                return new Token(Kind.STRING, start, quoted(start, end, '\'', true));
            }
            boolean q = prefix.equalsIgnoreCase("q") || prefix.equalsIgnoreCase("nq");
            if (q && dialect.has(SqlForm.Q_STRING) && end + 1 < text.length()) {
                return new Token(Kind.STRING, start, oracleQuoted(start, end + 1));
            }
        }
        return new Token(Kind.WORD, start, end);
    }

    private int oracleQuoted(int start, int open) {
        char opening = text.charAt(open);
        int pair = "[{(<".indexOf(opening);
        String close = (pair < 0 ? opening : "]})>".charAt(pair)) + "'";
        int end = text.indexOf(close, open + 1);
        if (end < 0) {
            throw unended(start, "a string");
        }
        return end + 2;
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@';
    }

    private DatabaseException unended(int start, String what) {
        return new DatabaseException(script + ":" + line(start) + ": " + what
                + " begins here and does not end. Correct the script, or take the one of the distribution.");
    }
}
