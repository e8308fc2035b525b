package io.github.eicluster.node;

import static io.github.eicluster.node.SharedData.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Registry;
import io.github.eicluster.product.Layout;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryMountsTest {

    private static final String SHIPPED = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <wso2registry>

                <currentDBConfig>wso2registry</currentDBConfig>
                <readOnly>false</readOnly>

                <dbConfig name="wso2registry">
                    <dataSource>jdbc/WSO2CarbonDB</dataSource>
                </dbConfig>

                <!--remoteInstance url="https://localhost:9443/registry">
                    <id>instanceid</id>
                    <username>username</username>
                </remoteInstance-->

                <!--mount path="/_system/config" overwrite="true|false|virtual">
                    <instanceId>instanceid</instanceId>
                </mount-->

                <handler class="some.Handler"/>
            </wso2registry>
            """;

    private static final String CONFIGURED = """
            <wso2registry>
                <currentDBConfig>wso2registry</currentDBConfig>
                <dbConfig name="wso2registry">
                    <dataSource>jdbc/WSO2CarbonDB</dataSource>
                </dbConfig>
                <dbConfig name="mine">
                    <dataSource> jdbc/Other </dataSource>
                </dbConfig>
                <remoteInstance url="https://elsewhere/registry">
                    <id>first</id>
                    <dbConfig>mine</dbConfig>
                    <username>u</username>
                    <password>p</password>
                    <readOnly>true</readOnly>
                </remoteInstance>
                <remoteInstance url="https://foreign/registry">
                    <id>foreign</id>
                </remoteInstance>
                <mount path="/foreign" overwrite="virtual">
                    <instanceId>foreign</instanceId>
                    <targetPath>/x</targetPath>
                </mount>
                <mount path="/_system/config" overwrite="virtual">
                    <instanceId>first</instanceId>
                    <targetPath>/_system/nodes</targetPath>
                </mount>
            </wso2registry>
            """;

    private final SharedData data = new SharedData();

    @Test
    void newElementsStandWithTheirKind() {
        assertThat(result(SHIPPED)).isEqualTo(SHIPPED.replace("""
                    <dataSource>jdbc/WSO2CarbonDB</dataSource>
                </dbConfig>
            """.indent(0), """
                    <dataSource>jdbc/WSO2CarbonDB</dataSource>
                </dbConfig>
                <dbConfig name="wso2sharedregistry">
                    <dataSource>jdbc/WSO2RegistryDB</dataSource>
                </dbConfig>
                <remoteInstance url="https://localhost:9443/registry">
                    <id>instanceid</id>
                    <dbConfig>wso2sharedregistry</dbConfig>
                    <readOnly>false</readOnly>
                    <enableCache>true</enableCache>
                    <registryRoot>/</registryRoot>
                    <cacheId>regadmin@jdbc:mysql://db:3306/REGISTRY_DB?autoReconnect=true&amp;useSSL=true</cacheId>
                </remoteInstance>
                <mount path="/_system/config" overwrite="true">
                    <instanceId>instanceid</instanceId>
                    <targetPath>/_system/config</targetPath>
                </mount>
                <mount path="/_system/governance" overwrite="true">
                    <instanceId>instanceid</instanceId>
                    <targetPath>/_system/governance</targetPath>
                </mount>
            """.indent(0)));
        assertThat(data.problems()).isEmpty();
    }

    @Test
    void carriageReturnsAndTabsAreKept() {
        String windows = SHIPPED.replace("    ", "\t").replace("\n", "\r\n");
        String result = result(windows);
        assertThat(result.replace("\r\n", "")).doesNotContain("\n");
        assertThat(result).contains("\r\n\t<dbConfig name=\"wso2sharedregistry\">\r\n\t\t<dataSource>");
    }

    @Test
    void applyingAgainChangesNothing() {
        for (String base : List.of(SHIPPED, CONFIGURED, SHIPPED.replace("\n", "\r\n"))) {
            result(base);
            data.settle().apply(new RegistryMounts());
            assertThat(data.files().changed()).isEmpty();
            assertThat(data.problems()).isEmpty();
        }
    }

    @Test
    void anExistingMountKeepsItsInstanceAndItsDbConfig() {
        String result = result(CONFIGURED);
        xml(result).valueByXPath("//mount[@path='/_system/config']/instanceId").isEqualTo("first");
        xml(result).valueByXPath("//mount[@path='/_system/config']/@overwrite").isEqualTo("true");
        xml(result).valueByXPath("//remoteInstance[id='first']/dbConfig").isEqualTo("mine");
        xml(result).valueByXPath("//remoteInstance[id='first']/readOnly").isEqualTo("false");
        xml(result)
                .valueByXPath("//remoteInstance[id='first']/cacheId")
                .isEqualTo("regadmin@jdbc:mysql://db:3306/REGISTRY_DB?autoReconnect=true&useSSL=true");
        xml(result).valueByXPath("//dbConfig[@name='mine']/dataSource").isEqualTo("jdbc/WSO2RegistryDB");
        xml(result)
                .valueByXPath("//mount[@path='/_system/governance']/instanceId")
                .isEqualTo("instanceid");
        xml(result).valueByXPath("//remoteInstance[id='instanceid']/dbConfig").isEqualTo("wso2sharedregistry");
    }

    @Test
    void foreignElementsStayByteForByte() {
        String foreign = CONFIGURED.substring(
                CONFIGURED.indexOf("    <remoteInstance url=\"https://foreign"),
                CONFIGURED.indexOf("    <mount path=\"/_system"));
        assertThat(result(CONFIGURED)).contains(foreign.substring(0, foreign.indexOf("    <mount")));
        assertThat(result(CONFIGURED)).contains(foreign.substring(foreign.indexOf("    <mount")));
        assertThat(result(CONFIGURED)).contains("url=\"https://elsewhere/registry\"");
    }

    @Test
    void userNameAndPasswordOfARemoteMountAreRemovedAndReported() {
        String result = result(CONFIGURED);
        assertThat(result).doesNotContain("<username>").doesNotContain("<password>");
        assertThat(data.problems())
                .anyMatch(text -> text.contains("remoteInstance 'first' had a user name or password"));
    }

    @Test
    void aChangedTargetPathIsReported() {
        result(CONFIGURED);
        assertThat(data.problems())
                .anyMatch(text -> text.contains("targetPath of mount /_system/config changes from '/_system/nodes' to"
                                + " '/_system/config'")
                        && text.contains("fresh local database"));
        assertThat(data.errors()).isEmpty();
    }

    @Test
    void anIdThatThePomNamesWinsAndIsReported() {
        data.registry = SharedData.registry(true, "named", "shared");
        String result = result(CONFIGURED);
        xml(result).valueByXPath("//mount[@path='/_system/config']/instanceId").isEqualTo("named");
        xml(result).valueByXPath("//remoteInstance[id='named']/dbConfig").isEqualTo("shared");
        xml(result).valueByXPath("//remoteInstance[id='first']/dbConfig").isEqualTo("mine");
        assertThat(data.problems())
                .anyMatch(text -> text.contains("instanceId of mount /_system/config changes from 'first'"));
    }

    @Test
    void theOwnDbConfigOfTheNodeIsNeverRedirected() {
        String result = result(CONFIGURED.replace("<dbConfig>mine</dbConfig>", "<dbConfig>wso2registry</dbConfig>"));
        xml(result).valueByXPath("//dbConfig[@name='wso2registry']/dataSource").isEqualTo("jdbc/WSO2CarbonDB");
        xml(result).valueByXPath("//remoteInstance[id='first']/dbConfig").isEqualTo("wso2sharedregistry");
    }

    @Test
    void twoDatabasesAreNeverBehindOneInstance() {
        data.registry = new Registry(
                List.of(
                        new Registry.Instance("gov", false, "govdb", SharedData.REGISTRY, false, "/", true),
                        new Registry.Instance("conf", false, "confdb", SharedData.CONFIG, false, "/", true)),
                List.of(
                        new Registry.Mount(
                                "/_system/governance", "/_system/governance", Registry.Overwrite.TRUE, "gov"),
                        new Registry.Mount("/_system/config", "/_system/config", Registry.Overwrite.VIRTUAL, "conf")));
        String both = CONFIGURED
                .replace("path=\"/foreign\"", "path=\"/_system/governance\"")
                .replace("<instanceId>foreign</instanceId>", "<instanceId>first</instanceId>");
        String result = result(both);
        xml(result)
                .valueByXPath("//mount[@path='/_system/governance']/instanceId")
                .isEqualTo("first");
        xml(result).valueByXPath("//mount[@path='/_system/config']/instanceId").isEqualTo("conf");
        xml(result).valueByXPath("//dbConfig[@name='mine']/dataSource").isEqualTo("jdbc/WSO2RegistryDB");
        xml(result).valueByXPath("//dbConfig[@name='confdb']/dataSource").isEqualTo("jdbc/WSO2ConfigDB");
    }

    @Test
    void aForeignMountWhoseDatabaseChangesIsReported() {
        result(CONFIGURED.replace("<instanceId>foreign</instanceId>", "<instanceId>first</instanceId>"));
        assertThat(data.problems())
                .anyMatch(text -> text.contains("mount /foreign of the distribution uses instance 'first' too")
                        && text.contains("from jdbc/Other to jdbc/WSO2RegistryDB"));
        assertThat(data.problems()).noneMatch(text -> text.contains("mount /_system/config of the distribution"));
    }

    @Test
    void aReadOnlyNodeMountsReadOnly() {
        data.readOnlyNode = true;
        xml(result(SHIPPED)).valueByXPath("//remoteInstance/readOnly").isEqualTo("true");
    }

    @Test
    void aCurrentDbConfigWithoutDbConfigIsAnError() {
        assertThatThrownBy(() -> result(SHIPPED.replace("name=\"wso2registry\"", "name=\"other\"")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("conf/registry.xml")
                .hasMessageContaining("currentDBConfig 'wso2registry' names no dbConfig");
    }

    @Test
    void aLocalRegistryOnTheSharedDatabaseIsAnError() {
        assertThatThrownBy(() -> result(SHIPPED.replace("jdbc/WSO2CarbonDB", "jdbc/WSO2RegistryDB")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("must be private to each node");
    }

    @Test
    void theDbConfigOfTheNodeCannotBeDeclaredAsShared() {
        data.registry = SharedData.registry(true, "named", "wso2registry");
        assertThatThrownBy(() -> result(SHIPPED))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("cluster/registry/instances/instance/dbConfig");
    }

    private String result(String base) {
        return data.file(Layout.REGISTRY, base).apply(new RegistryMounts()).text(Layout.REGISTRY);
    }
}
