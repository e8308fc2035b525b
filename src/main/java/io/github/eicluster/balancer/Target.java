package io.github.eicluster.balancer;

/**
 * One node as a target of requests; public because templates read it.
 *
 * @param id id of the node
 * @param address host and port, IPv6 in brackets
 * @param backup whether it takes requests only when no other target answers
 */
public record Target(String id, String address, boolean backup) {}
