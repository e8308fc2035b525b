package io.github.eicluster.verify.balancer;

import io.github.eicluster.verify.home.Addresses;
import io.github.eicluster.verify.home.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the directives of nginx mean for pools and virtual servers. */
final class NginxReading {

    private static final Pattern TARGET = Pattern.compile("(?:(https?)://)?(\\[[^\\]]+\\]|[^:/]+)(?::(\\d+))?(/.*)?");

    private NginxReading() {}

    static List<Pool> pools(List<Directive> top) {
        return all(top).stream()
                .filter(directive -> directive.name().equals("upstream"))
                .map(NginxReading::pool)
                .toList();
    }

    private static Pool pool(Directive upstream) {
        List<Pool.Server> servers = upstream.all("server").stream()
                .filter(server -> !server.word(0).startsWith("unix:"))
                .map(server -> server(server.word(0), 80, server))
                .toList();
        String sticky = List.of("ip_hash", "sticky", "hash").stream()
                .filter(word -> upstream.first(word).isPresent())
                .findFirst()
                .orElse("");
        return new Pool(upstream.word(0), servers, sticky, upstream);
    }

    static Pool.Server server(String text, int otherwise, Directive directive) {
        Matcher matcher = TARGET.matcher(text);
        if (!matcher.matches()) {
            return new Pool.Server(text, 0, directive);
        }
        int port = matcher.group(3) == null
                ? otherwise
                : Setting.number(matcher.group(3)).orElse(0);
        return new Pool.Server(matcher.group(2), port, directive);
    }

    static List<Front> fronts(List<Directive> top, List<Pool> pools) {
        List<Front> fronts = new ArrayList<>();
        for (Directive server : all(top)) {
            if (server.name().equals("server") && !server.children().isEmpty()) {
                for (Directive pass : server.descendants()) {
                    if (pass.name().equals("proxy_pass")) {
                        fronts.addAll(fronts(server, pass, all(top), pools));
                    }
                }
            }
        }
        return fronts;
    }

    /** A variable stands for the values of its map, such as a pool for each name that a client asks for. */
    private static List<Front> fronts(Directive server, Directive pass, List<Directive> all, List<Pool> pools) {
        List<Directive> choices = all.stream()
                .filter(map -> map.name().equals("map") && map.word(1).equals(pass.word(0)))
                .flatMap(map -> map.children().stream())
                .filter(choice -> !choice.words().isEmpty())
                .toList();
        if (choices.isEmpty()) {
            return List.of(front(server, names(server), pass, pass.word(0), pools));
        }
        return choices.stream()
                .map(choice -> front(
                        server,
                        choice.name().equals("default") ? List.of() : List.of(choice.name()),
                        pass,
                        choice.word(0),
                        pools))
                .toList();
    }

    private static List<String> names(Directive server) {
        return server.all("server_name").stream()
                .flatMap(name -> name.words().stream())
                .toList();
    }

    private static Front front(Directive server, List<String> names, Directive pass, String target, List<Pool> pools) {
        List<Integer> ports = server.all("listen").stream()
                .map(listen -> port(listen.word(0)))
                .distinct()
                .toList();
        boolean tls = server.all("listen").stream()
                        .anyMatch(listen -> listen.words().contains("ssl"))
                || server.first("ssl").filter(on -> on.word(0).equals("on")).isPresent();
        boolean bytes = server.children().contains(pass);
        Matcher address = TARGET.matcher(target);
        if (target.contains("$") || !address.matches()) {
            return new Front(ports, tls, names, bytes ? "tcp" : "", "", Optional.empty(), server, pass);
        }
        String scheme = address.group(1) == null ? "tcp" : address.group(1);
        String name = address.group(2);
        Optional<Pool> pool =
                pools.stream().filter(found -> found.name().equals(name)).findFirst();
        boolean single = address.group(3) != null || Addresses.isAddress(name);
        if (pool.isEmpty() && single) {
            int usual = scheme.equals("https") ? 443 : 80;
            Pool.Server only = server(name + (address.group(3) == null ? "" : ":" + address.group(3)), usual, pass);
            pool = Optional.of(new Pool(only.text(), List.of(only), "", pass));
        }
        return new Front(ports, tls, names, scheme, name, pool, server, pass);
    }

    /** {@code 80}, {@code *:80}, {@code [::]:80}, {@code 10.0.0.1:80}; an address alone means 80. */
    static int port(String listen) {
        String end = listen.substring(listen.lastIndexOf(':') + 1);
        return Setting.number(end).orElse(80);
    }

    private static List<Directive> all(List<Directive> top) {
        return top.stream()
                .flatMap(directive -> directive.descendants().stream())
                .toList();
    }
}
