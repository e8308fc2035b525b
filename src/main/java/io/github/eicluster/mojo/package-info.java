/**
 * The goals: one thin class each, which skips, reads, calls and translates. Holds also what only Maven knows: where a
 * build reads and writes, parameters as raw configuration, colours, log lines.
 */
package io.github.eicluster.mojo;
