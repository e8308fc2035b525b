package io.github.eicluster.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * The load balancer in front of the nodes.
 *
 * @param type product
 * @param addresses its addresses as the nodes see them, may be empty
 * @param httpPort port for HTTP, absent if it offers HTTPS only
 * @param httpsPort port for HTTPS
 * @param console whether it serves the management console
 */
public record LoadBalancer(Type type, List<String> addresses, OptionalInt httpPort, int httpsPort, boolean console) {

    /** Copies the list. */
    public LoadBalancer {
        addresses = List.copyOf(addresses);
    }

    /** Kinds of load balancer. */
    public enum Type {
        /** nginx, community version. */
        NGINX("nginx"),
        /** NGINX Plus. */
        NGINX_PLUS("nginx-plus"),
        /** HAProxy. */
        HAPROXY("haproxy"),
        /** Anything that others configure. */
        EXTERNAL("external");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** {@return the word in the POM} */
        public String text() {
            return text;
        }
    }
}
