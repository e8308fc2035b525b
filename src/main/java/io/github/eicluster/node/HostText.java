package io.github.eicluster.node;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** How a host is written where a port or a scheme stands beside it. */
final class HostText {

    private static final Pattern IPV6_LITERAL = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]+");

    private HostText() {}

    /** Whether the text is an IPv6 address, with or without brackets: nothing else holds a colon. */
    static boolean isIpv6(String host) {
        return host.indexOf(':') >= 0;
    }

    /** The host with brackets around an IPv6 address, as URLs and Hazelcast's {@code host:port} need it. */
    static String bracketed(String host) {
        return isIpv6(host) && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /**
     * The host of a member, as {@code localMemberHost} and the member list need it. Hazelcast compares addresses as
     * text, and a peer's address always has Java's full form: a node that advertises {@code [fd00::2]} instead of {@code
     * [fd00:0:0:0:0:0:0:2]} is asked to join for ever, and never does (3.12.13).
     */
    static String ofMember(String host) {
        return bracketed(inFull(host));
    }

    /** The host without brackets, an IPv6 address in Java's full form. */
    static String inFull(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return IPV6_LITERAL.matcher(bare).matches() ? fullForm(bare) : bare;
    }

    private static String fullForm(String literal) {
        try {
            // A literal: nothing is looked up.
            return InetAddress.getAllByName(literal)[0].getHostAddress();
        } catch (UnknownHostException e) {
            return literal;
        }
    }
}
