/** The databases of a cluster, and the files from which an administrator makes them. */
package io.github.eicluster.database;
