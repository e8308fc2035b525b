package io.github.eicluster.verify.rule;

import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.Severity;
import io.github.eicluster.verify.home.Addresses;
import io.github.eicluster.verify.home.Clustering;
import io.github.eicluster.verify.home.Setting;
import java.util.List;
import java.util.Optional;

/** How hosts of the member list are written: EIC014 and EIC015. */
final class MemberNameRules {

    private static final int WIDEST = 32;

    private MemberNameRules() {}

    static List<Rule> all() {
        return List.of(names(), ranges());
    }

    private static Rule names() {
        return Rule.warning("EIC014", "A host name stands where an address is expected")
                .reason("The name is resolved once, at the start. If it cannot be resolved, the member is left out with"
                        + " a warning; if it leads to another address later, nobody notices.")
                .evidence(
                        "Hazelcast TcpIpJoiner: \"Cannot resolve hostname\"; the vendor's page asks for IP addresses.")
                .example("<hostName>node2.example.com</hostName>", "<hostName>192.168.57.12</hostName>")
                .fix("Write the IP address.")
                .eachMember((node, cluster, findings) -> Clustering.of(node).ifPresent(section -> {
                    section.host().ifPresent(host -> name(host, findings));
                    if (section.wellKnown()) {
                        section.members().forEach(member -> member.host().ifPresent(host -> name(host, findings)));
                    }
                }));
    }

    private static void name(Setting host, Findings findings) {
        boolean name = !host.hidden()
                && !host.trimmed().isEmpty()
                && !Addresses.isAddress(host.value())
                && !Addresses.isLoopback(host.value());
        if (name) {
            findings.report(
                    host,
                    "'" + host.trimmed() + "' is a name, which is resolved once at the start",
                    "Write its address.");
        }
    }

    private static Rule ranges() {
        return Rule.warning("EIC015", "A range in the member list is too wide or in the wrong place")
                .reason("Every address of a range is tried at the start, one after the other. Only the last octet can"
                        + " be a range.")
                .evidence("Hazelcast TcpIpJoiner and AddressUtil.")
                .example("<hostName>192.168.*.*</hostName>", "<hostName>192.168.57.11-13</hostName>")
                .fix("List the addresses, or a range of at most " + WIDEST + " addresses in the last octet.")
                .eachMember((node, cluster, findings) -> Clustering.of(node)
                        .filter(Clustering::wellKnown)
                        .ifPresent(section -> section.members()
                                .forEach(member -> member.host()
                                        .filter(host -> !host.hidden())
                                        .ifPresent(host -> {
                                            Optional<Integer> span = Addresses.span(host.trimmed());
                                            if (span.isEmpty() || span.get() > WIDEST || span.get() == 0) {
                                                findings.report(
                                                        Severity.WARNING,
                                                        host,
                                                        span.map(count -> "'" + host.trimmed() + "' stands for " + count
                                                                        + " addresses")
                                                                .orElse(
                                                                        "'" + host.trimmed()
                                                                                + "' has a range in another place than the last octet"),
                                                        "List the addresses of the nodes.");
                                            }
                                        }))));
    }
}
