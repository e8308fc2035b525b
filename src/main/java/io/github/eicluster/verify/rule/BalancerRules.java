package io.github.eicluster.verify.rule;

import io.github.eicluster.verify.ClusterView;
import io.github.eicluster.verify.Findings;
import io.github.eicluster.verify.Rule;
import io.github.eicluster.verify.balancer.BalancerView;
import io.github.eicluster.verify.balancer.Directive;
import io.github.eicluster.verify.balancer.Front;
import io.github.eicluster.verify.home.NodeHome;
import io.github.eicluster.verify.home.Setting;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TLS, headers and timeouts of the load balancer: EIC315 to EIC317, EIC319 and EIC321. */
final class BalancerRules {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)?");
    private static final Pattern OLD = Pattern.compile("SSLv2|SSLv3|TLSv1|TLSv1\\.1");

    private BalancerRules() {}

    static List<Rule> all() {
        return List.of(ssl(), security(), upgrade(), verified(), timeouts());
    }

    private static List<Directive> servers(BalancerView view) {
        return view.nginx()
                ? view.fronts().stream().map(Front::server).distinct().toList()
                : List.of();
    }

    private static Rule ssl() {
        return Rule.warning("EIC315", "nginx does not speak TLS where it should")
                .reason(
                        "\"ssl on\" was removed in nginx 1.25.1, which does not start with it. Port 443 without ssl speaks"
                                + " plain HTTP.")
                .evidence("Changes of nginx 1.15.0 and 1.25.1; the vendor's guide has ssl on.")
                .example("listen 443; ssl on;", "listen 443 ssl;")
                .fix("Write listen 443 ssl; and remove ssl on.")
                .cluster((cluster, findings) -> PoolRules.files(cluster, findings, (view, found) -> {
                    for (Directive server : servers(view)) {
                        server.all("ssl")
                                .forEach(on -> found.report(
                                        on.place(),
                                        "the directive ssl no longer exists",
                                        "Write listen ... ssl; and remove it."));
                        boolean handedThrough = server.first("proxy_pass").isPresent();
                        server.all("listen").stream()
                                .filter(listen -> listen.word(0).matches("(?:.*:)?443")
                                        && !listen.words().contains("ssl")
                                        && !handedThrough
                                        && server.first("ssl").isEmpty())
                                .forEach(listen -> found.report(
                                        listen.place(),
                                        "port 443 without ssl speaks plain HTTP",
                                        "Write listen 443 ssl;."));
                    }
                }));
    }

    private static Rule security() {
        return Rule.warning("EIC316", "Protocols, ciphers or the certificate of the load balancer are weak")
                .reason("What clients see of the cluster is the balancer. A certificate without the host's name, or one"
                        + " that ends, stops them; outdated protocols are refused by auditors.")
                .evidence(
                        "RFC 8996, RFC 2818; files named by ssl_certificate are looked at if a copy lies in the folder.")
                .example("ssl_protocols TLSv1 TLSv1.1 TLSv1.2;", "ssl_protocols TLSv1.2 TLSv1.3;")
                .fix("Allow TLSv1.2 and TLSv1.3, list ciphers, and use a certificate with all names of the server.")
                .cluster((cluster, findings) -> PoolRules.files(cluster, findings, (view, found) -> {
                    for (Directive server : servers(view)) {
                        boolean tls = server.all("listen").stream()
                                .anyMatch(listen -> listen.words().contains("ssl"));
                        if (tls) {
                            protocols(view, server, found);
                            certificate(cluster, view, server, found);
                        }
                    }
                }));
    }

    private static void protocols(BalancerView view, Directive server, Findings findings) {
        for (String name : List.of("ssl_protocols", "ssl_ciphers")) {
            Optional<Directive> set = server.first(name)
                    .or(() -> view.all().stream()
                            .filter(directive -> directive.name().equals(name))
                            .filter(directive -> view.fronts().stream()
                                    .noneMatch(front ->
                                            front.server().descendants().contains(directive)))
                            .findFirst());
            if (set.isEmpty()) {
                findings.report(server.place(), "nothing is said about " + name, "Set " + name + ".");
            } else {
                List<String> old = set.get().words().stream()
                        .filter(word -> OLD.matcher(word).matches())
                        .toList();
                if (!old.isEmpty()) {
                    findings.report(
                            set.get().place(),
                            String.join(", ", old) + " is allowed",
                            "Write ssl_protocols TLSv1.2 TLSv1.3;.");
                }
            }
        }
    }

    private static void certificate(ClusterView cluster, BalancerView view, Directive server, Findings findings) {
        Optional<Directive> file = server.first("ssl_certificate");
        Optional<Map.Entry<String, byte[]>> copy = file.flatMap(found -> view.copyOf(found.word(0)));
        if (copy.isEmpty()) {
            return;
        }
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(copy.get().getValue()));
            List<String> names = server.all("server_name").stream()
                    .flatMap(name -> name.words().stream())
                    .filter(name -> !name.equals("_") && !name.contains("*") && !name.startsWith("~"))
                    .toList();
            Certificates.faults(certificate, cluster.now(), names)
                    .forEach(fault -> findings.report(
                            file.get().place(),
                            "the certificate " + file.get().word(0) + " " + fault,
                            "Issue it anew."));
        } catch (GeneralSecurityException | ClassCastException e) {
            findings.unchecked(file.get().place(), copy.get().getKey() + " holds no certificate that can be read");
        }
    }

    private static Rule upgrade() {
        return Rule.warning("EIC317", "Every connection to the nodes is upgraded")
                .reason("Connection \"upgrade\" on every request ends keep-alive to the nodes: each request opens a new"
                        + " connection.")
                .evidence("nginx documentation \"WebSocket proxying\"; the vendor's guide has it unconditionally.")
                .example(
                        "proxy_set_header Connection \"upgrade\";",
                        "proxy_set_header Connection $connection_upgrade; with a map")
                .fix("Use a map of $http_upgrade.")
                .cluster((cluster, findings) -> PoolRules.files(
                        cluster,
                        findings,
                        (view, found) -> view.all().stream()
                                .filter(header -> header.name().equals("proxy_set_header")
                                        && header.word(0).equalsIgnoreCase("Connection")
                                        && header.word(1).equalsIgnoreCase("upgrade"))
                                .forEach(header -> found.report(
                                        header.place(),
                                        "Connection is upgrade on every request",
                                        "Use a map of $http_upgrade."))));
    }

    private static Rule verified() {
        return Rule.warning("EIC319", "The load balancer does not check who the nodes are")
                .reason(
                        "Whoever answers at the address of a node gets the requests with all passwords and tokens in them.")
                .evidence("nginx: proxy_ssl_verify is off by default; HAProxy: verify none.")
                .example(
                        "proxy_pass https://ei_nodes; alone",
                        "proxy_ssl_verify on; proxy_ssl_trusted_certificate ...; proxy_ssl_name ...;")
                .fix("Check the certificates of the nodes.")
                .errorInProduction()
                .cluster((cluster, findings) -> PoolRules.files(cluster, findings, (view, found) -> {
                    for (Front front : view.fronts()) {
                        if (front.scheme().equals("https")) {
                            verified(view, front, found);
                        }
                    }
                }));
    }

    private static void verified(BalancerView view, Front front, Findings findings) {
        if (view.nginx()) {
            boolean on = view.all().stream()
                    .filter(directive -> directive.name().equals("proxy_ssl_verify"))
                    .filter(directive -> covers(view, front, directive))
                    .anyMatch(directive -> directive.word(0).equals("on"));
            if (!on) {
                findings.report(
                        front.pass().place(),
                        "certificates of the pool " + front.target() + " are not checked",
                        "Add proxy_ssl_verify on; with proxy_ssl_trusted_certificate and proxy_ssl_name.");
            }
            return;
        }
        front.pool().stream()
                .flatMap(pool -> pool.servers().stream())
                .filter(server -> server.directive().words().contains("ssl")
                        && !server.directive().after("verify").orElse("none").equals("required"))
                .forEach(server -> findings.report(
                        server.place(),
                        "the certificate of " + server.text() + " is not checked",
                        "Add verify required ca-file ... verifyhost ...."));
    }

    /** A directive counts in its own server, or everywhere if it is in none. */
    private static boolean covers(BalancerView view, Front front, Directive directive) {
        return front.server().descendants().contains(directive)
                || view.fronts().stream()
                        .noneMatch(other -> other.server().descendants().contains(directive));
    }

    private static Rule timeouts() {
        return Rule.warning("EIC321", "The load balancer gives up before the nodes do")
                .reason("The client then gets 504 of the balancer instead of the error of the integrator, and a request"
                        + " that is still worked on may be sent to another node.")
                .evidence(
                        "passthru-http.properties http.socket.timeout (shipped 180000 ms); nginx proxy_read_timeout is 60 s.")
                .example("no proxy_read_timeout", "proxy_read_timeout 5m;")
                .fix("Wait longer than http.socket.timeout of the nodes.")
                .cluster((cluster, findings) -> PoolRules.files(cluster, findings, (view, found) -> {
                    List<Long> waits = new ArrayList<>();
                    found.each(cluster.nodes(), node -> wait(node).ifPresent(waits::add));
                    long longest =
                            waits.stream().mapToLong(Long::longValue).max().orElse(0);
                    for (Front front : view.fronts()) {
                        timeout(view, front, longest, found);
                    }
                }));
    }

    private static OptionalLong wait(NodeHome node) {
        return node.properties("conf/passthru-http.properties")
                .flatMap(file -> file.get("http.socket.timeout"))
                .map(Setting::trimmed)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> OptionalLong.of(Long.parseLong(value)))
                .orElse(OptionalLong.of(180_000));
    }

    private static void timeout(BalancerView view, Front front, long longest, Findings findings) {
        String name = view.nginx() ? "proxy_read_timeout" : "timeout";
        Optional<Directive> set = view.all().stream()
                .filter(directive -> directive.name().equals(name)
                        && (view.nginx()
                                ? covers(view, front, directive)
                                : directive.word(0).equals("server")))
                .findFirst();
        if (front.scheme().equals("tcp") && view.nginx()) {
            return;
        }
        long usual = view.nginx() ? 60_000 : Long.MAX_VALUE;
        long value = set.map(found -> millis(found.word(view.nginx() ? 0 : 1), view.nginx()))
                .orElse(usual);
        if (value < longest) {
            findings.report(
                    set.map(Directive::place).orElse(front.pass().place()),
                    "the balancer waits " + value / 1000 + " s" + (set.isEmpty() ? ", which is the default" : "")
                            + ", the nodes " + longest / 1000 + " s",
                    "Wait at least " + (longest / 1000 + 1) + " s.");
        }
    }

    /** nginx counts in seconds where no unit is given, HAProxy in milliseconds. */
    private static long millis(String text, boolean seconds) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Long.MAX_VALUE;
        }
        long number = Long.parseLong(time.group(1));
        String unit = time.group(2) == null ? (seconds ? "s" : "ms") : time.group(2);
        return switch (unit) {
            case "ms" -> number;
            case "m" -> number * 60_000;
            case "h" -> number * 3_600_000;
            case "d" -> number * 86_400_000;
            default -> number * 1000;
        };
    }
}
