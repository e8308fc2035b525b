package io.github.eicluster.engine;

/** The characters around a quoted name. */
enum Quotes {
    /** Standard SQL. */
    DOUBLE("\"", "\""),
    /** MySQL and MariaDB, whatever their sql_mode is. */
    BACKTICKS("`", "`"),
    /** SQL Server, whatever QUOTED_IDENTIFIER is. */
    BRACKETS("[", "]");

    private final String open;
    private final String close;

    Quotes(String open, String close) {
        this.open = open;
        this.close = close;
    }

    String quote(String name) {
        return open + name.replace(close, close + close) + close;
    }
}
