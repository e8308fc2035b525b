package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.archive.Format;
import io.github.eicluster.archive.NodeArchiver;
import io.github.eicluster.archive.Progress;
import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.diff.Mask;
import io.github.eicluster.product.Home;
import io.github.eicluster.product.Layout;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.Pom;
import io.github.eicluster.testing.SharedKeys;
import io.github.eicluster.testing.StockHomes;
import io.github.eicluster.testing.TestArtifacts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The whole way from the text of a POM to node archives, and what is read back from them. */
class StockPipelineTest {

    private static final String GUIDE = """
            <distribution>wso2ei.zip</distribution>
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
              </database>
              <loadBalancer><type>nginx</type></loadBalancer>
            </cluster>
            """;

    private static final String WITH_LOCAL_REGISTRIES = GUIDE.replace(
            "<serverId>ei-db</serverId>", "<serverId>ei-db</serverId><localRegistry>database</localRegistry>");

    private static final List<String> NAMES =
            List.of("ei.wso2.com", "ui.ei.wso2.com", "192.168.57.11", "192.168.57.12", "localhost", "127.0.0.1");

    private static final String PREFIX = "/axisconfig/transportReceiver[@name='%s']/parameter[@name='WSDLEPRPrefix']";
    private static final String SECURITY = "repository/resources/security/";

    private static final String CLUSTERING = "/axisconfig/clustering/parameter[@name='%s']";

    @TempDir
    Path folder;

    static List<Path> stock() {
        return StockHomes.all();
    }

    static List<Path> miniatures() {
        return Miniatures.VERSIONS.stream().map(Miniatures::home).toList();
    }

    @ParameterizedTest
    @MethodSource("stock")
    void theGuidesClusterOnTheRealDistribution(Path home) throws Exception {
        check(home);
    }

    @ParameterizedTest
    @MethodSource("miniatures")
    void theGuidesClusterOnAMiniature(Path home) throws Exception {
        check(home);
    }

    private void check(Path home) throws Exception {
        for (String pom : List.of(GUIDE, WITH_LOCAL_REGISTRIES)) {
            try (Distribution base = Distribution.open(home)) {
                PlannedCluster planned = plan(pom, base);
                for (PlannedNode node : planned.nodes()) {
                    try (Distribution archive = Distribution.open(pack(planned, node, base))) {
                        assertThat(archive.root()).isEqualTo(base.root());
                        assertEverythingElseIsTheSame(base, archive, node);
                        assertValues(base, archive, node, pom.equals(WITH_LOCAL_REGISTRIES));
                        assertNothingIsLeftToDo(pom, archive, node);
                        ProducedStores.check(base, archive, NAMES);
                    }
                }
            }
        }
    }

    private static PlannedCluster plan(String pom, Distribution base) {
        ClusterDefinition definition = Pom.of(pom)
                .with("cluster/certificates/defaultKeys", Miniatures.KEY)
                .read();
        Overlay none = new Overlay(Map.of(), Map.of(), Map.of());
        return SharedKeys.plan(keys -> new ClusterPlanner(keys, TestArtifacts.drivers())
                .plan(definition.cluster(), definition.edits(), definition.libraries(), base, false, node -> none));
    }

    private Path pack(PlannedCluster planned, PlannedNode node, Distribution base) {
        new Staging(folder, "certs").writeStores(planned.nodes());
        new Staging(folder, "configure").write(planned.nodes());
        Path target = folder.resolve(node.node().id() + ".zip");
        NodeArchiver archiver = new NodeArchiver("1", 1, Progress.NONE);
        new Packager(base, folder, Instant.parse("2026-01-01T00:00:00Z"), archiver)
                .pack(List.of(new PackageOrder(node, Format.ZIP, target, false)), planned.excluded());
        return target;
    }

    private static void assertEverythingElseIsTheSame(Home base, Home archive, PlannedNode node) {
        Set<String> changed = node.allPaths();
        Set<String> expected = new TreeSet<>(base.files());
        expected.addAll(changed);
        assertThat(new TreeSet<>(archive.files())).isEqualTo(expected);
        assertThat(node.stores())
                .containsOnlyKeys(
                        SECURITY + "client-truststore.jks", SECURITY + "ei-internal.jks", SECURITY + "ei-tls.jks");
        assertThat(node.paths())
                .isSubsetOf(
                        Layout.AXIS2,
                        Layout.AXIS2_NHTTP,
                        Layout.AXIS2_PT,
                        Layout.CARBON,
                        Layout.REGISTRY,
                        Layout.USER_MGT,
                        Layout.MASTER_DATASOURCES,
                        Layout.CATALINA,
                        Layout.HAZELCAST_PROPERTIES,
                        Layout.IDENTITY,
                        Layout.CIPHER_STANDALONE,
                        Layout.CIPHER_TEXT);
        for (String path : base.files()) {
            if (!changed.contains(path)) {
                assertThat(archive.read(path).orElseThrow())
                        .as(path)
                        .isEqualTo(base.read(path).orElseThrow());
            }
        }
    }

    private static void assertNothingIsLeftToDo(String pom, Distribution archive, PlannedNode before) {
        PlannedNode again = plan(pom, archive).nodes().stream()
                .filter(node -> node.node().id().equals(before.node().id()))
                .findFirst()
                .orElseThrow();
        assertThat(new Differences(new Mask(Set.of())).of(archive, again)).isEmpty();
        assertThat(again.plan().files()).isEmpty();
        assertThat(again.plan().listeners()).isEqualTo(before.plan().listeners());
    }

