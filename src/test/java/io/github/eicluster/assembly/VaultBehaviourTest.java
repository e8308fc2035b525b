package io.github.eicluster.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.archive.Distribution;
import io.github.eicluster.certs.CertificatePlanner;
import io.github.eicluster.certs.CertificateStore;
import io.github.eicluster.certs.Renewal;
import io.github.eicluster.config.ClusterDefinition;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.NodeVault;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.Home;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.OpenVault;
import io.github.eicluster.testing.Pom;
import io.github.eicluster.testing.SharedKeys;
import io.github.eicluster.testing.TestArtifacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vault does with edits, overlays, templates, values of its own, and everything that cannot be in it. */
class VaultBehaviourTest {

    private static final Pom CLUSTER = Pom.of("""
                    <cluster>
                      <hostName>ei.wso2.com</hostName>
                      <nodes><node><id>node1</id><host>192.168.57.11</host></node></nodes>
                      <database><type>mysql</type><host>db</host><serverId>ei-db</serverId></database>
                      <loadBalancer><type>external</type></loadBalancer>
                      <vault><mode>on</mode></vault>
                    </cluster>
                    """).with("cluster/certificates/defaultKeys", Miniatures.KEY);

    private static final String TASKS = "conf/etc/tasks-config.xml";
    private static final String CONF = """
            carbon.secretProvider=x
            secretRepositories=file
            keystore.identity.location=repository/resources/security/wso2carbon.jks
            keystore.identity.type=JKS
            keystore.identity.alias=wso2carbon
            """;

    private static final String TEMPLATE_SECRET = "s3cret-of-the-template";

    @Test
    void whatAnEditWritesIntoAKnownPlaceIsEncryptedToo() {
        Made made = make(
                "6.6.0",
                CLUSTER.with("edits/edit/file", TASKS)
                        .with("edits/edit/xpath", "/tasks-configuration/remoteServerPassword")
                        .with("edits/edit/serverId", "ei-broker"));

        assertThat(made.values()).containsEntry("remote.task.server.password", "mqpass");
        assertThat(made.text(TASKS)).doesNotContain("mqpass");
        assertThat(made.node().clearSecrets()).doesNotContainKey(TASKS);
    }

    @Test
    void whatAnEditWritesElsewhereStaysAndIsReported() {
        Made made = make(
                "6.6.0",
                CLUSTER.with("edits/edit/file", "conf/synapse.properties")
                        .with("edits/edit/property", "my.broker.login")
                        .with("edits/edit/serverId", "ei-broker"));

        assertThat(made.text("conf/synapse.properties")).contains("my.broker.login=mqpass");
        assertThat(made.warning()).contains("conf/synapse.properties (a password of the cluster)");
        assertThat(made.node().clearSecrets()).containsExactly(Map.entry("conf/synapse.properties", 1));
    }

    /** Up to 6.5 an element has one alias, that of its first password. */
    @Test
    void theSecondPasswordOfAConnectorStaysAndIsReported() {
        Made made = make("6.4.0", CLUSTER, catalina("truststorePass=\"trust-in-clear\" keystorePass="));

        assertThat(made.text("conf/tomcat/catalina-server.xml")).contains("trust-in-clear");
        assertThat(made.warning())
                .containsPattern("conf/tomcat/catalina-server.xml line \\d+ \\(truststorePass\\)")
                .doesNotContain("(keystorePass)");
    }

