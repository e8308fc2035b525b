package io.github.eicluster.engine;

import java.util.OptionalInt;

/**
 * Where a URL says that the database server is.
 *
 * @param host host; an IPv6 address has no brackets
 * @param port port, if the URL names one
 */
public record ServerAddress(String host, OptionalInt port) {

    @Override
    public String toString() {
        String authority = host.contains(":") ? "[" + host + "]" : host;
        return port.isPresent() ? authority + ":" + port.getAsInt() : authority;
    }
}
