package io.github.eicluster.verify;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.assembly.ClusterPlanner;
import io.github.eicluster.assembly.LoadBalancerFolder;
import io.github.eicluster.assembly.Overlay;
import io.github.eicluster.assembly.PlannedCluster;
import io.github.eicluster.assembly.PlannedNode;
import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.edit.PropertiesEditor;
import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.Pom;
import io.github.eicluster.testing.SharedKeys;
import io.github.eicluster.testing.TestArtifacts;
import io.github.eicluster.verify.balancer.BalancerView;
import io.github.eicluster.verify.home.NodeHome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A cluster in memory that the plugin has made, to be changed in one place and judged. */
final class Sample {

    /** A day on which the certificates of {@link SharedKeys} are valid, which are made on 2026-11-23. */
    static final Instant NOW = Instant.parse("2026-12-10T12:00:00Z");

    static final String GUIDE = """
            <cluster>
              <domain>wso2.ei.domain</domain>
              <hostName>ei.wso2.com</hostName>
              <nodes>
                <node><id>node1</id><host>192.168.57.11</host></node>
                <node><id>node2</id><host>192.168.57.12</host></node>
              </nodes>
              <database>
                <type>mysql</type>
                <host>carbondb.mysql-wso2.com</host>
                <serverId>ei-db</serverId>
                <tls>required</tls>
              </database>
              <admin><username>boss</username><serverId>ei-admin</serverId></admin>
              <loadBalancer><type>nginx</type></loadBalancer>
            </cluster>
            """;

    static final String ONE_MACHINE = """
            <cluster>
              <domain>wso2.ei.domain</domain>
              <nodes>
                <node><id>node1</id><host>127.0.0.1</host></node>
                <node><id>node2</id><host>127.0.0.1</host></node>
              </nodes>
              <admin><username>boss</username><serverId>ei-admin</serverId></admin>
            </cluster>
            """;

    private static final String JAR = "lib/mysql-connector-j-8.4.0.jar";

    private static final Map<String, PlannedCluster> PLANNED = new ConcurrentHashMap<>();

    private final Map<String, Map<String, byte[]>> nodes = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> modes = new HashMap<>();
    private final Map<String, byte[]> balancer = new TreeMap<>();
    private Optional<Cluster> declared = Optional.empty();
    private boolean production;
    private boolean packed;
    private Instant now = NOW;

    private Sample() {}

    /** The guide's cluster, made on a miniature, as somebody would find it: without its POM. */
    static Sample guide(String version) {
        return of(Miniatures.home(version), GUIDE);
    }

    static Sample guide() {
        return guide("6.6.0");
    }

    /** Two nodes on one machine that share H2 files. */
    static Sample oneMachine(String version) {
        return of(Miniatures.home(version), ONE_MACHINE);
    }

    /** Three nodes. */
    static Sample three() {
        return of(
                Miniatures.home("6.6.0"),
                GUIDE.replace("</nodes>", "<node><id>node3</id><host>192.168.57.13</host></node></nodes>"));
    }

    /** A home as it is. */
    static Sample single(Path home) {
        Sample sample = new Sample();
        try (Distribution base = Distribution.open(home)) {
            sample.add("node1", base, Map.of());
        }
        return sample;
    }

    static Sample of(Path home, String cluster) {
        Sample sample = new Sample();
        try (Distribution base = Distribution.open(home)) {
            PlannedCluster planned = PLANNED.computeIfAbsent(home + cluster, key -> plan(base, cluster));
            for (PlannedNode node : planned.nodes()) {
                Map<String, byte[]> changed = new TreeMap<>(node.plan().files());
                changed.putAll(node.stores());
                changed.put(JAR, new byte[] {'P', 'K'});
                sample.add(node.node().id(), base, changed);
            }
            LoadBalancerFolder.plan(planned)
                    .files()
                    .forEach((path, text) -> sample.balancer.put(path, text.getBytes(StandardCharsets.UTF_8)));
            planned.certificates().files().forEach((path, bytes) -> sample.balancer.put("ssl/" + path, bytes));
            sample.declared = Optional.of(planned.cluster());
        }
        return sample.found();
    }

