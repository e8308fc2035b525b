/** Checks of a running cluster over the network, and their reports. */
package io.github.eicluster.smoke;
