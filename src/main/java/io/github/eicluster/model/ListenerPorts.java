package io.github.eicluster.model;

/**
 * The ports on which a node listens, offset included, as its final files say.
 *
 * @param http services over HTTP; 0 if the node has no such listener
 * @param https services over HTTPS; 0 if the node has no such listener
 * @param console console over HTTPS; 0 if the node has no such listener
 * @param consoleHttp console over HTTP; 0 if the node has no such listener
 * @param offset the offset that is included
 */
public record ListenerPorts(int http, int https, int console, int consoleHttp, int offset) {

    /** No listener is known. */
    public static final ListenerPorts UNKNOWN = new ListenerPorts(0, 0, 0, 0, 0);
}