    private static PlannedCluster plan(Distribution base, String cluster) {
        ClusterDefinition definition = Pom.of("<distribution>x.zip</distribution>" + cluster)
                .with("cluster/certificates/defaultKeys", Miniatures.KEY)
                .read();
        Overlay none = new Overlay(Map.of(), Map.of(), Map.of());
        return SharedKeys.plan(keys -> new ClusterPlanner(keys, TestArtifacts.drivers())
                .plan(definition.cluster(), definition.edits(), definition.libraries(), base, false, node -> none));
    }

    private void add(String name, Distribution base, Map<String, byte[]> changed) {
        Map<String, byte[]> content = new TreeMap<>();
        Map<String, Integer> bits = new HashMap<>();
        for (String path : base.files()) {
            base.read(path).ifPresent(bytes -> content.put(path, bytes));
            base.mode(path).ifPresent(mode -> bits.put(path, mode));
        }
        content.putAll(changed);
        nodes.put(name, content);
        modes.put(name, bits);
    }

    private Cluster known;

    private Sample found() {
        known = declared.orElseThrow();
        declared = Optional.empty();
        return this;
    }

    /** With what the POM says. */
    Sample declared() {
        declared = Optional.of(known);
        return this;
    }

    Sample production() {
        production = true;
        return this;
    }

    Sample packed() {
        packed = true;
        return this;
    }

    Sample at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    Sample withoutBalancer() {
        balancer.clear();
        return this;
    }

    Sample only(String node) {
        nodes.keySet().retainAll(List.of(node));
        return this;
    }

    /** Changes an XML file of one node. */
    Sample xml(String node, String file, Consumer<XmlEditor> change) {
        XmlEditor editor = XmlEditor.open(file, nodes.get(node).get(file));
        change.accept(editor);
        nodes.get(node).put(file, editor.content());
        return this;
    }

    /** Changes an XML file of all nodes. */
    Sample xml(String file, Consumer<XmlEditor> change) {
        nodes.keySet().forEach(node -> xml(node, file, change));
        return this;
    }

    Sample property(String node, String file, String key, String value) {
        PropertiesEditor editor = PropertiesEditor.open(file, nodes.get(node).getOrDefault(file, new byte[0]));
        nodes.get(node).put(file, editor.set(key, value).content());
        return this;
    }

    Sample property(String file, String key, String value) {
        nodes.keySet().forEach(node -> property(node, file, key, value));
        return this;
    }

    /** Changes a file as text; the change must change something. */
    Sample text(String node, String file, UnaryOperator<String> change) {
        String before = new String(nodes.get(node).get(file), StandardCharsets.ISO_8859_1);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException(file + " has nothing to change");
        }
        return put(node, file, after);
    }

    Sample text(String file, UnaryOperator<String> change) {
        nodes.keySet().forEach(node -> text(node, file, change));
        return this;
    }

    Sample put(String node, String file, String content) {
        return put(node, file, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    Sample put(String node, String file, byte[] content) {
        nodes.get(node).put(file, content);
        return this;
    }

    Sample put(String file, String content) {
        nodes.keySet().forEach(node -> put(node, file, content));
        return this;
    }

    Sample remove(String node, String file) {
        nodes.get(node).remove(file);
        return this;
    }

    Sample mode(String node, String file, int mode) {
        modes.get(node).put(file, mode);
        return this;
    }

    Sample balancer(String file, UnaryOperator<String> change) {
        String before = new String(balancer.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException(file + " has nothing to change");
        }
        balancer.put(file, after.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] balancer(String file) {
        return balancer.get(file);
    }

    byte[] content(String node, String file) {
        return nodes.get(node).get(file);
    }

    ClusterView view() {
        List<NodeHome> homes = new ArrayList<>();
        nodes.forEach((name, content) ->
                homes.add(new NodeHome(name, new MemoryFiles("/homes/" + name, content, modes.get(name), packed))));
        return new ClusterView(
                homes,
                balancer.isEmpty() ? Optional.empty() : Optional.of(BalancerView.of(balancer)),
                declared,
                now,
                production);
    }

    Report judge() {
        return new Verifier().judge(view(), Policy.DEFAULT);
    }

    /** Id, place and message of every finding but those that are only worth knowing. */
    List<String> findings() {
        return lines(judge());
    }

    static List<String> lines(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(Sample::line)
                .toList();
    }

    static String line(Finding finding) {
        return finding.rule().id() + " "
                + (finding.violation() ? finding.severity().text() : "unchecked") + " "
                + finding.place().node() + " " + finding.place().text() + ": " + finding.message();
    }
}
