package io.github.eicluster.node;

/** How a host is written where a port or a scheme stands beside it. */
final class HostText {

    private HostText() {}

    /** Whether the text is an IPv6 address, with or without brackets: nothing else holds a colon. */
    static boolean isIpv6(String host) {
        return host.indexOf(':') >= 0;
    }

    /** The host with brackets around an IPv6 address, as URLs and Hazelcast's {@code host:port} need it. */
    static String bracketed(String host) {
        return isIpv6(host) && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
