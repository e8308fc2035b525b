package io.github.eicluster.runbook;

import io.github.eicluster.balancer.BalancerOverview;
import io.github.eicluster.balancer.KeyFiles;
import io.github.eicluster.balancer.Pool;
import io.github.eicluster.balancer.Target;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.LoadBalancer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How the load balancer is set up: with the files of the build, or by others. */
final class BalancerSteps {

    private static final String CONF = "conf.d/";

    private final RunbookData data;
    private final Cluster cluster;
    private final LoadBalancer balancer;
    private final BalancerOverview overview;

    /** The steps for a cluster that has a load balancer. */
    BalancerSteps(RunbookData data) {
        this.data = data;
        this.cluster = data.cluster();
        this.balancer = cluster.loadBalancer().orElseThrow();
        this.overview = data.balancer().orElse(new BalancerOverview(List.of(), Optional.empty()));
    }

    /** The template that tells it. */
    String template() {
        return switch (balancer.type()) {
            case NGINX, NGINX_PLUS -> "nginx";
            case HAPROXY -> "haproxy";
            case EXTERNAL -> "external";
        };
    }

    Map<String, Object> context() {
        Map<String, Object> context = new HashMap<>();
        List<String> files = data.balancerFiles();
        context.put("plus", balancer.type() == LoadBalancer.Type.NGINX_PLUS);
        context.put("balancerAddresses", String.join(", ", balancer.addresses()));
        context.put("balancerFiles", files);
        context.put("httpFiles", files.stream().filter(f -> f.startsWith(CONF)).toList());
        context.put(
                "streamFiles",
                files.stream().filter(f -> f.startsWith("stream.d/")).toList());
        context.put("keySteps", overview.keyFiles().map(this::keySteps).orElse(List.of()));
        context.put("keyNotes", overview.keyFiles().map(this::keyNotes).orElse(List.of()));
        context.put("pools", overview.pools().stream().map(this::pool).toList());
        context.put("passthrough", balancer.tls() == LoadBalancer.Tls.PASSTHROUGH);
        context.put("ownCertificate", has("server.crt"));
        context.put("trusted", trusted());
        return context;
    }

    /** Only files that the build has made can be copied from it. */
    private List<String> keySteps(KeyFiles places) {
        Set<String> folders = new TreeSet<>();
        List<String> steps = new ArrayList<>();
        install(steps, folders, "0644", "server.crt", places.certificate());
        install(steps, folders, "0600", "server.key", places.key());
        install(steps, folders, "0644", "nodes.crt", places.trusted());
        folders.forEach(folder -> steps.add(0, "sudo install -d -m 0755 " + folder));
        return steps;
    }

    private void install(List<String> steps, Set<String> folders, String mode, String file, String place) {
        if (has(file)) {
            folders.add(place.substring(0, Math.max(1, place.lastIndexOf('/'))));
            steps.add("sudo install -m " + mode + " certs/" + file + " " + place);
        }
    }

    private List<String> keyNotes(KeyFiles places) {
        List<String> notes = new ArrayList<>();
        if (!has("server.key")) {
            notes.add("The build has made no key for it: your own certificate with its chain belongs to `"
                    + places.certificate() + "`, its private key, readable by root alone (0600), to `" + places.key()
                    + "`.");
        } else if (data.cluster().certificates().loadBalancer().password().isPresent()) {
            notes.add(
                    balancer.type() == LoadBalancer.Type.HAPROXY
                            ? "The private key is encrypted, which HAProxy cannot read: decrypt it on that machine, `sudo"
                                    + " openssl pkey -in " + places.key() + " -out ...`, into the same place, 0600."
                            : "The private key is encrypted: write its password, as one line, to `" + places.password()
                                    + "`, readable by root alone (0600), before nginx is tested.");
        }
        return notes;
    }

    private boolean has(String file) {
        return data.certificates().files().contains(file);
    }

    private Map<String, Object> pool(Pool pool) {
        boolean console = pool.kind().equals("console");
        boolean clear = pool.kind().equals("http");
        boolean through = balancer.tls() == LoadBalancer.Tls.PASSTHROUGH && !clear;
        String monitor = console && !through
                ? "`GET /carbon/admin/login.jsp` over HTTPS, 200 is well, every 10 seconds"
                : "a TCP connection to the port, every 5 seconds; no service is on every cluster";
        return Map.of(
                "name", pool.kind(),
                "listener", listener(pool.kind()),
                "members", pool.targets().stream().map(BalancerSteps::member).toList(),
                "monitor", monitor,
                "persistence", persistence(pool, through),
                "tls", clear ? "" : through ? "handed through; the node ends it" : tls());
    }

    private String listener(String kind) {
        String https = "HTTPS on port " + balancer.httpsPort();
        String services = "for requests to `" + cluster.hostName() + "`";
        String console = cluster.managementHostName().orElse(cluster.hostName());
        return switch (kind) {
            case "http" ->
                services + ", "
                        + (balancer.httpPort().isPresent()
                                ? "HTTP on port " + balancer.httpPort().getAsInt()
                                        + (balancer.tls() == LoadBalancer.Tls.OFFLOAD ? ", " + https : "")
                                : https);
            case "console" ->
                console.equals(cluster.hostName())
                        ? "for requests to `" + console + "` below `/carbon` and the console's other paths, " + https
                        : "for requests to `" + console + "`, " + https;
            default -> services + ", " + https;
        };
    }

    private static Map<String, String> member(Target target) {
        return Map.of(
                "node",
                target.id(),
                "address",
                target.address(),
                "use",
                target.backup() ? "backup: only when no other answers" : "active");
    }

    private static String persistence(Pool pool, boolean through) {
        if (!pool.sticky()) {
            return "none; round robin";
        }
        return through
                ? "by the client's address"
                : pool.kind().equals("console")
                        ? "needed: the session of a browser lives on one node; by a cookie of the load balancer"
                        : "by the client's address or a cookie of the load balancer (`sessionAffinity`)";
    }

    private String tls() {
        return has("nodes.crt")
                ? "TLS 1.2 or later; check the certificate against `certs/nodes.crt` and for the name `"
                        + cluster.hostName() + "`, sent as SNI too"
                : "TLS 1.2 or later; check the certificate against the authority of the nodes' own certificates";
    }

    private String trusted() {
        if (!balancer.console()) {
            return "The nodes take these headers as they come: let nobody but the load balancer reach their listeners.";
        }
        return balancer.addresses().isEmpty()
                ? "The consoles believe these headers from any private address (10/8, 172.16/12, 192.168/16, 127/8), which is"
                        + " Tomcat's default: declare `loadBalancer/address` if it has another one, or to narrow that."
                : "The consoles believe these headers from " + String.join(", ", balancer.addresses()) + " only.";
    }
}
