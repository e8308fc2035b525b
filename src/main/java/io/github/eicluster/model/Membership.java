package io.github.eicluster.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the nodes find each other: {@code axis2.xml clustering}.
 *
 * @param scheme the membership scheme
 * @param listSelf whether a node's own address is in its member list too ({@code members} all) or not ({@code others})
 * @param furtherMembers members beside the nodes, written after them (wka only)
 * @param parameters parameters of the scheme, in the order in which they are written
 * @param groupPassword password of the Hazelcast group; ignored by the server on EI 6.6
 * @param hazelcast declared entries of {@code conf/hazelcast.properties}, in order
 */
public record Membership(
        Scheme scheme,
        boolean listSelf,
        List<Member> furtherMembers,
        List<Parameter> parameters,
        Optional<Secret> groupPassword,
        Map<String, String> hazelcast) {

    /** Copies the lists. */
    public Membership {
        furtherMembers = List.copyOf(furtherMembers);
        parameters = List.copyOf(parameters);
        hazelcast = Collections.unmodifiableMap(new LinkedHashMap<>(hazelcast));
    }

    /** Membership schemes of the server. */
    public enum Scheme {
        /** Well-known addresses. */
        WKA("wka"),
        /** IP multicast. */
        MULTICAST("multicast"),
        /** EC2 discovery. */
        AWS("aws"),
        /** Kubernetes API or DNS discovery, by a further class. */
        KUBERNETES("kubernetes");

        private final String text;

        Scheme(String text) {
            this.text = text;
        }

        /** {@return the word in POM and axis2.xml} */
        public String text() {
            return text;
        }
    }

    /**
     * One entry of the member list.
     *
     * @param host address, or IPv4 addresses with a range in the last octet such as 192.168.1.2-10, without brackets
     * @param port Hazelcast port
     */
    public record Member(String host, int port) {}

    /**
     * One parameter of a scheme; either text or secret is present.
     *
     * @param name name in axis2.xml
     * @param text value in clear text
     * @param secret value that must not be shown
     */
    public record Parameter(String name, Optional<String> text, Optional<Secret> secret) {

        /**
         * A parameter with a value that may be shown.
         *
         * @param name name in axis2.xml
         * @param value value
         * @return the parameter
         */
        public static Parameter of(String name, String value) {
            return new Parameter(name, Optional.of(value), Optional.empty());
        }

        /**
         * A parameter whose value must not be shown.
         *
         * @param name name in axis2.xml
         * @param value value
         * @return the parameter
         */
        public static Parameter of(String name, Secret value) {
            return new Parameter(name, Optional.empty(), Optional.of(value));
        }
    }
}
