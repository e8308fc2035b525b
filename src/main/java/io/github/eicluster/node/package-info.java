/**
 * What changes on a node: one class per concern, pure, in the explicit order of {@link
 * io.github.eicluster.node.NodePlanner}.
 */
package io.github.eicluster.node;
