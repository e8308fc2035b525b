package io.github.eicluster.runbook;

/**
 * The ports on which a node listens, offset included; 0 if it has no such listener.
 *
 * @param http services over HTTP
 * @param https services over HTTPS
 * @param console console over HTTPS
 * @param consoleHttp console over HTTP
 */
public record NodePorts(int http, int https, int console, int consoleHttp) {}
