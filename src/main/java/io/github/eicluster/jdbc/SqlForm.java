package io.github.eicluster.jdbc;

/** Peculiarities of scripts, which {@link SqlDialect} has or has not. */
enum SqlForm {
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
