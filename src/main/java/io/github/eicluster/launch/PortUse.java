package io.github.eicluster.launch;

/**
 * A port on which a node listens.
 *
 * @param kind what listens, as a person calls it
 * @param port the port, offset included
 * @param proof whether a node is not up before something listens there
 */
public record PortUse(String kind, int port, boolean proof) {}
