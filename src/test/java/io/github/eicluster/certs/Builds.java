package io.github.eicluster.certs;

import io.github.eicluster.model.Admin;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.Jvm;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Membership;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.NodeStores;
import io.github.eicluster.model.Ports;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Registry;
import io.github.eicluster.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Builds of one cluster, one after the other, with a store of keys in a folder of the test. */
final class Builds {

    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private static final Issuer ISSUER = new Issuer(START);

    /** Keys that teams bring. */
    static final KeyPair PAIR = ISSUER.newKey(2048, Optional.empty());

    static final KeyPair OTHER_PAIR = ISSUER.newKey(2048, Optional.empty());

    /** What the first build of the guide's cluster leaves in the store; made once, since RSA keys take time. */
    private static final Map<String, byte[]> FIRST_STORE = firstStore();

    final WantedCertificates wanted = new WantedCertificates();
    final List<NodeStores> stores = new ArrayList<>();
    final List<Node> nodes = new ArrayList<>();
    String domain = "wso2.ei.domain";
    Optional<LoadBalancer> balancer = Optional.of(new LoadBalancer(
            LoadBalancer.Type.NGINX,
            List.of(),
            OptionalInt.of(80),
            443,
            true,
            LoadBalancer.Tls.REENCRYPT,
            false,
            LoadBalancer.Files.USUAL));
    DatabaseType database = DatabaseType.H2;
    Instant now = START;
    Renewal renewal = Renewal.NONE;
    boolean production;

    private final Path folder;

    private Builds(Path folder) {
        this.folder = folder;
        add("node1", "192.168.57.11").add("node2", "192.168.57.12");
    }

    /** Two nodes and a store that is not there yet. */
    static Builds fresh(Path temporary) {
        return new Builds(temporary.resolve("store"));
    }

    /** Two nodes that were built before. */
    static Builds second(Path temporary) {
        Builds builds = fresh(temporary);
        FIRST_STORE.forEach((name, content) -> write(builds.folder.resolve(name), content));
        return builds;
    }

    Path folder() {
        return folder;
    }

    Builds add(String id, String host) {
        nodes.add(new Node(
                id,
                Optional.of(host),
                Optional.of(host),
                Optional.empty(),
                0,
                4100,
                false,
                Optional.empty(),
                Node.Role.ACTIVE,
                Node.Os.LINUX,
                Ports.OF_BASE,
                Jvm.OF_BASE));
        stores.add(BaseStores.miniature(id).build());
        return this;
    }

    /** The same base for every node. */
    Builds base(Function<String, BaseStores> base) {
        stores.clear();
        nodes.forEach(node -> stores.add(base.apply(node.id()).build()));
        return this;
    }

    Builds later(int days) {
        now = START.plus(Duration.ofDays(days));
        return this;
    }

    Builds replacing(Renewal.Key... keys) {
        renewal = new Renewal(false, Set.of(keys));
        return this;
    }

    /** Plans and keeps the keys. */
    CertificatePlan build() {
        try (CertificateStore store = CertificateStore.open(folder)) {
            CertificatePlan plan = plan(store);
            store.commit();
            return plan;
        }
    }

    CertificatePlan plan(CertificateStore store) {
        return new CertificatePlanner(store, folder.getParent(), now, renewal, production).plan(cluster(), stores);
    }

    /** A key that the store has. */
    KeyEntry key(String name) {
        return CertificateStore.look(folder).key(name).orElseThrow(() -> new AssertionError("no key " + name));
    }

    List<String> keyNames() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pem"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cluster cluster() {
        return new Cluster(
                domain,
                "ei.wso2.com",
                balancer.map(any -> "ui.ei.wso2.com"),
                new Membership(Membership.Scheme.WKA, true, List.of(), List.of(), Optional.empty(), Map.of()),
                nodes,
                new Databases(
                        database,
                        Optional.empty(),
                        Optional.empty(),
                        datasource("WSO2_USER_DB"),
                        datasource("REGISTRY_DB"),
                        Optional.empty()),
                new Registry(List.of(), List.of()),
                Admin.OF_BASE,
                balancer,
                wanted.build(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static List<String> texts(CertificatePlan plan, Problem.Severity severity) {
        return plan.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .map(Problem::text)
                .toList();
    }

    static List<String> errors(CertificatePlan plan) {
        return texts(plan, Problem.Severity.ERROR);
    }

    static List<String> warnings(CertificatePlan plan) {
        return texts(plan, Problem.Severity.WARNING);
    }

    /** A key of a team that signs its own certificate, which is valid from the start for so many days. */
    static KeyEntry own(KeyPair pair, int days) {
        return new KeyEntry(
                pair.getPrivate(),
                List.of(ISSUER.tls(pair, Optional.empty(), List.of("own.example.com", "ei.wso2.com"), days)));
    }

    /** A key with the subject of WSO2's default keys, as an update pack may bring one. */
    static KeyEntry ofVendor() {
        X500Name subject = new X500Name("C=US,ST=CA,L=Mountain View,O=WSO2,CN=localhost");
        try {
            return new KeyEntry(
                    PAIR.getPrivate(),
                    List.of(new JcaX509CertificateConverter()
                            .getCertificate(new JcaX509v3CertificateBuilder(
                                            subject,
                                            BigInteger.TEN,
                                            Date.from(START),
                                            Date.from(START.plus(Duration.ofDays(400))),
                                            subject,
                                            PAIR.getPublic())
                                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(PAIR.getPrivate())))));
        } catch (CertificateException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Secret secret(String text) {
        return new Secret(text, Secret.Source.SETTINGS);
    }

    private static Datasource datasource(String name) {
        return new Datasource(
                name,
                "jdbc/" + name,
                "jdbc:h2:~/" + name,
                new Credentials("wso2carbon", secret("hidden-db-password")),
                "org.h2.Driver",
                "SELECT 1",
                Map.of());
    }

    private static Map<String, byte[]> firstStore() {
        try {
            Path temporary = Files.createTempDirectory("first-build");
            Builds builds = fresh(temporary);
            builds.build();
            Map<String, byte[]> files = new TreeMap<>();
            try (Stream<Path> all = Files.walk(temporary)) {
                List<Path> found = all.sorted().toList();
                for (Path file : found) {
                    if (Files.isRegularFile(file)) {
                        files.put(builds.folder.relativize(file).toString(), Files.readAllBytes(file));
                    }
                }
                for (int i = found.size() - 1; i >= 0; i--) {
                    Files.delete(found.get(i));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.write(file, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
