/**
 * Adapters to Maven's services: servers of settings.xml, artifacts, overlay folders, the output timestamp.
 */
package io.github.eicluster.maven;
