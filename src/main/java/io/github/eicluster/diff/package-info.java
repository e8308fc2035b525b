/**
 * Unified diffs of configuration files in which no secret is shown.
 */
package io.github.eicluster.diff;
