package io.github.eicluster.balancer;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.LoadBalancer.Tls;
import io.github.eicluster.model.Problem;
import io.github.eicluster.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the files for nginx (1.18 or later) and NGINX Plus: virtual servers for {@code conf.d}, and a server of the
 * stream module where TLS is handed through.
 */
final class NginxFiles {

    private static final String FOLDER = "balancer/";

    private final Templates templates;
    private final BalancerData data;
    private final LoadBalancer balancer;
    private final HostNames names;
    private final boolean plus;
    private final List<Problem> problems;
    private final Optional<NginxPool> http;
    private final Optional<NginxPool> https;
    private final Optional<NginxPool> console;
    private final SortedMap<String, String> files = new TreeMap<>();

    NginxFiles(Templates templates, BalancerData data) {
        this.templates = templates;
        this.data = data;
        Cluster cluster = data.cluster();
        balancer = cluster.loadBalancer().orElseThrow();
        names = HostNames.of(cluster);
        plus = balancer.type() == LoadBalancer.Type.NGINX_PLUS;
        Pools pools = Pools.of(data);
        problems = new ArrayList<>(pools.problems());
        http = pools.http().map(pool -> pool(pool, names.isUpstream() ? "" : "ei."));
        https = pools.https().map(pool -> pool(pool, "ssl."));
        console = pools.console().map(pool -> pool(pool, "ui."));
    }

    BalancerFiles write() {
        if (balancer.tls() == Tls.PASSTHROUGH) {
            plain();
            stream();
        } else {
            plain();
            secure();
            consoleOfItsOwn();
        }
        verification();
        return new BalancerFiles(files, problems);
    }

    private void plain() {
        if (http.isPresent() && balancer.httpPort().isPresent()) {
            NginxPool pool = http.orElseThrow();
            Map<String, Object> context =
                    server(names.services(), balancer.httpPort().getAsInt(), false);
            file("conf.d/" + names.servicesFile() + ".http.conf", context, List.of(location("/", pool)), List.of(pool));
        }
    }

    private void secure() {
        boolean offload = balancer.tls() == Tls.OFFLOAD;
        Optional<NginxPool> services = offload ? http : https;
        if (services.isEmpty()) {
            return;
        }
        List<NginxPool> pools = new ArrayList<>();
        List<Map<String, Object>> locations = new ArrayList<>();
        locations.add(location("/", services.orElseThrow()));
        if (!offload || balancer.httpPort().isEmpty()) {
            pools.add(services.orElseThrow());
        }
        if (names.same() && console.isPresent()) {
            pools.add(console.orElseThrow());
            locations.add(location("~ " + ConsolePaths.PATTERN, console.orElseThrow()));
        }
        file(servicesFile(), server(names.services(), balancer.httpsPort(), true), locations, pools);
    }

    private void consoleOfItsOwn() {
        boolean served = names.same() && files.containsKey(servicesFile());
        if (console.isPresent() && !served) {
            NginxPool pool = console.orElseThrow();
            Map<String, Object> context = server(names.console(), balancer.httpsPort(), true);
            file("conf.d/" + names.consoleFile() + ".https.conf", context, List.of(location("/", pool)), List.of(pool));
        }
    }

    private String servicesFile() {
        return "conf.d/" + names.servicesFile() + ".https.conf";
    }

    private void stream() {
        if (https.isEmpty()) {
            return;
        }
        boolean consoleByName = console.isPresent() && !names.same();
        if (console.isPresent() && names.same()) {
            problems.add(oneNameForBoth(names));
        }
        Map<String, Object> context = common();
        context.put("port", balancer.httpsPort());
        context.put("services", https.orElseThrow());
        context.put("consoleByName", consoleByName);
        context.put("console", consoleByName ? console.orElseThrow() : https.orElseThrow());
        context.put("consoleKey", HostNames.mapKey(names.console()));
        context.put(
                "upstreams",
                join(Stream.concat(https.stream(), consoleByName ? console.stream() : Stream.empty())
                        .map(pool -> upstream("nginx.stream.upstream.vm", pool))));
        files.put(
                "stream.d/" + names.servicesFile() + ".stream.conf",
                templates.renderResource(FOLDER + "nginx.stream.vm", context));
    }

    /** What is said where TLS is handed through and the console has no name of its own. */
    static Problem oneNameForBoth(HostNames names) {
        return Problem.warning(
                "cluster/loadBalancer/tls",
                "'passthrough' tells console and services apart by the host name, and both have the name '"
                        + names.services()
                        + "': the load balancer does not serve the console. Declare managementHostName.");
    }

