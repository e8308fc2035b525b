/**
 * Reading a distribution (zip archive or unpacked home) and writing node archives (zip, tar.gz, folder): unchanged entries
 * byte by byte, same input same bytes, never half a file under its final name.
 */
package io.github.eicluster.archive;
