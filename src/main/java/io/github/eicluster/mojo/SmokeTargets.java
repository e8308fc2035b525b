package io.github.eicluster.mojo;

import io.github.eicluster.assembly.LoadBalancerFolder;
import io.github.eicluster.assembly.PlannedCluster;
import io.github.eicluster.balancer.Pool;
import io.github.eicluster.balancer.Target;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.HostEntry;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Node;
import io.github.eicluster.smoke.Front;
import io.github.eicluster.smoke.SmokeTarget;
import io.github.eicluster.smoke.TestedDatabase;
import io.github.eicluster.smoke.TestedNode;
import io.github.eicluster.smoke.Trust;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code smoke-test} looks at: the cluster of a build, or a load balancer of which only the URLs are known. */
final class SmokeTargets {

    /** Not the load balancer's own certificate, which would vouch for itself. */
    private static final List<String> AUTHORITIES = List.of("ca.crt", "nodes.crt");

    private final BalancerUrls urls;
    private final Path base;

    /**
     * The targets of a goal.
     *
     * @param urls what is said beside the cluster
     * @param base where relative paths start
     */
    SmokeTargets(BalancerUrls urls, Path base) {
        this.urls = urls;
        this.base = base;
    }

    /** A load balancer of which nothing else is known. */
    SmokeTarget alone() throws IOException {
        Optional<Trust> given = given();
        Optional<Front> http = urls.http().map(url -> front("http", url));
        Optional<Front> https = urls.https().map(url -> front("https", url));
        Optional<Front> console = urls.console().map(url -> front("console", url));
        Set<String> names = names(http, https, console);
        return new SmokeTarget(
                String.join(", ", names),
                List.of(),
                List.of(),
                http,
                https,
                console,
                Stream.of(urls.http(), urls.https()).flatMap(Optional::stream).toList(),
                addresses(List.of(), names),
                Map.of(),
                Optional.of(given.orElseGet(Trust::publicOnly)));
    }