    private Map<String, Object> server(String name, int port, boolean tls) {
        Map<String, Object> context = common();
        context.put("serverName", HostNames.serverName(name));
        context.put("longName", HostNames.serverName(name).startsWith("~"));
        context.put("port", port);
        context.put("tls", tls);
        context.put("keyFiles", keyFiles());
        context.put("keyEncrypted", data.keyEncrypted());
        // once per cluster: in the first file
        context.put("map", files.isEmpty());
        return context;
    }

    private Map<String, Object> common() {
        Map<String, Object> context = new HashMap<>();
        // a dollar sign that Velocity leaves alone
        context.put("d", "$");
        context.put("domain", data.cluster().domain());
        context.put("product", plus ? "NGINX Plus" : "nginx 1.18 or later");
        context.put("identifier", names.identifier());
        context.put("ipv6", balancer.addresses().stream().anyMatch(address -> address.contains(":")));
        return context;
    }

    private Map<String, Object> location(String match, NginxPool pool) {
        return Map.of("match", match, "proxy", proxy(pool), "console", pool.ofConsole());
    }

    private String proxy(NginxPool pool) {
        Map<String, Object> context = common();
        context.put("url", pool.scheme() + "://" + pool.name());
        context.put("tls", tls(pool));
        return templates.renderResource(FOLDER + "nginx.proxy.vm", context);
    }

    private String tls(NginxPool pool) {
        if (!pool.scheme().equals("https")) {
            return "";
        }
        Map<String, Object> context = new HashMap<>();
        context.put("verified", data.nodesVerified() && !names.isAddress());
        context.put("byAddress", data.nodesVerified() && names.isAddress());
        context.put("trusted", keyFiles().trusted());
        context.put("name", names.services());
        return templates.renderResource(FOLDER + "nginx.tls.vm", context);
    }

    private String health(NginxPool pool) {
        String host = pool.ofConsole() ? names.console() : names.services();
        Map<String, Object> context = common();
        context.put("pool", pool);
        context.put("host", host.contains(":") ? "[" + host + "]" : host);
        context.put("url", pool.scheme() + "://" + pool.name());
        context.put("tls", tls(pool));
        return templates.renderResource(FOLDER + "nginx.health.vm", context);
    }

    /** Writes a server with its locations, and with the upstreams that no earlier file defines. */
    private void file(
            String path, Map<String, Object> context, List<Map<String, Object>> locations, List<NginxPool> defined) {
        context.put("locations", locations);
        context.put("upstreams", join(defined.stream().map(pool -> upstream("nginx.upstream.vm", pool))));
        context.put("health", plus ? join(defined.stream().map(this::health)) : "");
        context.put("checked", plus ? defined : List.of());
        files.put(path, templates.renderResource(FOLDER + "nginx.server.vm", context));
    }

    private String upstream(String template, NginxPool pool) {
        Map<String, Object> context = common();
        context.put("pool", pool);
        return templates.renderResource(FOLDER + template, context);
    }

    private static String join(Stream<String> parts) {
        return parts.collect(Collectors.joining());
    }

    private NginxPool pool(Pool pool, String prefix) {
        boolean throughStream =
                balancer.tls() == Tls.PASSTHROUGH && !pool.kind().equals("http");
        boolean hashed = pool.sticky() && (!plus || throughStream);
        boolean reduced = hashed && pool.hasBackups();
        if (reduced) {
            problems.add(Problem.warning(
                    "cluster/loadBalancer",
                    "nginx knows no backup servers where the requests of a client stay on one node, so that the backup"
                            + " nodes take no requests for '" + pool.kind()
                            + "' at all. Make them active, or use haproxy."));
        }
        return new NginxPool(
                prefix + names.upstream(),
                "ei_" + names.identifier() + "_" + pool.kind(),
                reduced ? pool.withoutBackups() : pool,
                hashed,
                pool.sticky() && !hashed,
                reduced);
    }

    private KeyFiles keyFiles() {
        return BalancerWriter.keyFiles(balancer);
    }

    private void verification() {
        if (names.isAddress() && data.nodesVerified() && balancer.tls() != Tls.PASSTHROUGH) {
            problems.add(Problem.warning(
                    "cluster/hostName",
                    "'" + names.services() + "' is an address, and nginx compares certificates with host names only:"
                            + " it will not check the nodes' certificates. Use a host name."));
        }
    }
}
