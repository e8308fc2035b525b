/** Configuration files of load balancers, written from the same cluster that configures the nodes. */
package io.github.eicluster.balancer;
