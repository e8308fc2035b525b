package io.github.eicluster.config;

import java.util.Map;

/**
 * A database server, as far as URLs name it.
 *
 * @param host host as it stands in a URL; for H2 the folder of the database files
 * @param port port
 * @param tls encryption
 * @param oldDriver whether Connector/J 5.1 is used
 * @param parameters declared parameters
 */
record Endpoint(String host, int port, Tls tls, boolean oldDriver, Map<String, String> parameters) {}
