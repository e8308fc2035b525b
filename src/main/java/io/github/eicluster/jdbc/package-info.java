/**
 * Databases of a running server: connects by JDBC, creates what is missing, runs the distribution's scripts, and checks
 * what is there. Knows no Maven and no file but the scripts and drivers that it is given.
 */
package io.github.eicluster.jdbc;
