/**
 * Reading a distribution (zip or unpacked home) and writing node archives: fast, reproducible, never half.
 */
package io.github.eicluster.archive;
