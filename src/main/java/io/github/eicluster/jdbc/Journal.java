package io.github.eicluster.jdbc;

/** Hears how the work goes on. */
public interface Journal {

    /**
     * Something that a person who watches wants to know.
     *
     * @param line one line, without secrets
     */
    void info(String line);

    /**
     * A statement of a script is about to run.
     *
     * @param database name of the database
     * @param number its number in the script, from 1
     * @param total number of statements of the script
     */
    default void statement(String database, int number, int total) {}
}
