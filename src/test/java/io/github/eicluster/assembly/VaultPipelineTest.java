package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.archive.Format;
import io.github.eicluster.archive.NodeArchiver;
import io.github.eicluster.archive.Progress;
import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.model.NodeVault;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.Home;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.OpenVault;
import io.github.eicluster.testing.Pom;
import io.github.eicluster.testing.SharedKeys;
import io.github.eicluster.testing.StockHomes;
import io.github.eicluster.testing.TestArtifacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Node archives with the vault on, read back without the plugin. */
class VaultPipelineTest {

    private static final String CLUSTER = """
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
                <localRegistry>database</localRegistry>
              </database>
              <admin><serverId>ei-admin</serverId></admin>
              <loadBalancer><type>nginx</type></loadBalancer>
            </cluster>
            """;

    private static final String SECRET_CONF = "conf/security/secret-conf.properties";
    private static final String SVNS = "http://org.wso2.securevault/configuration";

    /** Settings whose readers know no vault, with the shipped passwords in them. */
    private static final Set<String> WITHOUT_ALIAS = Set.of(
            "conf/jndi.properties",
            "conf/log4j.properties",
            "conf/tomcat/tomcat-users.xml",
            "conf/axis2/axis2_client.xml",
            "conf/axis2/axis2_blocking_client.xml");

    /** A setting that is named like a password with one that the vendor ships, in any syntax of the files. */
    private static final Pattern SHIPPED =
            Pattern.compile("(?i)[\\w.-]*pass(?:word)?(?:\"?\\s*[>=]\\s*\"?|\\b[^<>\\n]*>)"
                    + "(?:wso2carbon|admin|password|tomcat|axis2)(?=[\"<\\s])");

    @TempDir
    Path folder;

