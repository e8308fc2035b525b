package io.github.eicluster.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Host names and addresses as text; nothing is looked up. */
final class Addresses {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private Addresses() {}

    /** The host without brackets and in lower case, if it is a host name or an address. */
    static Optional<String> host(String text) {
        Optional<String> address = address(text);
        return address.isPresent()
                ? address
                : Optional.of(text).filter(Addresses::isName).map(Addresses::lower);
    }

    /** The address without brackets, if it is an IPv4 or IPv6 address. */
    static Optional<String> address(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 2;
        String bare = bracketed ? text.substring(1, text.length() - 1) : text;
        if (isIpv6(bare)) {
            return Optional.of(lower(bare));
        }
        return Optional.of(bare).filter(b -> !bracketed && isIpv4(b));
    }

    /** A host name: labels of letters, digits and hyphens, not all of them numbers. */
    static boolean isName(String text) {
        if (text.length() > 253 || NUMERIC.matcher(text).matches()) {
            return false;
        }
        List<String> labels = Arrays.asList(text.split("\\.", -1));
        return labels.stream().allMatch(label -> LABEL.matcher(label).matches());
    }

    static boolean isAddress(String text) {
        return address(text).isPresent();
    }

    static boolean isIpv4(String text) {
        List<String> octets = Arrays.asList(text.split("\\.", -1));
        return octets.size() == 4 && octets.stream().allMatch(Addresses::isOctet);
    }

    static boolean isOctet(String text) {
        return OCTET.matcher(text).matches() && Integer.parseInt(text) <= 255;
    }

    static boolean isIpv6(String text) {
        return IPV6.matcher(text).matches() && bytes(text).isPresent();
    }

    /** Whether the address only means the machine itself. */
    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || bytes(host).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    /** Whether the address means all addresses of a machine, so that nobody can be called by it. */
    static boolean isWildcard(String host) {
        return bytes(host).map(InetAddress::isAnyLocalAddress).orElse(false);
    }

    /** One text for all spellings of a host. */
    static String key(String host) {
        return bytes(host).map(InetAddress::getHostAddress).orElseGet(() -> lower(host));
    }

    /** The host as it stands in a URL: IPv6 in brackets. */
    static String inUrl(String host) {
        return isIpv6(host) ? "[" + host + "]" : host;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Only literals are handed to the JDK, which then asks no name service. */
    private static Optional<InetAddress> bytes(String text) {
        if (!isIpv4(text) && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