    private static Overlay catalina(String attributes) {
        try {
            String text = Files.readString(Miniatures.home("6.4.0").resolve("conf/tomcat/catalina-server.xml"));
            assertThat(text).contains("keystorePass=");
            return overlay(
                    Map.of("conf/tomcat/catalina-server.xml", text.replace("keystorePass=", attributes)), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that is named does not hide another one in the same file. */
    @Test
    void aSecretBesideANamedOneIsReportedToo() {
        Made made = make(
                "6.4.0",
                CLUSTER.with("cluster/membership/serverId", "ei-group")
                        .with("edits/edit/file", "conf/axis2/axis2.xml")
                        .with("edits/edit/xpath", "/axisconfig/parameter[@name='hotdeployment']")
                        .with("edits/edit/serverId", "ei-broker"));

        assertThat(made.warning())
                .containsPattern("conf/axis2/axis2.xml line \\d+ \\(groupPassword\\)")
                .contains("conf/axis2/axis2.xml (a password of the cluster)");
    }

    @Test
    void theGroupPasswordHasNoAliasAndIsReportedByName() {
        Made made = make("6.4.0", CLUSTER.with("cluster/membership/serverId", "ei-group"));

        assertThat(made.text("conf/axis2/axis2.xml")).contains(">grouppass<");
        assertThat(made.warning())
                .containsPattern("conf/axis2/axis2.xml line \\d+ \\(groupPassword\\)")
                .containsPattern("conf/jndi.properties line \\d+ \\(connectionfactory");
        assertThat(made.node().clearSecretCount()).isEqualTo(1);
    }

    @Test
    void aTemplatesSecretInAKnownPlaceIsEncryptedAndElsewhereReported() {
        String tasks = "<tasks-configuration><remoteServerPassword>" + TEMPLATE_SECRET
                + "</remoteServerPassword></tasks-configuration>";
        Overlay overlay = overlay(
                Map.of(TASKS, tasks, "conf/own.txt", "login " + TEMPLATE_SECRET + "\n"),
                Map.of(TASKS, List.of(secret(TEMPLATE_SECRET)), "conf/own.txt", List.of(secret(TEMPLATE_SECRET))));

        Made made = make("6.6.0", CLUSTER, overlay);

        assertThat(made.values()).containsEntry("remote.task.server.password", TEMPLATE_SECRET);
        assertThat(made.text(TASKS)).doesNotContain(TEMPLATE_SECRET);
        assertThat(made.warning()).contains("conf/own.txt (a password of the cluster)");
        assertThat(made.node().clearSecrets()).containsExactly(Map.entry("conf/own.txt", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a]b",
                "[a]",
                "k=v:w",
                "back\\slash",
                "a&amp;b&lt;c>",
                "\"q\" 'r'",
                "Schlüssel-ß",
                " blanks ",
                "a,b"
            })
    void anyPasswordOfAFileComesBack(String escaped) {
        Overlay overlay = overlay(
                Map.of(
                        TASKS,
                        "<tasks-configuration><remoteServerPassword>" + escaped
                                + "</remoteServerPassword></tasks-configuration>"),
                Map.of());

        assertThat(make("6.6.0", CLUSTER, overlay).values())
                .containsEntry(
                        "remote.task.server.password",
                        escaped.replace("&lt;", "<").replace("&amp;", "&"));
    }

    @Test
    void aPasswordThatIsTooLongIsAMistakeWithItsPlace() {
        String longest = "x".repeat(limit());
        Made made = make("6.6.0", CLUSTER, tasks(longest));
        assertThat(made.values()).containsEntry("remote.task.server.password", longest);

        assertThatThrownBy(() -> make("6.6.0", CLUSTER, tasks(longest + "y")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining(TASKS + " line 1: has a password that is longer than " + limit() + " bytes")
                .hasMessageNotContaining("xxx");
    }

    @Test
    void oneNameForTwoPasswordsIsAMistake() {
        Pom other = CLUSTER.with("edits/edit/file", "conf/tomcat/catalina-server.xml")
                .with("edits/edit/xpath", "/Server/Service")
                .with("edits/edit/insert", "<Connector port=\"9444\" keystorePass=\"another\"/>");

        assertThatThrownBy(() -> make("6.4.0", other))
                .hasMessageContaining("has another password than conf/tomcat/catalina-server.xml line ")
                .hasMessageContaining("Server.Service.Connector.keystorePass")
                .hasMessageNotContaining("another\"");
    }

    /** Up to 6.5 the server would give the sender the other's password; in 6.6 it reads the name at the place. */
    @Test
    void whereAnyNameServesTwoPasswordsGetTwoNames() {
        Pom other = CLUSTER.with("edits/edit/file", "conf/axis2/axis2.xml")
                .with("edits/edit/xpath", "/axisconfig")
                .with(
                        "edits/edit/insert",
                        "<transportSender name=\"other\" class=\"x\"><parameter name=\"truststore\"><TrustStore>"
                                + "<Password>another</Password></TrustStore></parameter></transportSender>");

        Made made = make("6.6.0", other);
        assertThat(made.values()).containsEntry("Axis2.Https.Sender.TrustStore.Password-2", "another");
        assertThat(OpenVault.places(made.home()).get("Axis2.Https.Sender.TrustStore.Password-2"))
                .satisfies(
                        place -> assertThat(OpenVault.find(made.home(), place)).hasSize(1));

        assertThatThrownBy(() -> make("6.4.0", other))
                .hasMessageContaining("Axis2.Https.Sender.TrustStore.Password in the secure vault");
    }

    @Test
    void aValueOfThePomTakesItsPlaceInAFileOrNone() {
        Made made = make(
                "6.6.0",
                CLUSTER.with(
                        "cluster/vault/secrets",
                        "<secret><alias>task.user</alias><file>" + TASKS + "</file>"
                                + "<path>/tasks-configuration/remoteServerUsername</path></secret>"
                                + "<secret><alias>broker.password</alias><serverId>ei-broker</serverId></secret>"
                                + "<secret><alias>my.own.name</alias><file>" + TASKS + "</file>"
                                + "<path>/tasks-configuration/remoteServerPassword</path>"
                                + "<serverId>ei-other</serverId></secret>"));

        assertThat(made.values())
                .containsEntry("task.user", "admin")
                .containsEntry("broker.password", "mqpass")
                .containsEntry("my.own.name", "otherpass")
                .doesNotContainKey("remote.task.server.password");
        assertThat(OpenVault.places(made.home()))
                .containsEntry("task.user", TASKS + "//tasks-configuration/remoteServerUsername,false")
                .doesNotContainKey("broker.password");
    }

    @Test
    void aValueOfThePomThatFindsNothingIsAMistake() {
        assertThatThrownBy(() -> make(
                        "6.6.0",
                        CLUSTER.with(
                                "cluster/vault/secrets",
                                "<secret><alias>a</alias><file>conf/none.xml</file><path>/a</path></secret>"
                                        + "<secret><alias>b</alias><file>" + TASKS
                                        + "</file><path>/tasks-configuration/none</path></secret>")))
                .hasMessageContaining(
                        "cluster/vault/secrets/secret[1]: the file conf/none.xml is neither in the distribution")
                .hasMessageContaining("cluster/vault/secrets/secret[2]: '/tasks-configuration/none' names no element");
    }

    @Test
    void anotherNameThanTheOneThatTheServerAsksForIsAMistakeUpTo65() {
        Pom pom = CLUSTER.with(
                "cluster/vault/secrets",
                "<secret><alias>my.admin</alias><file>conf/user-mgt.xml</file>"
                        + "<path>/UserManager/Realm/Configuration/AdminUser/Password</path></secret>");

        assertThatThrownBy(() -> make("6.4.0", pom))
                .hasMessageContaining(
                        "'my.admin' is never asked for: EI 6.4.0 knows this value as UserManager.AdminUser.Password");
        assertThat(make("6.6.0", pom).values()).containsEntry("my.admin", "admin");
    }

    @Test
    void linesInBracketsThatATeamAddedAreEncryptedToo() {
        Overlay overlay = overlay(
                Map.of(
                        "conf/security/cipher-text.properties",
                        "team.alias=[tea=m]\nUserManager.AdminUser.Password=[old]\n"),
                Map.of());

        Map<String, String> values = make("6.6.0", CLUSTER, overlay).values();

        assertThat(values)
                .containsEntry("team.alias", "tea=m")
                .containsEntry("UserManager.AdminUser.Password", "admin");
    }

    @Test
    void anEarlierLineOfTheSameNameGoes() {
        Overlay overlay = overlay(
                Map.of("conf/security/cipher-text.properties", "team.alias=[older]\nteam.alias=[newer]\n"), Map.of());

        Made made = make("6.6.0", CLUSTER, overlay);

        assertThat(made.values()).containsEntry("team.alias", "newer");
        assertThat(made.text("conf/security/cipher-text.properties"))
                .doesNotContain("older")
                .containsOnlyOnce("team.alias=");
    }

    @Test
    void aPlaceThatNamesAnAliasGetsItsValueFromThePom() {
        String tasks = "<tasks-configuration xmlns:svns=\"http://org.wso2.securevault/configuration\">"
                + "<remoteServerPassword svns:secretAlias=\"my.tasks\">password</remoteServerPassword>"
                + "</tasks-configuration>";

        assertThatThrownBy(() -> make("6.6.0", CLUSTER, overlay(Map.of(TASKS, tasks), Map.of())))
                .hasMessageContaining("names 'my.tasks' of the secure vault, which");
        assertThat(make(
                                "6.6.0",
                                CLUSTER.with(
                                        "cluster/vault/secrets",
                                        "<secret><alias>my.tasks</alias><serverId>ei-broker</serverId></secret>"),
                                overlay(Map.of(TASKS, tasks), Map.of()))
                        .values())
                .containsEntry("my.tasks", "mqpass");
    }

    /** The datasource reader's own encryption is no alias. */
    @Test
    void aPasswordThatADatasourceHasEncryptedItselfStays() {
        String datasources = "<datasources-configuration><datasources><datasource><name>OWN</name>"
                + "<definition type=\"RDBMS\"><configuration><password encrypted=\"true\">c2VjcmV0</password>"
                + "</configuration></definition></datasource></datasources></datasources-configuration>";

        Made made =
                make("6.6.0", CLUSTER, overlay(Map.of("conf/datasources/own-datasources.xml", datasources), Map.of()));

        assertThat(made.text("conf/datasources/own-datasources.xml")).isEqualTo(datasources);
    }

    @Test
    void aLineThatAnotherKeyHasEncryptedIsAMistake() {
        Overlay overlay = overlay(
                Map.of("conf/security/cipher-text.properties", "team.alias=" + "QUJD".repeat(60) + "\n"), Map.of());

        assertThatThrownBy(() -> make("6.6.0", CLUSTER, overlay))
                .hasMessageContaining(
                        "cipher-text.properties (EI 6.6.0, overlay):1: 'team.alias' is encrypted with another key");
    }

    @Test
    void theKeyOfABaseThatKeepsItsStoresEncrypts() {
        Made made = make(
                "6.6.0", CLUSTER.without("cluster/certificates/defaultKeys").with("cluster/certificates/mode", "none"));

        assertThat(made.node().stores()).isEmpty();
        assertThat(made.vault().keystore()).isEqualTo("repository/resources/security/wso2carbon.jks");
        assertThat(made.vault().password().reveal()).isEqualTo("wso2carbon");
        assertThat(made.values()).containsEntry("Carbon.Security.InternalKeyStore.KeyPassword", "wso2carbon");
    }

    @Test
    void aKeyWithAPasswordOfItsOwnIsAMistake() {
        Pom pom = CLUSTER.without("cluster/certificates/defaultKeys")
                .with("cluster/certificates/mode", "none")
                .with("edits/edit/file", "conf/carbon.xml")
                .with("edits/edit/xpath", "/Server/Security/KeyStore/KeyPassword")
                .with("edits/edit/value", "its-own");

        assertThatThrownBy(() -> make("6.4.0", pom))
                .hasMessageContaining("has a key with a password of its own")
                .hasMessageNotContaining("its-own");
        // From 6.5 on the internal key store encrypts.
        assertThat(make("6.6.0", pom).values()).containsEntry("Carbon.Security.KeyStore.KeyPassword", "its-own");
    }

    @Test
    void theVersionBeforeTheStandaloneFileGetsOne() {
        Made made = make("6.0.0", CLUSTER);

        assertThat(OpenVault.properties(made.home(), "conf/cipher-standalone-config.properties"))
                .containsEntry("primary.key.location", "repository/resources/security/ei-internal.jks")
                .containsEntry("primary.key.alias", "ei-internal")
                .containsEntry("cipher.tool.properties.file", "conf/security/cipher-tool.properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.0.0", "6.4.0", "6.6.0"})
    void theVaultIsSwitchedOnWithPathsBelowTheHome(String version) {
        Map<Object, Object> conf =
                OpenVault.properties(make(version, CLUSTER).home(), "conf/security/secret-conf.properties");

        assertThat(conf)
                .containsEntry("secretRepositories.file.location", "conf/security/cipher-text.properties")
                .containsEntry("keystore.identity.location", "repository/resources/security/ei-internal.jks")
                .containsEntry("keystore.identity.alias", "ei-internal")
                .containsEntry("keystore.identity.store.password", "identity.store.password");
        assertThat(conf.containsKey("secVault.enabled")).isEqualTo(version.equals("6.6.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.4.0", "6.6.0"})
    void withTheOtherPaddingTheServerIsToldHowToDecrypt(String version) {
        Made pkcs1 = make(version, CLUSTER);
        Made oaep = make(version, CLUSTER.with("cluster/vault/padding", "oaep"));

        assertThat(OpenVault.properties(oaep.home(), "conf/security/secret-conf.properties"))
                .containsEntry("secretRepositories.file.algorithm", "RSA/ECB/OAEPwithSHA1andMGF1Padding");
        assertThat(OpenVault.properties(pkcs1.home(), "conf/security/secret-conf.properties"))
                .doesNotContainKey("secretRepositories.file.algorithm");
        assertThat(oaep.values().keySet()).isEqualTo(pkcs1.values().keySet());
        assertThat(oaep.values()).containsEntry("Datasources.REGISTRY_DB.Configuration.Password", "regpass");
    }

    @Test
    void aToolThatDoesNotKnowTheOtherPaddingIsAMistake() {
        assertThatThrownBy(() -> make("6.0.0", CLUSTER.with("cluster/vault/padding", "oaep")))
                .hasMessageContaining(
                        "cluster/vault/padding: 'oaep' needs EI 6.4 or later, and the distribution is EI 6.0.0");
    }

    /** The tool would stop at a place that is not there. */
    @Test
    void aShippedAliasWithoutItsPlaceIsDropped() {
        Pom pom = CLUSTER.with("edits/edit/file", "conf/tomcat/catalina-server.xml")
                .with("edits/edit/xpath", "/Server/Service/Connector[@keystorePass]")
                .with("edits/edit/remove", "true");

        Home home = make("6.4.0", pom).home();

        assertThat(OpenVault.places(home)).doesNotContainKey("Server.Service.Connector.keystorePass");
        assertThat(OpenVault.properties(home, "conf/security/cipher-text.properties"))
                .doesNotContainKey("Server.Service.Connector.keystorePass");
    }

    @Test
    void aNewInternalKeyEncryptsEverythingAnewAndTheOldTextsAreGone(@TempDir Path folder) {
        Pom pom = CLUSTER.with("cluster/certificates/keySize", "2048");
        Made before = make(pom, folder, Renewal.NONE);
        Made again = make(pom, folder, Renewal.NONE);
        Made after = make(pom, folder, new Renewal(false, Set.of(Renewal.Key.INTERNAL)));

        assertThat(again.texts()).isEqualTo(before.texts());
        assertThat(after.texts().keySet()).isEqualTo(before.texts().keySet());
        assertThat(after.texts().values())
                .doesNotContainAnyElementsOf(before.texts().values());
        assertThat(after.values()).isEqualTo(before.values());
    }

    /** The key of the miniatures has the vendor's password, which everybody knows. */
    @Test
    void aHomeThatTheVendorsToolHasEncryptedIsEncryptedAnewWithTheKeyOfTheCluster() throws Exception {
        Made made = make("6.6.0", CLUSTER, encrypted("typed-in-by-hand", vendorKey()));

        assertThat(made.values()).containsEntry("UserManager.AdminUser.Password", "typed-in-by-hand");
        assertThat(made.vault().keystore()).endsWith("ei-internal.jks");
    }

    @Test
    void aHomeThatTheVendorsToolHasEncryptedGetsItsPasswordsBackWithTheVaultOff() throws Exception {
        Made made =
                make("6.6.0", CLUSTER.with("cluster/vault/mode", "off"), encrypted("typed-in-by-hand", vendorKey()));

        assertThat(made.text("conf/user-mgt.xml"))
                .contains("<Password>typed-in-by-hand</Password>")
                .doesNotContain("secretAlias");
        assertThat(OpenVault.properties(made.home(), "conf/security/secret-conf.properties"))
                .isEmpty();
        assertThat(made.warnings().stream().map(Problem::text))
                .anyMatch(text -> text.contains("was opened, and its values (1) are written in clear text again"));
    }

    @Test
    void aValueThatNobodyKnowsStaysEncryptedWithTheVaultOffAndIsNamed() throws Exception {
        Made made = make("6.6.0", CLUSTER.with("cluster/vault/mode", "off"), encrypted("unknown", anyKey()));

        assertThat(made.text("conf/user-mgt.xml")).contains("svns:secretAlias=\"UserManager.AdminUser.Password\"");
        assertThat(OpenVault.properties(made.home(), "conf/security/secret-conf.properties"))
                .containsEntry("secretRepositories", "file");
        assertThat(made.warnings().stream().map(Problem::text))
                .anyMatch(text -> text.contains("stays on for UserManager.AdminUser.Password: the key that decrypts"));
    }

    @Test
    void aValueThatNobodyKnowsIsAMistakeUnlessThePomGivesIt() {
        assertThatThrownBy(() -> make("6.6.0", CLUSTER, encrypted("unknown", anyKey())))
                .hasMessageContaining("'UserManager.AdminUser.Password' is encrypted with another key");

        Pom given = CLUSTER.with(
                "cluster/vault/secrets",
                "<secret><alias>UserManager.AdminUser.Password</alias><serverId>ei-admin</serverId></secret>");
        assertThatCode(() -> assertThat(make("6.6.0", given, encrypted("unknown", anyKey()))
                                .values())
                        .containsEntry("UserManager.AdminUser.Password", "bosspass"))
                .doesNotThrowAnyException();
    }

    @Test
    void whatAVaultHoldsIsKnownAsASecretWhetherItIsOnOrOff() throws Exception {
        Made off = make("6.6.0", CLUSTER.with("cluster/vault/mode", "off"), encrypted("typed-in-by-hand", vendorKey()));
        Made on = make(
                "6.6.0",
                CLUSTER.with(
                        "cluster/vault/secrets",
                        "<secret><alias>task.user</alias><file>" + TASKS + "</file>"
                                + "<path>/tasks-configuration/remoteServerAddress</path></secret>"));

        assertThat(off.node().plan().secrets()).extracting(Secret::reveal).contains("typed-in-by-hand");
        assertThat(on.node().plan().secrets())
                .extracting(Secret::reveal)
                .contains(on.values().get("task.user"));
    }

    @Test
    void aPlanDoesNotPrintWhatTheVaultHolds() {
        Made made = make("6.6.0", CLUSTER);

        assertThat(made.node().plan().vault().toString())
                .contains("Carbon.Security.KeyStore.Password=***")
                .doesNotContain("regpass");
    }

    /** A home whose administrator is in a vault that the vendor's tool has made. */
    private static Overlay encrypted(String password, PublicKey key) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        String text = Base64.getEncoder().encodeToString(cipher.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        String users = Files.readString(Miniatures.home("6.6.0").resolve("conf/user-mgt.xml"))
                .replace("<UserManager>", "<UserManager xmlns:svns=\"http://org.wso2.securevault/configuration\">")
                .replace(
                        "<Password>admin</Password>",
                        "<Password svns:secretAlias=\"UserManager.AdminUser.Password\">password</Password>");
        assertThat(users).contains("svns:secretAlias");
        return overlay(
                Map.of(
                        "conf/user-mgt.xml",
                        users,
                        "conf/security/cipher-text.properties",
                        "UserManager.AdminUser.Password=" + text + "\n",
                        "conf/security/secret-conf.properties",
                        CONF),
                Map.of());
    }

    private static PublicKey vendorKey() throws Exception {
        Path store = Miniatures.home("6.6.0").resolve("repository/resources/security/wso2carbon.jks");
        return KeyStore.getInstance(store.toFile(), "wso2carbon".toCharArray())
                .getCertificate("wso2carbon")
                .getPublicKey();
    }

    private static PublicKey anyKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return generator.generateKeyPair().getPublic();
    }

    private static Made make(Pom pom, Path keys, Renewal renewal) {
        ClusterDefinition definition = pom.read();
        Distribution base = Distribution.open(Miniatures.home("6.6.0"));
        Overlay none = overlay(Map.of(), Map.of());
        try (CertificateStore store = CertificateStore.open(keys)) {
            PlannedCluster planned = new ClusterPlanner(
                            new CertificatePlanner(store, keys, Instant.parse("2026-11-23T12:00:00Z"), renewal, false),
                            TestArtifacts.drivers())
                    .plan(definition.cluster(), definition.edits(), definition.libraries(), base, false, node -> none);
            store.commit();
            PlannedNode node = planned.nodes().get(0);
            return new Made(node, new ProducedHome(base, node), planned.warnings());
        }
    }

    private static int limit() {
        return OpenVault.of(
                                        make("6.6.0", CLUSTER).home(),
                                        make("6.6.0", CLUSTER)
                                                .vault()
                                                .password()
                                                .reveal())
                                .bits()
                        / 8
                - 11;
    }

    private static Overlay tasks(String password) {
        return overlay(
                Map.of(
                        TASKS,
                        "<tasks-configuration><remoteServerPassword>" + password
                                + "</remoteServerPassword></tasks-configuration>"),
                Map.of());
    }

    private static Overlay overlay(Map<String, String> texts, Map<String, List<Secret>> secrets) {
        return new Overlay(
                Map.of(),
                texts.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().getBytes(StandardCharsets.UTF_8))),
                secrets);
    }

    private static Secret secret(String value) {
        return new Secret(value, Secret.Source.SETTINGS);
    }

    private static Made make(String version, Pom pom) {
        return make(version, pom, overlay(Map.of(), Map.of()));
    }

    private static Made make(String version, Pom pom, Overlay overlay) {
        ClusterDefinition definition = pom.read();
        Distribution base = Distribution.open(Miniatures.home(version));
        PlannedCluster planned = SharedKeys.plan(keys -> new ClusterPlanner(keys, TestArtifacts.drivers())
                .plan(definition.cluster(), definition.edits(), definition.libraries(), base, false, node -> overlay));
        PlannedNode node = planned.nodes().get(0);
        return new Made(node, new ProducedHome(base, node), planned.warnings());
    }

    private record Made(PlannedNode node, Home home, List<Problem> warnings) {

        NodeVault vault() {
            return node.plan().vault().orElseThrow();
        }

        Map<String, String> values() {
            return OpenVault.of(home, vault().password().reveal()).values();
        }

        String text(String path) {
            return new String(home.read(path).orElseThrow(), StandardCharsets.UTF_8);
        }

        Map<Object, Object> texts() {
            return OpenVault.properties(home, "conf/security/cipher-text.properties");
        }

        String warning() {
            return warnings.stream()
                    .filter(problem -> problem.where().equals("cluster/vault"))
                    .map(Problem::text)
                    .collect(Collectors.joining("\n"));
        }
    }
}
