package io.github.eicluster.jdbc;

import io.github.eicluster.model.DatabaseType;
import java.util.Set;

/**
 * What an engine's scripts are written in, as the engine's own command line client reads them: mysql, psql, SQL*Plus,
 * sqlcmd, the DB2 command line processor, H2's RunScript.
 */
enum SqlDialect {
    MYSQL(Set.of(Form.HASH_COMMENT, Form.BACKSLASH, Form.BACKTICK, Form.DELIMITER, Form.EXECUTABLE_COMMENT)),
    POSTGRESQL(Set.of(Form.NESTED_COMMENT, Form.DOLLAR, Form.E_STRING, Form.ATOMIC)),
    ORACLE(Set.of(Form.Q_STRING, Form.SLASH, Form.PLSQL)),
    MSSQL(Set.of(Form.NESTED_COMMENT, Form.BRACKET, Form.GO)),
    DB2(Set.of(Form.NESTED_COMMENT, Form.SLASH, Form.ATOMIC)),
    H2(Set.of(Form.DOLLAR));

    /** Peculiarities. */
    enum Form {
        /** {@code # comment}; and {@code --} needs a blank behind it. */
        HASH_COMMENT,
        /** Comments stand in comments. */
        NESTED_COMMENT,
        /** The server runs what is in such a comment: an exclamation mark stands behind its asterisk. */
        EXECUTABLE_COMMENT,
        /** A backslash escapes in strings. */
        BACKSLASH,
        /** A backslash escapes in strings that begin with {@code E'}. */
        E_STRING,
        /** {@code q'[text]'}. */
        Q_STRING,
        /** {@code $$text$$} and {@code $tag$text$tag$}. */
        DOLLAR,
        /** Names in backticks. */
        BACKTICK,
        /** Names in brackets. */
        BRACKET,
        /** {@code DELIMITER //} chooses what ends statements. */
        DELIMITER,
        /** A line with nothing but {@code GO} ends a batch, and nothing else does. */
        GO,
        /** A line with nothing but a slash ends a statement. */
        SLASH,
        /** Blocks with semicolons, which only a slash ends. */
        PLSQL,
        /** {@code BEGIN ATOMIC ... END} with semicolons. */
        ATOMIC
    }

    private final Set<Form> forms;

    SqlDialect(Set<Form> forms) {
        this.forms = forms;
    }

    static SqlDialect of(DatabaseType type) {
        return type == DatabaseType.MARIADB ? MYSQL : valueOf(type.name());
    }

    boolean has(Form form) {
        return forms.contains(form);
    }
}
