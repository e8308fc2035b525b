/**
 * Reads the raw configuration of a POM into a {@link io.github.eicluster.model.Cluster} or reports every mistake in it
 * at once. {@link io.github.eicluster.config.Schema} says which elements exist; checks, conversion and the reference
 * documentation follow from it.
 */
package io.github.eicluster.config;
