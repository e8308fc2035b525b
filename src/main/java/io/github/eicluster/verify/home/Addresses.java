package io.github.eicluster.verify.home;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Hazelcast reads hosts of a member list. */
public final class Addresses {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern RANGE =
            Pattern.compile("(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})\\.(\\d{1,3}|\\*)(?:-(\\d{1,3}))?");

    private Addresses() {}

    /**
     * Tells whether an address is the machine's own.
     *
     * @param host name or address
     * @return whether it is a loopback address or the unspecified one
     */
    public static boolean isLoopback(String host) {
        String plain = plain(host);
        return plain.equals("localhost")
                || plain.startsWith("127.")
                || plain.equals("0.0.0.0")
                || plain.matches("(?:0{0,4}:){2,7}0{0,3}1?")
                || plain.equals("::");
    }

    /**
     * Tells whether a text is an address rather than a name.
     *
     * @param host name, address, range of addresses
     * @return whether no DNS is asked
     */
    public static boolean isAddress(String host) {
        String plain = plain(host);
        return IPV4.matcher(plain).matches() || RANGE.matcher(plain).matches() || plain.contains(":");
    }

    /**
     * Counts the addresses that an entry stands for.
     *
     * @param host such as {@code 192.168.1.2-10} or {@code 192.168.1.*}
     * @return how many; empty if it has a range or wildcard in another place than the last octet
     */
    public static Optional<Integer> span(String host) {
        if (!host.contains("*") && !(host.contains("-") && host.matches("[\\d.*-]+"))) {
            return Optional.of(1);
        }
        Matcher range = RANGE.matcher(host.strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        if (range.group(2).equals("*")) {
            return Optional.of(256);
        }
        int from = Integer.parseInt(range.group(2));
        int to = range.group(3) == null ? from : Integer.parseInt(range.group(3));
        return Optional.of(Math.max(0, to - from + 1));
    }

    /**
     * Tells whether an entry of a member list stands for a host.
     *
     * @param entry host, address, range or wildcard of a member list
     * @param host host of a node
     * @return whether it does
     */
    public static boolean covers(String entry, String host) {
        if (plain(entry).equals(plain(host))) {
            return true;
        }
        Matcher range = RANGE.matcher(entry.strip());
        if (!range.matches() || !IPV4.matcher(plain(host)).matches()) {
            return false;
        }
        String prefix = range.group(1) + ".";
        if (!plain(host).startsWith(prefix)) {
            return false;
        }
        if (range.group(2).equals("*")) {
            return true;
        }
        int last = Integer.parseInt(plain(host).substring(prefix.length()));
        int from = Integer.parseInt(range.group(2));
        int to = range.group(3) == null ? from : Integer.parseInt(range.group(3));
        return last >= from && last <= to;
    }

    /**
     * Writes a host for comparisons.
     *
     * @param host name or address
     * @return lower case, without white space and brackets
     */
    public static String plain(String host) {
        String text = host.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("[") && text.endsWith("]") && text.length() > 1
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
