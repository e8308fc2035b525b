package io.github.eicluster.database;

import io.github.eicluster.database.DatabaseData.NodePool;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Problem;
import io.github.eicluster.product.EiVersion;
import io.github.eicluster.template.Templates;
import io.github.eicluster.testing.Pom;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a cluster as a POM describes it; every pool of a planned database may open 50 connections. */
final class Planned {

    /** Stands for the distribution's script. */
    static final String SCRIPT = "CREATE TABLE REG_LOG (ID INTEGER NOT NULL);\n";

    private final Cluster cluster;
    private String version = "6.6.0";
    private boolean showPasswords;
    private Optional<byte[]> authority = Optional.empty();

    private Planned(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Two nodes, and what stands in {@code database}. */
    static Planned of(String database) {
        return of("192.168.57.11", "192.168.57.12", database);
    }

    static Planned of(String host1, String host2, String database) {
        return new Planned(Pom.of("""
                        <cluster>
                          <domain>wso2.ei.domain</domain><hostName>ei.wso2.com</hostName>
                          <nodes>
                            <node><id>node1</id><host>%s</host></node>
                            <node><id>node2</id><host>%s</host></node>
                          </nodes>
                          <database>%s</database>
                        </cluster>
                        """.formatted(host1, host2, database)).read().cluster());
    }

    Planned version(String ei) {
        version = ei;
        return this;
    }

    Planned showPasswords() {
        showPasswords = true;
        return this;
    }

    Planned authority(String pem) {
        authority = Optional.of(pem.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Cluster cluster() {
        return cluster;
    }

    DatabasePlan plan() {
        return DatabasePlan.of(cluster, EiVersion.parse(version));
    }

    DatabaseFiles write() {
        return write(SCRIPT, pools());
    }

    DatabaseFiles write(String script, List<NodePool> pools) {
        DatabaseData data = new DatabaseData(
                cluster,
                plan(),
                script.getBytes(StandardCharsets.UTF_8),
                pools,
                "wso2ei-" + version,
                authority,
                showPasswords);
        return new DatabaseWriter(new Templates()).write(data);
    }

    Map<String, String> texts() {
        return texts(write());
    }

    static Map<String, String> texts(DatabaseFiles files) {
        Map<String, String> texts = new TreeMap<>();
        files.files().forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    /** The file of that name, whatever the engine. */
    String text(String name) {
        return texts().entrySet().stream()
                .filter(file -> file.getKey().endsWith("/" + name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + texts().keySet()));
    }

    List<String> problems() {
        return write().problems().stream().map(Problem::text).toList();
    }

    private List<NodePool> pools() {
        List<NodePool> pools = new ArrayList<>();
        cluster.nodes()
                .forEach(node -> plan().databases().stream()
                        .filter(database -> database.onlyNodes().isEmpty()
                                || database.onlyNodes().contains(node.id()))
                        .forEach(database -> pools.add(
                                new NodePool(node.id(), database.datasource().jndiName(), database.url(), 50))));
        return pools;
    }
}
