package io.github.eicluster.verify.balancer;

import io.github.eicluster.verify.home.Place;
import java.util.List;

/**
 * Servers that share the work.
 *
 * @param name name of the upstream or backend; for a single address that address
 * @param servers its servers
 * @param sticky how a client stays on one server; empty text if it does not
 * @param directive where it is defined, or where the address stands
 */
public record Pool(String name, List<Server> servers, String sticky, Directive directive) {

    /** Copies the list. */
    public Pool {
        servers = List.copyOf(servers);
    }

    /**
     * One server.
     *
     * @param host name or address
     * @param port port, 0 if it is not known
     * @param directive where it stands
     */
    public record Server(String host, int port, Directive directive) {

        /** {@return where it stands} */
        public Place place() {
            return directive.place();
        }

        /** {@return host and port} */
        public String text() {
            return host + ":" + port;
        }
    }
}
