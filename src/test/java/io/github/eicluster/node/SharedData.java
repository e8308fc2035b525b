package io.github.eicluster.node;

import io.github.eicluster.model.Admin;
import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.Jvm;
import io.github.eicluster.model.Membership;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.NodeKeystores;
import io.github.eicluster.model.Ports;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Registry;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.product.Home;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xmlunit.assertj3.XmlAssert;

/** A cluster with shared databases, a home in memory, and one concern applied to it. */
final class SharedData {

    static final Datasource USER = datasource("WSO2_USER_DB", "jdbc/WSO2UMDB");
    static final Datasource REGISTRY = datasource("REGISTRY_DB", "jdbc/WSO2RegistryDB");
    static final Datasource CONFIG = datasource("CONFIG_DB", "jdbc/WSO2ConfigDB");
    static final Datasource LOCAL = datasource("REGISTRY_LOCAL1", "jdbc/WSO2CarbonDB");

    final Map<String, byte[]> base = new LinkedHashMap<>();
    EiVersion version = EiVersion.parse("6.6.0");
    Optional<Datasource> local = Optional.empty();
    Optional<Datasource> config = Optional.empty();
    DatabaseType type = DatabaseType.MYSQL;
    boolean readOnlyNode;
    Admin admin = Admin.OF_BASE;
    Registry registry = registry(false, "instanceid", "wso2sharedregistry");
    List<CustomEdit> edits = List.of();
    private NodeFiles files;

    static Datasource datasource(String name, String jndiName) {
        Map<String, String> pool = new LinkedHashMap<>();
        pool.put("maxActive", "80");
        return new Datasource(
                name,
                jndiName,
                "jdbc:mysql://db:3306/" + name + "?autoReconnect=true&useSSL=true",
                new Credentials("regadmin", new Secret("r<g&admin", Secret.Source.SETTINGS)),
                "com.mysql.jdbc.Driver",
                "SELECT 1",
                pool);
    }

    static Registry registry(boolean explicit, String id, String dbConfig) {
        return new Registry(
                List.of(new Registry.Instance(id, explicit, dbConfig, REGISTRY, false, "/", true)),
                List.of(
                        new Registry.Mount("/_system/config", "/_system/config", Registry.Overwrite.TRUE, id),
                        new Registry.Mount("/_system/governance", "/_system/governance", Registry.Overwrite.TRUE, id)));
    }

    static XmlAssert xml(String content) {
        return XmlAssert.assertThat(content);
    }

    SharedData file(String path, String text) {
        base.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Applies a concern to a fresh copy of the base. */
    SharedData apply(Concern concern) {
        files = new NodeFiles(home(base), home(Map.of()), version);
        concern.apply(context(), files);
        return this;
    }

    /** The result becomes the base. */
    SharedData settle() {
        base.putAll(files.changed());
        return this;
    }

    NodeFiles files() {
        return files;
    }

    String text(String path) {
        return new String(files.read(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    List<String> problems() {
        return files.problems().stream().map(Problem::text).toList();
    }

    List<String> errors() {
        return files.problems().stream()
                .filter(Problem::isError)
                .map(Problem::text)
                .toList();
    }

    private NodeContext context() {
        Node first = node("node1");
        Cluster cluster = new Cluster(
                "wso2.ei.domain",
                "ei.wso2.com",
                Optional.empty(),
                new Membership(Membership.Scheme.WKA, true, List.of(), List.of(), Optional.empty(), Map.of()),
                List.of(first, node("node2")),
                new Databases(type, Optional.of("db"), Optional.empty(), USER, REGISTRY, config),
                registry,
                admin,
                Optional.empty(),
                Certificates.DEFAULT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new NodeContext(cluster, first, version, edits, NodeKeystores.UNCHANGED, VaultInput.NONE);
    }

    private Node node(String id) {
        Optional<String> host = Optional.of(id + ".example.com");
        return new Node(
                id,
                host,
                host,
                Optional.empty(),
                0,
                4100,
                readOnlyNode,
                local,
                Node.Role.ACTIVE,
                Node.Os.LINUX,
                Ports.OF_BASE,
                Jvm.OF_BASE);
    }

    private static Home home(Map<String, byte[]> content) {
        Map<String, byte[]> copy = new LinkedHashMap<>(content);
        return new Home() {
            @Override
            public String origin() {
                return "base.zip";
            }

            @Override
            public String root() {
                return "wso2ei";
            }

            @Override
            public List<String> files() {
                return List.copyOf(copy.keySet());
            }

            @Override
            public Optional<byte[]> read(String path) {
                return Optional.ofNullable(copy.get(path));
            }
        };
    }
}
