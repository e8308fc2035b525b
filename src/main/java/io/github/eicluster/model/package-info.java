/**
 * What a cluster is: immutable records that depend on nothing but the JDK, shared by all other rooms.
 */
package io.github.eicluster.model;
