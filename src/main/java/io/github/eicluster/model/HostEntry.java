package io.github.eicluster.model;

/**
 * One line of the hosts file.
 *
 * @param address IP address
 * @param name host name
 */
public record HostEntry(String address, String name) {}
