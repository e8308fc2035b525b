/**
 * The jars and deployment artifacts that nodes get from Maven: where each goes, what it holds, and what it replaces. Reads
 * archives, writes nothing.
 */
package io.github.eicluster.library;
