package io.github.eicluster.jdbc;

/**
 * One statement of a script.
 *
 * @param number its number in the script, from 1
 * @param line line of the script in which its code begins, from 1
 * @param text the statement without its delimiter, comments inside included, lines ended by line feeds
 */
public record SqlStatement(int number, int line, String text) {}
