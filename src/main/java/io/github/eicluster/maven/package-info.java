/**
 * Adapters to Maven's services: settings, artifacts, expressions, log.
 */
package io.github.eicluster.maven;