    static List<Path> homes() {
        return StockHomes.withMiniatures();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void everyAliasDecryptsToTheValueThatTheVaultReplaces(Path home) {
        try (Distribution base = Distribution.open(home)) {
            PlannedCluster vaulted = plan("on", base);
            PlannedCluster clear = plan("off", base);
            for (int i = 0; i < vaulted.nodes().size(); i++) {
                Home with = new ProducedHome(base, vaulted.nodes().get(i));
                Home without = new ProducedHome(base, clear.nodes().get(i));
                NodeVault vault = vaulted.nodes().get(i).plan().vault().orElseThrow();
                Map<String, String> values =
                        OpenVault.of(with, vault.password().reveal()).values();
                Map<String, String> places = OpenVault.places(with);
                assertThat(places).isNotEmpty();
                places.forEach((alias, place) -> {
                    List<Element> found = OpenVault.find(with, place);
                    assertThat(found).as(place).hasSize(1);
                    assertThat(OpenVault.value(with, place)).as(place).isEqualTo("password");
                    assertThat(found.get(0).getAttribute("svns:secretAlias")).isEqualTo(alias);
                    assertThat(found.get(0)
                                    .getOwnerDocument()
                                    .getDocumentElement()
                                    .getAttribute("xmlns:svns"))
                            .isEqualTo(SVNS);
                    assertThat(values.get(alias)).as(alias).isEqualTo(OpenVault.value(without, place));
                });
                assertThat(values.keySet()).isEqualTo(places.keySet());
                assertThat(values)
                        .containsEntry("UserManager.AdminUser.Password", "bosspass")
                        .containsEntry("Datasources.REGISTRY_DB.Configuration.Password", "regpass")
                        .containsEntry("Datasources.WSO2_USER_DB.Configuration.Password", "regpass")
                        .containsEntry("Datasources.WSO2_CARBON_DB.Configuration.Password", "regpass")
                        .containsEntry(
                                "Carbon.Security.KeyStore.Password",
                                vault.password().reveal())
                        .containsKeys(
                                "Axis2.Https.Listener.KeyStore.Password",
                                "Axis2.Https.Listener.KeyStore.KeyPassword",
                                "Axis2.Https.Listener.TrustStore.Password",
                                "Axis2.Https.Sender.KeyStore.Password",
                                "Axis2.Https.Sender.KeyStore.KeyPassword",
                                "Axis2.Https.Sender.TrustStore.Password",
                                "EntitlementSettings.ThirftBasedEntitlementConfig.KeyStore.Password",
                                "remote.task.server.password");
                assertThat(values.containsKey("Carbon.Security.InternalKeyStore.Password"))
                        .isEqualTo(vaulted.version().atLeast(6, 4));
                assertThat(values.containsKey(
                                "Server.Service.Connector.SSLHostConfig.Certificate.certificateKeystorePassword"))
                        .isEqualTo(vaulted.version().atLeast(6, 6));
                assertThat(values.containsKey("Server.Service.Connector.keystorePass"))
                        .isNotEqualTo(vaulted.version().atLeast(6, 6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void noArchiveHoldsAPasswordInClearText(Path home) {
        try (Distribution base = Distribution.open(home)) {
            PlannedCluster planned = plan("on", base);
            Set<String> secrets = Stream.concat(
                            Stream.of("regpass", "bosspass"),
                            planned.nodes().get(0).plan().vault().orElseThrow().secrets().values().stream()
                                    .filter(secret -> secret.reveal().length() > 20)
                                    .map(Secret::reveal))
                    .collect(Collectors.toSet());
            assertThat(secrets).as("with those of both generated key stores").hasSize(4);
            String said = planned.warnings().stream()
                    .filter(problem -> problem.where().equals("cluster/vault"))
                    .map(Problem::message)
                    .collect(Collectors.joining());
            try (Distribution archive = pack(planned, 0, base)) {
                for (String path : archive.files()) {
                    if (path.startsWith("conf/")) {
                        String text = live(path, archive);
                        secrets.forEach(secret -> assertThat(text).as(path).doesNotContain(secret));
                        Matcher shipped = SHIPPED.matcher(aliasesRemoved(text));
                        while (shipped.find()) {
                            assertThat(WITHOUT_ALIAS)
                                    .as(path + ": " + shipped.group())
                                    .contains(path);
                            assertThat(said).contains(path);
                        }
                    }
                }
            }
            assertThat(planned.nodes().get(0).clearSecretCount()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void anotherBuildChangesNoByte(Path home) {
        try (Distribution base = Distribution.open(home)) {
            PlannedCluster first = plan("on", base);
            PlannedCluster second = plan("on", base);

            for (int i = 0; i < first.nodes().size(); i++) {
                Map<String, byte[]> again = second.nodes().get(i).plan().files();
                first.nodes()
                        .get(i)
                        .plan()
                        .files()
                        .forEach((path, bytes) ->
                                assertThat(again.get(path)).as(path).isEqualTo(bytes));
            }
        }
    }

    /** A node of ours as the distribution: its key is known, and so are all values. */
    @ParameterizedTest
    @MethodSource("homes")
    void theVaultOfABaseIsOpenedAndClosedAgain(Path home) {
        try (Distribution base = Distribution.open(home)) {
            Home archive = new ProducedHome(base, plan("on", base).nodes().get(0));
            Home plain = new ProducedHome(base, plan("off", base).nodes().get(0));
            try (Distribution vaulted = Distribution.open(write(archive))) {
                assertThat(plan("on", vaulted).nodes().get(0).plan().files()).isEmpty();

                PlannedCluster off = plan("off", vaulted);
                Home opened = new ProducedHome(vaulted, off.nodes().get(0));
                OpenVault.places(archive)
                        .forEach((alias, place) -> assertThat(OpenVault.value(opened, place))
                                .as(place)
                                .isEqualTo(OpenVault.value(plain, place)));
                assertThat(OpenVault.properties(opened, SECRET_CONF)).isEmpty();
                assertThat(OpenVault.places(opened)).isEqualTo(OpenVault.places(plain));
                OpenVault.properties(opened, "conf/security/cipher-text.properties")
                        .forEach((alias, text) -> assertThat(text)
                                .isEqualTo("["
                                        + OpenVault.value(
                                                opened, OpenVault.places(opened).get(alias)) + "]"));
                assertThat(text(opened, "conf/carbon.xml")).doesNotContain("secretAlias");
                assertThat(off.warnings().stream().map(Problem::text))
                        .anyMatch(warning -> warning.contains("written in clear text again"));
            }
        }
    }

    private Path write(Home home) {
        Path root = folder.resolve(home.root());
        home.files().forEach(path -> {
            try {
                Files.createDirectories(root.resolve(path).getParent());
                Files.write(root.resolve(path), home.read(path).orElseThrow());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return root;
    }

    private PlannedCluster plan(String mode, Distribution base) {
        ClusterDefinition definition = Pom.of(CLUSTER)
                .with("cluster/certificates/defaultKeys", Miniatures.KEY)
                .with("cluster/vault/mode", mode)
                .read();
        Overlay none = new Overlay(Map.of(), Map.of(), Map.of());
        return SharedKeys.plan(keys -> new ClusterPlanner(keys, TestArtifacts.drivers())
                .plan(definition.cluster(), definition.edits(), definition.libraries(), base, false, node -> none));
    }

    private Distribution pack(PlannedCluster planned, int index, Distribution base) {
        PlannedNode node = planned.nodes().get(index);
        new Staging(folder, "certs").writeStores(planned.nodes());
        new Staging(folder, "configure").write(planned.nodes());
        Path target = folder.resolve(node.node().id() + ".zip");
        new Packager(base, folder, Instant.parse("2026-01-01T00:00:00Z"), new NodeArchiver("1", 1, Progress.NONE))
                .pack(List.of(new PackageOrder(node, Format.ZIP, target, false)), planned.excluded());
        return Distribution.open(target);
    }

    private static String text(Home home, String path) {
        return new String(home.read(path).orElseThrow(), StandardCharsets.ISO_8859_1);
    }

    /** Without comments. */
    private static String live(String path, Home home) {
        String text = text(home, path);
        return path.endsWith(".xml") ? text.replaceAll("(?s)<!--.*?-->", "") : text.replaceAll("(?m)^\\s*#.*$", "");
    }

    private static String aliasesRemoved(String text) {
        return text.replaceAll("svns:secretAlias=\"[^\"]*\">password<", "/><").replaceAll("\"password\"", "\"\"");
    }
}
