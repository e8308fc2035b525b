package io.github.eicluster.verify.balancer;

import io.github.eicluster.verify.home.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the lines of HAProxy mean for pools and frontends. */
final class HaproxyReading {

    private static final Pattern HOSTS =
            Pattern.compile("\\b(?:hdr(?:_dom)?\\((?i:host)|host_only|req\\.ssl_sni|ssl_fc_sni).*?-i\\s+(.*)");

    private HaproxyReading() {}

    static List<Pool> pools(List<Directive> sections) {
        return sections.stream()
                .filter(section ->
                        section.name().equals("backend") || section.name().equals("listen"))
                .map(HaproxyReading::pool)
                .toList();
    }

    private static Pool pool(Directive backend) {
        List<Pool.Server> servers = backend.all("server").stream()
                .map(server -> NginxReading.server(server.word(1), 0, server))
                .toList();
        String sticky = backend.first("cookie").isPresent()
                ? "cookie"
                : backend.first("stick-table").isPresent()
                        ? "stick-table"
                        : backend.first("balance")
                                .map(balance -> balance.word(0))
                                .filter("source"::equals)
                                .orElse("");
        return new Pool(backend.word(0), servers, sticky, backend);
    }

    static List<Front> fronts(List<Directive> sections, List<Pool> pools) {
        List<Front> fronts = new ArrayList<>();
        boolean tcp = sections.stream()
                .filter(section -> section.name().equals("defaults"))
                .anyMatch(HaproxyReading::tcp);
        for (Directive section : sections) {
            if (section.name().equals("frontend")) {
                for (Directive use : section.children()) {
                    if (use.name().equals("default_backend") || use.name().equals("use_backend")) {
                        fronts.add(front(section, use, pools, tcp));
                    }
                }
            } else if (section.name().equals("listen")) {
                fronts.add(front(section, section, pools, tcp));
            }
        }
        return fronts;
    }

    private static boolean tcp(Directive section) {
        return section.first("mode").filter(mode -> mode.word(0).equals("tcp")).isPresent();
    }

    private static Front front(Directive section, Directive use, List<Pool> pools, boolean tcpByDefault) {
        List<Integer> ports = section.all("bind").stream()
                .map(bind -> NginxReading.port(bind.word(0)))
                .distinct()
                .toList();
        boolean tls = section.all("bind").stream().anyMatch(bind -> bind.words().contains("ssl"));
        String target = use.word(0);
        Optional<Pool> pool = target.contains("%[")
                ? Optional.empty()
                : pools.stream().filter(found -> found.name().equals(target)).findFirst();
        boolean tcp =
                section.first("mode").map(mode -> mode.word(0).equals("tcp")).orElse(tcpByDefault);
        boolean secure = pool.stream()
                .flatMap(found -> found.servers().stream())
                .anyMatch(server -> server.directive().words().contains("ssl"));
        String scheme = tcp ? "tcp" : secure ? "https" : "http";
        return new Front(
                ports, tls, names(section, use), scheme, target.contains("%[") ? "" : target, pool, section, use);
    }

    /** Host names of an anonymous condition, or of the rules that a named one stands for. */
    private static List<String> names(Directive section, Directive use) {
        if (!use.name().equals("use_backend")) {
            return List.of();
        }
        String condition = use.text().substring(use.word(0).length());
        List<String> names = new ArrayList<>(hosts(condition));
        section.all("acl").stream()
                .filter(acl -> use.words().contains(acl.word(0)))
                .forEach(acl -> names.addAll(hosts(acl.text())));
        return names;
    }

    private static List<String> hosts(String text) {
        Matcher matcher = HOSTS.matcher(text);
        if (!matcher.find()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String word : matcher.group(1).strip().split("\\s+", -1)) {
            if (word.matches("[\\w.-]+\\.[\\w-]+") && Setting.number(word).isEmpty()) {
                names.add(word);
            }
        }
        return names;
    }
}
