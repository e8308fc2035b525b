package io.github.eicluster.jdbc;

import io.github.eicluster.jdbc.SqlLexer.Kind;
import io.github.eicluster.jdbc.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts a script into the statements that a server takes one by one, where the engine's own client cuts it. */
final class ScriptSplitter {

    private static final Pattern SLASH_LINE = Pattern.compile("(?m)^[ \\t]*/[ \\t]*$");
    private static final Pattern GO_LINE = Pattern.compile("(?i)[ \\t]*GO[ \\t]*;?[ \\t]*");

    private final String script;
    private final String text;
    private final SqlDialect dialect;
    private final SqlLexer lexer;
    private final List<SqlStatement> statements = new ArrayList<>();
    private String delimiter = ";";
    private int place;
    /** First character of the code of the statement that is read, or -1 between statements. */
    private int begin = -1;

    private int end;
    private StatementShape shape;

    /**
     * For one script.
     *
     * @param script its name for messages
     * @param text lines ended by line feeds
     */
    ScriptSplitter(String script, String text, SqlDialect dialect) {
        this.script = script;
        this.text = text;
        this.dialect = dialect;
        this.lexer = new SqlLexer(script, text, dialect);
        this.shape = new StatementShape(dialect);
        // The vendor's DB2 scripts are read with the slash as the only delimiter (db2 -td/).
        if (dialect == SqlDialect.DB2 && SLASH_LINE.matcher(text).find()) {
            delimiter = "";
        }
    }

    List<SqlStatement> split() {
        while (place < text.length()) {
            if (!command() && !delimiter()) {
                take(lexer.at(place));
            }
        }
        finish();
        return List.copyOf(statements);
    }

    /** Reads a line that is meant for the client and not for the server. */
    private boolean command() {
        if (dialect.has(SqlForm.DELIMITER) && begin < 0 && wordHere("DELIMITER")) {
            int lineEnd = lineEnd();
            String argument =
                    text.substring(place + "DELIMITER".length(), lineEnd).strip();
            if (argument.isEmpty()) {
                throw new DatabaseException(script + ":" + lexer.line(place)
                        + ": DELIMITER names no delimiter. Correct the script, or take the one of the distribution.");
            }
            delimiter = argument.split("\\s", 2)[0];
            place = lineEnd;
            return true;
        }
        boolean atLineStart = place == 0 || text.charAt(place - 1) == '\n';
        if (!atLineStart) {
            return false;
        }
        String line = text.substring(place, lineEnd());
        boolean slash = dialect.has(SqlForm.SLASH) && line.strip().equals("/");
        boolean ends =
                slash || (dialect.has(SqlForm.GO) && GO_LINE.matcher(line).matches());
        if (ends) {
            finish();
            place = lineEnd();
        }
        return ends;
    }

    private boolean wordHere(String word) {
        int after = place + word.length();
        return text.regionMatches(true, place, word, 0, word.length())
                && (after == text.length() || Character.isWhitespace(text.charAt(after)));
    }

    private int lineEnd() {
        int lineEnd = text.indexOf('\n', place);
        return lineEnd < 0 ? text.length() : lineEnd;
    }

    private boolean delimiter() {
        if (dialect.has(SqlForm.GO) || delimiter.isEmpty() || !text.startsWith(delimiter, place) || shape.isOpen()) {
            return false;
        }
        finish();
        place += delimiter.length();
        return true;
    }

    private void take(Token token) {
        int next = ending(token);
        if (token.kind() == Kind.SPACE) {
            // One line at a time, since a command may stand on the next.
            int lineFeed = text.indexOf('\n', token.start());
            next = lineFeed >= 0 && lineFeed < token.end() ? lineFeed + 1 : token.end();
        } else if (token.kind() != Kind.COMMENT) {
            if (begin < 0) {
                begin = token.start();
            }
            end = next;
            if (token.kind() == Kind.WORD) {
                shape.word(text.substring(token.start(), next).toUpperCase(Locale.ROOT));
            } else {
                shape.other();
            }
        }
        place = next;
    }

    /** A delimiter such as $$ may follow a word without a blank. */
    private int ending(Token token) {
        if (token.kind() != Kind.WORD || !dialect.has(SqlForm.DELIMITER)) {
            return token.end();
        }
        int found = text.indexOf(delimiter, token.start() + 1);
        return found < 0 ? token.end() : Math.min(found, token.end());
    }

    private void finish() {
        if (begin >= 0) {
            statements.add(new SqlStatement(statements.size() + 1, lexer.line(begin), text.substring(begin, end)));
        }
        begin = -1;
        shape = new StatementShape(dialect);
    }
}
