package io.github.eicluster.jdbc;

import java.util.Set;

/** Knows from the words of a statement so far whether a semicolon can end it. */
final class StatementShape {

    private static final Set<String> BEFORE_UNIT = Set.of("OR", "REPLACE", "EDITIONABLE", "NONEDITIONABLE");
    private static final Set<String> UNITS =
            Set.of("FUNCTION", "PROCEDURE", "PACKAGE", "TRIGGER", "TYPE", "LIBRARY", "JAVA");
    private static final Set<String> BLOCKS = Set.of("DECLARE", "BEGIN");
    /** Words behind END that close something which no END alone closes. */
    private static final Set<String> ENDED = Set.of("IF", "WHILE", "FOR", "LOOP", "REPEAT");

    private final SqlDialect dialect;
    /** What a word further on may still decide. */
    private boolean undecided = true;

    private boolean first = true;
    private boolean block;
    private int depth;
    private boolean afterEnd;
    private boolean afterBegin;

    StatementShape(SqlDialect dialect) {
        this.dialect = dialect;
    }

    /** Takes the next unquoted word, in capitals. */
    void word(String word) {
        if (dialect.has(SqlForm.PLSQL) && undecided) {
            head(word);
        }
        if (dialect.has(SqlForm.ATOMIC)) {
            atomic(word);
        }
    }

    /** Takes anything else that is neither blank nor comment. */
    void other() {
        afterEnd = false;
        afterBegin = false;
    }

    /** Whether a semicolon would be part of the statement. */
    boolean isOpen() {
        return block || depth > 0;
    }

    /** In SQL*Plus a slash ends a block: one that stands alone, or the body of a stored unit. */
    private void head(String word) {
        if (first) {
            block = BLOCKS.contains(word);
            undecided = word.equals("CREATE");
        } else if (!BEFORE_UNIT.contains(word)) {
            block = UNITS.contains(word);
            undecided = false;
        }
        first = false;
    }

    private void atomic(String word) {
        boolean ended = afterEnd;
        afterEnd = false;
        if (ended) {
            // What END IF closes was not counted when it began, but its END was.
            depth += ENDED.contains(word) ? 1 : 0;
        } else if (depth == 0) {
            depth = afterBegin && word.equals("ATOMIC") ? 1 : 0;
        } else if (word.equals("BEGIN") || word.equals("CASE")) {
            depth++;
        } else if (word.equals("END")) {
            depth--;
            afterEnd = true;
        }
        afterBegin = word.equals("BEGIN");
    }
}
