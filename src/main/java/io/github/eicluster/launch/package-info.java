/**
 * Nodes of this machine as processes of its operating system: what has to be free before they start, how they start, what
 * their logs prove, why they fail, and how they stop.
 */
package io.github.eicluster.launch;