    private static void assertValues(Home base, Home archive, PlannedNode node, boolean localRegistries)
            throws Exception {
        assertClustering(archive, node);
        Document carbon = parse(archive, Layout.CARBON);
        assertThat(texts(carbon, "/Server/HostName")).containsExactly("ei.wso2.com");
        assertThat(texts(carbon, "/Server/MgtHostName")).containsExactly("ui.ei.wso2.com");
        assertThat(texts(carbon, "/Server/Ports/Offset")).containsExactly("0");
        Document catalina = parse(archive, Layout.CATALINA);
        assertThat(texts(catalina, "//Connector/@proxyPort")).containsExactlyInAnyOrder("80", "443");
        assertThat(texts(catalina, "//Connector[@SSLEnabled='true']/@proxyPort"))
                .containsExactly("443");
        assertThat(texts(catalina, "/Server/Service/Engine/Valve/@className"))
                .containsExactly("org.apache.catalina.valves.RemoteIpValve");
        Document users = parse(archive, Layout.USER_MGT);
        assertThat(texts(users, "/UserManager/Realm/Configuration/Property[@name='dataSource']"))
                .containsExactly("jdbc/WSO2UMDB");
        assertDatasources(base, archive, node, localRegistries);
        assertRegistry(archive);
        assertThat(texts(carbon, "/Server/Security/KeyStore/Location"))
                .containsExactly("${carbon.home}/" + SECURITY + "ei-internal.jks");
        archive.read(Layout.CIPHER_STANDALONE)
                .ifPresent(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .contains("primary.key.location=" + SECURITY + "ei-internal.jks")
                        .doesNotContain("wso2carbon"));
    }

    private static void assertClustering(Home archive, PlannedNode node) throws Exception {
        Document axis2 = parse(archive, Layout.AXIS2);
        assertThat(texts(axis2, "/axisconfig/clustering/@enable")).containsExactly("true");
        assertThat(texts(axis2, CLUSTERING.formatted("domain"))).containsExactly("wso2.ei.domain");
        assertThat(texts(axis2, CLUSTERING.formatted("membershipScheme"))).containsExactly("wka");
        assertThat(texts(axis2, CLUSTERING.formatted("clusteringPattern"))).containsExactly("nonWorkerManager");
        assertThat(texts(axis2, CLUSTERING.formatted("localMemberHost")))
                .containsExactly(node.node().host().orElseThrow());
        assertThat(texts(axis2, CLUSTERING.formatted("localMemberPort"))).containsExactly("4100");
        assertThat(texts(axis2, "//clustering/members/member/hostName"))
                .containsExactly("192.168.57.11", "192.168.57.12");
        assertThat(texts(axis2, "//clustering/members/member/port")).containsExactly("4100", "4100");
        assertThat(texts(axis2, PREFIX.formatted("http"))).containsExactly("http://ei.wso2.com:80");
        assertThat(texts(axis2, PREFIX.formatted("https"))).containsExactly("https://ei.wso2.com:443");
    }

    private static void assertDatasources(Home base, Home archive, PlannedNode node, boolean localRegistries)
            throws Exception {
        Document after = parse(archive, Layout.MASTER_DATASOURCES);
        String url = "//datasource[jndiConfig/name='jdbc/%s']/definition/configuration/%s";
        for (Map.Entry<String, String> shared : Map.of("WSO2RegistryDB", "REGISTRY_DB", "WSO2UMDB", "WSO2_USER_DB")
                .entrySet()) {
            assertThat(texts(after, url.formatted(shared.getKey(), "url")))
                    .hasSize(1)
                    .allMatch(text ->
                            text.startsWith("jdbc:mysql://carbondb.mysql-wso2.com:3306/" + shared.getValue() + "?"));
            assertThat(texts(after, url.formatted(shared.getKey(), "username"))).containsExactly("regadmin");
            assertThat(texts(after, url.formatted(shared.getKey(), "password"))).containsExactly("regpass");
            assertThat(texts(after, url.formatted(shared.getKey(), "defaultAutoCommit")))
                    .containsExactly("false");
        }
        String local = url.formatted("WSO2CarbonDB", "url");
        if (localRegistries) {
            String number = node.node().id().substring("node".length());
            assertThat(texts(after, local))
                    .hasSize(1)
                    .allMatch(text -> text.contains("/REGISTRY_LOCAL" + number + "?"));
        } else {
            assertThat(texts(after, local)).hasSize(1).isEqualTo(texts(parse(base, Layout.MASTER_DATASOURCES), local));
        }
    }

    private static void assertRegistry(Home archive) throws Exception {
        Document registry = parse(archive, Layout.REGISTRY);
        assertThat(texts(registry, "/wso2registry/currentDBConfig")).containsExactly("wso2registry");
        assertThat(texts(registry, "/wso2registry/dbConfig[@name='wso2registry']/dataSource"))
                .containsExactly("jdbc/WSO2CarbonDB");
        assertThat(texts(registry, "/wso2registry/dbConfig[@name='sharedregistry']/dataSource"))
                .containsExactly("jdbc/WSO2RegistryDB");
        assertThat(texts(registry, "/wso2registry/remoteInstance/id")).containsExactly("instanceid");
        assertThat(texts(registry, "/wso2registry/remoteInstance/dbConfig")).containsExactly("sharedregistry");
        assertThat(texts(registry, "/wso2registry/remoteInstance/cacheId")).hasSize(1);
        assertThat(texts(registry, "/wso2registry/mount/@path"))
                .containsExactly("/_system/config", "/_system/governance");
        assertThat(texts(registry, "/wso2registry/mount/targetPath"))
                .containsExactly("/_system/eiconfig", "/_system/governance");
    }

    /** Without namespaces, as the paths above have none. */
    private static Document parse(Home home, String path) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(home.read(path).orElseThrow()));
    }

    private static List<String> texts(Document document, String xpath) throws Exception {
        NodeList nodes =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
