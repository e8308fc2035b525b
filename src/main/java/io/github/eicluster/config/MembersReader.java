package io.github.eicluster.config;

import io.github.eicluster.model.Membership.Member;
import io.github.eicluster.model.Membership.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code cluster/membership/members}: the words all and others, further members and address ranges. */
final class MembersReader {

    /** A node tries every address of the list in turn: beyond this, starting takes noticeably longer. */
    private static final int MANY = 32;

    private static final Pattern RANGE = Pattern.compile("([0-9]+\\.[0-9]+\\.[0-9]+)\\.([0-9]{1,3})-([0-9]{1,3})");
    private static final Pattern LIKE_RANGE = Pattern.compile("[0-9*-]+(\\.[0-9*-]+){3}");

    private final Context context;
    private final int defaultPort;
    private int addresses;

    MembersReader(Context context, int defaultPort) {
        this.context = context;
        this.defaultPort = defaultPort;
    }

    /** Who is in the list of a node. */
    record Members(boolean listSelf, List<Member> further) {}

    Members read(Optional<Entry> members, Scheme scheme, int nodes) {
        if (members.isEmpty()) {
            return new Members(true, List.of());
        }
        Entry list = members.get();
        if (scheme != Scheme.WKA) {
            context.problems()
                    .error(
                            list.path(),
                            "is read only with the scheme wka, but the scheme is " + scheme.text() + ". Remove it.");
            return new Members(true, List.of());
        }
        addresses = nodes;
        boolean listSelf = !list.text(Element.TEXT).orElse("all").equals("others");
        List<Member> further = new ArrayList<>();
        for (Entry item : list.items()) {
            if (item.raw().isText()
                    && (item.value().equals("others") || item.value().equals("all"))) {
                listSelf = item.value().equals("all");
            } else {
                read(item).ifPresent(further::add);
            }
        }
        if (addresses > MANY) {
            context.problems()
                    .warning(
                            list.path(),
                            addresses + " addresses are tried one by one when a node starts. Name fewer than "
                                    + (MANY + 1) + ".");
        }
        return new Members(listSelf, List.copyOf(further));
    }

    private Optional<Member> read(Entry item) {
        if (!item.has("host")) {
            context.problems().error(item.pathOf("host"), "is missing. Give a host, an address or a range.");
        }
        int port = item.number("port").orElse(defaultPort);
        return item.text("host").flatMap(text -> host(item, text)).map(host -> new Member(host, port));
    }

    private Optional<String> host(Entry item, String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches() && isRange(range)) {
            addresses += Integer.parseInt(range.group(3)) - Integer.parseInt(range.group(2)) + 1;
            return Optional.of(text);
        }
        boolean likeRange = LIKE_RANGE.matcher(text).matches() && (text.contains("-") || text.contains("*"));
        Optional<String> host = likeRange ? Optional.empty() : Addresses.host(text);
        if (host.isEmpty()) {
            String rule = likeRange
                    ? "is no range of addresses. A range stands in the last number only, such as 192.168.1.2-10."
                    : "is neither a host name, an address nor a range. Give one of them, the port in <port>.";
            context.problems().error(item.pathOf("host"), "'" + text + "' " + rule);
        }
        addresses++;
        return host;
    }

    private static boolean isRange(Matcher range) {
        String low = range.group(2);
        String high = range.group(3);
        return Addresses.isIpv4(range.group(1) + "." + low)
                && Addresses.isOctet(high)
                && Integer.parseInt(low) <= Integer.parseInt(high);
    }
}
