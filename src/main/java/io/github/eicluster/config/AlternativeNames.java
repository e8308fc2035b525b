package io.github.eicluster.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads host names and IP addresses of a certificate: text with commas. */
final class AlternativeNames {

    private static final String WILDCARD = "*.";

    private final Context context;
    private final boolean wildcards;

    AlternativeNames(Context context, boolean wildcards) {
        this.context = context;
        this.wildcards = wildcards;
    }

    /** The names in lower case and the addresses without brackets, each once. */
    List<String> read(Entry entry) {
        Map<String, String> names = new LinkedHashMap<>();
        entry.text("names").ifPresent(text -> {
            for (String part : text.split(",", -1)) {
                String name = part.strip();
                Optional<String> mistake = mistake(name);
                mistake.ifPresent(rule -> context.problems().error(entry.pathOf("names"), "'" + name + "' " + rule));
                if (mistake.isEmpty()) {
                    String host = Addresses.key(name.startsWith("[") ? name.substring(1, name.length() - 1) : name);
                    names.putIfAbsent(host, Addresses.host(name).orElse(host));
                }
            }
        });
        return new ArrayList<>(names.values());
    }

    private Optional<String> mistake(String name) {
        if (name.startsWith(WILDCARD)) {
            String domain = name.substring(WILDCARD.length());
            if (!wildcards) {
                return Optional.of("begins with *., which is for the load balancer only. Give each name.");
            }
            return Addresses.isName(domain) && domain.contains(".")
                    ? Optional.empty()
                    : Optional.of("is no domain after *. with at least two parts. Give one such as *.example.com.");
        }
        if (Addresses.host(name).isEmpty()) {
            return Optional.of("is neither a host name nor an IPv4 or IPv6 address. Give them separated by commas,"
                    + " without scheme and port.");
        }
        return Addresses.isWildcard(name)
                ? Optional.of("means all addresses of a machine, and nobody calls it by that. Give one of them.")
                : Optional.empty();
    }
}
