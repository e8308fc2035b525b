package io.github.eicluster.engine;

import io.github.eicluster.model.Databases;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A database server, as far as URLs name it.
 *
 * @param host host as it stands in a URL, an IPv6 address in brackets; for H2 the folder of the database files
 * @param port port
 * @param tls encryption
 * @param version version of the server, which chooses between generations of drivers; absent: a current one
 * @param parameters parameters of the URL that win over the engine's, in order
 */
public record Endpoint(
        String host, int port, Databases.Tls tls, Optional<String> version, Map<String, String> parameters) {

    /** Copies the map. */
    public Endpoint {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
