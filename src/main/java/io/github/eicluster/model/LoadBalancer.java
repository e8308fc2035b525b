package io.github.eicluster.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The load balancer in front of the nodes.
 *
 * @param type product
 * @param addresses its addresses as the nodes see them, may be empty
 * @param httpPort port for HTTP, absent if it offers HTTPS only
 * @param httpsPort port for HTTPS
 * @param console whether it serves the management console
 * @param tls what it does with TLS of the services
 * @param sessionAffinity whether requests of a client stay on one node, for services too; the console is always sticky
 * @param files where the balancer's machine has keys and certificates, as far as declared
 */
public record LoadBalancer(
        Type type,
        List<String> addresses,
        OptionalInt httpPort,
        int httpsPort,
        boolean console,
        Tls tls,
        boolean sessionAffinity,
        Files files) {

    /** Copies the list. */
    public LoadBalancer {
        addresses = List.copyOf(addresses);
    }

    /**
     * Paths on the balancer's machine, as its configuration names them.
     *
     * @param certificate the balancer's certificate with its chain
     * @param key its private key
     * @param trusted what it checks the nodes' certificates against
     */
    public record Files(Optional<String> certificate, Optional<String> key, Optional<String> trusted) {

        /** Nothing is declared: the usual places of the product. */
        public static final Files USUAL = new Files(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What the balancer does with TLS of the services; the console is encrypted to the nodes in every case. */
    public enum Tls {
        /** Ends TLS and opens a new TLS connection to the node. */
        REENCRYPT("reencrypt"),
        /** Ends TLS and talks HTTP to the node. */
        OFFLOAD("offload"),
        /** Hands the TLS connection through; the node ends it. */
        PASSTHROUGH("passthrough");

        private final String text;

        Tls(String text) {
            this.text = text;
        }

        /** {@return the word in the POM} */
        public String text() {
            return text;
        }
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
