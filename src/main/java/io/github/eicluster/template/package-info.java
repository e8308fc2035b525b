/**
 * Renders templates of new files with Velocity, strictly; never used to patch an existing file. A secret is rendered by
 * {@code $secrets.get('serverId')} only, and counted.
 */
package io.github.eicluster.template;