    private static Set<String> names(Optional<Front> http, Optional<Front> https, Optional<Front> console) {
        return Stream.of(http, https, console)
                .flatMap(Optional::stream)
                .map(Front::host)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Front front(String kind, URI url) {
        return new Front(kind, url, Set.of(), Set.of(), false);
    }

    /** The cluster of a build, with its nodes' final ports. */
    SmokeTarget of(ClusterBuild build) throws IOException {
        PlannedCluster planned = build.planned();
        Cluster cluster = planned.cluster();
        Optional<LoadBalancer> balancer = cluster.loadBalancer();
        List<Pool> pools =
                balancer.isPresent() ? LoadBalancerFolder.overview(planned).pools() : List.of();
        boolean offload =
                balancer.filter(b -> b.tls() == LoadBalancer.Tls.OFFLOAD).isPresent();
        Optional<URI> http = balancer.filter(b -> b.httpPort().isPresent())
                .map(b -> url("http", cluster.hostName(), b.httpPort().getAsInt()));
        Optional<URI> https = balancer.map(b -> url("https", cluster.hostName(), b.httpsPort()));
        Optional<URI> console = balancer.filter(b -> servesConsole(cluster, b))
                .map(b -> url("https", cluster.managementHostName().orElseThrow(), b.httpsPort()));
        Optional<Front> services = front("http", urls.http().or(() -> http), pool(pools, "http"), cluster);
        Optional<Front> secure =
                front("https", urls.https().or(() -> https), pool(pools, offload ? "http" : "https"), cluster);
        Optional<Front> consoles = front("console", urls.console().or(() -> console), pool(pools, "console"), cluster);
        List<TestedNode> nodes = planned.nodes().stream()
                .map(node -> node(cluster, node.node(), ports(planned, node.node())))
                .toList();
        return new SmokeTarget(
                cluster.domain(),
                nodes,
                TestedDatabase.of(cluster),
                services,
                secure,
                consoles,
                published(http, https),
                addresses(cluster.hosts(), names(services, secure, consoles)),
                logs(build, nodes),
                trust(build));
    }

    /** Where start writes what nodes say. */
    private static Map<String, Path> logs(ClusterBuild build, List<TestedNode> nodes) {
        Map<String, Path> logs = new HashMap<>();
        Path folder = build.workspace().output().resolve("logs");
        for (TestedNode node : nodes) {
            Path file = folder.resolve(node.id() + ".log");
            if (Files.isRegularFile(file)) {
                logs.put(node.id(), file);
            }
        }
        return logs;
    }

    /** Where TLS is handed through, the console can be told from the services by its name only. */
    private static boolean servesConsole(Cluster cluster, LoadBalancer balancer) {
        boolean told = balancer.tls() != LoadBalancer.Tls.PASSTHROUGH
                || !cluster.managementHostName().equals(Optional.of(cluster.hostName()));
        return balancer.console() && cluster.managementHostName().isPresent() && told;
    }

    private List<URI> published(Optional<URI> http, Optional<URI> https) {
        return (http.isPresent() || https.isPresent() ? Stream.of(http, https) : Stream.of(urls.http(), urls.https()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static ListenerPorts ports(PlannedCluster planned, Node node) {
        return planned.nodes().stream()
                .filter(one -> one.node().id().equals(node.id()))
                .flatMap(one -> one.plan().listeners().stream())
                .findFirst()
                .orElse(ListenerPorts.UNKNOWN);
    }

    private static TestedNode node(Cluster cluster, Node node, ListenerPorts ports) {
        return new TestedNode(
                node.id(),
                node.host(),
                node.memberHost(),
                node.memberPort(),
                ports,
                cluster.hostName(),
                cluster.loadBalancer().isPresent());
    }

    private static Optional<Pool> pool(List<Pool> pools, String kind) {
        return pools.stream().filter(pool -> pool.kind().equals(kind)).findFirst();
    }

    /** A virtual server whose pool is not known gets all active nodes. */
    private static Optional<Front> front(String kind, Optional<URI> url, Optional<Pool> pool, Cluster cluster) {
        return url.map(found -> new Front(
                kind,
                found,
                pool.map(known -> ids(known, false)).orElseGet(() -> ids(cluster, Node.Role.ACTIVE)),
                pool.map(known -> ids(known, true)).orElseGet(() -> ids(cluster, Node.Role.BACKUP)),
                pool.map(Pool::sticky).orElse(false)));
    }

    private static Set<String> ids(Pool pool, boolean backup) {
        return pool.targets().stream()
                .filter(target -> target.backup() == backup)
                .map(Target::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(Cluster cluster, Node.Role role) {
        return cluster.nodes().stream()
                .filter(node -> node.role() == role)
                .map(Node::id)
                .collect(Collectors.toSet());
    }

    private static URI url(String scheme, String host, int port) {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        try {
            return new URI(scheme, null, bracketed, usual ? -1 : port, null, null, null);
        } catch (URISyntaxException e) {
            throw new Mistake("cluster/hostName", "'" + host + "' cannot be part of a URL. Correct it.");
        }
    }

    private Map<String, String> addresses(List<HostEntry> hosts, Set<String> names) {
        Map<String, String> addresses = new HashMap<>();
        hosts.forEach(entry -> addresses.put(entry.name().toLowerCase(Locale.ROOT), entry.address()));
        urls.address()
                .ifPresent(address -> names.forEach(name -> addresses.put(name.toLowerCase(Locale.ROOT), address)));
        return addresses;
    }

    private Optional<Trust> given() throws IOException {
        if (urls.trusted().isEmpty()) {
            return Optional.empty();
        }
        Path file = base.resolve(urls.trusted().get());
        if (!Files.isRegularFile(file)) {
            throw new Mistake("trustedCertificates", "'" + file + "' is no file. Give a PEM file of certificates.");
        }
        return Optional.of(Trust.ofPem("trustedCertificates", List.of(Files.readAllBytes(file))));
    }

    /** Keys that were only planned, since none are kept on this machine, vouch for nobody. */
    private Optional<Trust> trust(ClusterBuild build) throws IOException {
        Optional<Trust> given = given();
        if (given.isPresent()) {
            return given;
        }
        List<byte[]> files = new ArrayList<>();
        Path written = build.workspace().output().resolve("certs");
        for (String name : AUTHORITIES) {
            if (Files.isRegularFile(written.resolve(name))) {
                files.add(Files.readAllBytes(written.resolve(name)));
            }
            if (build.keys().exist()) {
                Optional.ofNullable(build.planned().certificates().files().get(name))
                        .ifPresent(files::add);
            }
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(Trust.ofPem("certs", files));
    }
}
