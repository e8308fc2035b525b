package io.github.eicluster.node;

import static io.github.eicluster.node.SharedData.xml;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasourcesTest {

    private static final String CUSTOM = Layout.DATASOURCES_DIR + "custom-datasources.xml";

    private static final String LOCAL = """
                    <datasource>
                        <name>WSO2_CARBON_DB</name>
                        <jndiConfig>
                            <name>jdbc/WSO2CarbonDB</name>
                        </jndiConfig>
                        <definition type="RDBMS">
                            <configuration>
                                <url>jdbc:h2:./repository/database/WSO2CARBON_DB</url>
                                <username>wso2carbon</username>
                                <password>wso2carbon</password>
                                <driverClassName>org.h2.Driver</driverClassName>
                            </configuration>
                        </definition>
                    </datasource>
            """;

    private static final String SHIPPED = """
            <datasources-configuration xmlns:svns="http://org.wso2.securevault/configuration">
                <datasources>
            LOCAL        <!-- a word about the properties -->
                    <!--datasource>
                        <name>SAMPLE</name>
                    </datasource-->
                </datasources>
            </datasources-configuration>
            """.replace("LOCAL", LOCAL);

    private static final String EXISTING = """
                    <datasource>
                        <name>MY_REGISTRY</name>
                        <jndiConfig useDataSourceFactory="false">
                            <name>jdbc/WSO2RegistryDB</name>
                        </jndiConfig>
                        <definition type="RDBMS">
                            <configuration>
                                <password svns:secretAlias="Reg.Pass">password</password>
                                <url>jdbc:oracle:old</url>
                                <maxActive>50</maxActive>
                                <maxWait>10</maxWait>
                                <removeAbandoned>true</removeAbandoned>
                            </configuration>
                        </definition>
                    </datasource>
            """;

    private final SharedData data = new SharedData();

    @Test
    void missingDatasourcesAreAddedBehindTheLastInTheShippedShape() {
        String result = result(SHIPPED);
        assertThat(result).startsWith(SHIPPED.substring(0, SHIPPED.indexOf("        <!-- a word")));
        assertThat(result).endsWith(SHIPPED.substring(SHIPPED.indexOf("        <!-- a word")));
        assertThat(result).contains("""
                    </datasource>
                    <datasource>
                        <name>REGISTRY_DB</name>
                        <description>The datasource used for the shared registry</description>
                        <jndiConfig>
                            <name>jdbc/WSO2RegistryDB</name>
                        </jndiConfig>
                        <definition type="RDBMS">
                            <configuration>
                                <url>jdbc:mysql://db:3306/REGISTRY_DB?autoReconnect=true&amp;useSSL=true</url>
                                <username>regadmin</username>
                                <password>r&lt;g&amp;admin</password>
                                <driverClassName>com.mysql.jdbc.Driver</driverClassName>
                                <maxActive>80</maxActive>
                                <maxWait>60000</maxWait>
                                <testOnBorrow>true</testOnBorrow>
                                <validationQuery>SELECT 1</validationQuery>
                                <validationInterval>30000</validationInterval>
                                <defaultAutoCommit>false</defaultAutoCommit>
                            </configuration>
                        </definition>
                    </datasource>
            """);
        xml(result)
                .valueByXPath("//datasource[name='WSO2_USER_DB']/jndiConfig/name")
                .isEqualTo("jdbc/WSO2UMDB");
        assertThat(data.problems()).isEmpty();
        assertThat(data.files().clearSecrets()).containsEntry(Layout.MASTER_DATASOURCES, 2);
    }

    @Test
    void applyingAgainChangesNothing() {
        data.local = Optional.of(SharedData.LOCAL);
        data.config = Optional.of(SharedData.CONFIG);
        for (String base : List.of(SHIPPED, SHIPPED.replace("\n", "\r\n").replace("    ", "\t"), withExisting())) {
            result(base);
            data.settle().apply(new Datasources());
            assertThat(data.files().changed()).isEmpty();
            assertThat(data.problems()).isEmpty();
        }
    }

    @Test
    void anExistingDatasourceIsChangedInPlaceAndKeepsItsName() {
        String result = result(withExisting());
        String path = "//datasource[jndiConfig/name='jdbc/WSO2RegistryDB']";
        xml(result).nodesByXPath(path).hasSize(1);
        xml(result).valueByXPath(path + "/name").isEqualTo("MY_REGISTRY");
        xml(result)
                .valueByXPath(path + "//url")
                .isEqualTo("jdbc:mysql://db:3306/REGISTRY_DB?autoReconnect=true&useSSL=true");
        xml(result).valueByXPath(path + "//username").isEqualTo("regadmin");
        xml(result).valueByXPath(path + "//password").isEqualTo("r<g&admin");
        xml(result).valueByXPath(path + "//maxActive").isEqualTo("80");
        xml(result).valueByXPath(path + "//removeAbandoned").isEqualTo("true");
        // Not declared: the base's own value stays, and what neither states gets the default.
        xml(result).valueByXPath(path + "//maxWait").isEqualTo("10");
        xml(result).valueByXPath(path + "//validationInterval").isEqualTo("30000");
        xml(result).valueByXPath(path + "//defaultAutoCommit").isEqualTo("false");
        assertThat(result).contains("<jndiConfig useDataSourceFactory=\"false\">");
    }

    @Test
    void aPasswordInTheVaultIsReplacedAndReportedWithoutShowingIt() {
        assertThat(result(withExisting())).doesNotContain("Reg.Pass");
        assertThat(data.problems())
                .singleElement()
                .asString()
                .contains("password of jdbc/WSO2RegistryDB was in the secure vault as 'Reg.Pass'")
                .contains("master-datasources.xml")
                .doesNotContain("r<g&admin");
    }

    @Test
    void anEncryptedMarkIsRemoved() {
        String result = result(withExisting().replace("svns:secretAlias=\"Reg.Pass\"", "encrypted=\"true\""));
        assertThat(result).doesNotContain("encrypted=");
        assertThat(data.problems()).anyMatch(text -> text.contains("was encrypted"));
    }

    @Test
    void anotherFileIsSearchedTooAndChangedThere() {
        data.file(CUSTOM, custom(EXISTING));
        assertThat(result(SHIPPED)).doesNotContain("jdbc/WSO2RegistryDB");
        assertThat(data.text(CUSTOM)).contains("REGISTRY_DB?autoReconnect=true&amp;useSSL=true");
        assertThat(data.files().clearSecrets()).containsEntry(CUSTOM, 1);
    }

    @Test
    void aJndiNameInTwoFilesIsAnErrorThatNamesBoth() {
        data.file(CUSTOM, custom(EXISTING));
        result(withExisting());
        assertThat(data.errors())
                .singleElement()
                .asString()
                .contains("jdbc/WSO2RegistryDB is bound more than once")
                .contains("conf/datasources/master-datasources.xml line")
                .contains("conf/datasources/custom-datasources.xml line")
                .contains("MY_REGISTRY");
    }

    @Test
    void aNameThatIsTakenIsAnError() {
        result(withExisting().replace("MY_REGISTRY", "WSO2_USER_DB"));
        assertThat(data.errors()).singleElement().asString().contains("the name WSO2_USER_DB is taken");
    }

    @Test
    void theEmbeddedLocalRegistryStaysUntouched() {
        assertThat(result(SHIPPED)).contains(LOCAL);
    }

    @Test
    void aLocalRegistryInTheDatabaseKeepsTheNameOfTheDatasource() {
        data.local = Optional.of(SharedData.LOCAL);
        String result = result(SHIPPED);
        String path = "//datasource[jndiConfig/name='jdbc/WSO2CarbonDB']";
        xml(result).valueByXPath(path + "/name").isEqualTo("WSO2_CARBON_DB");
        xml(result).valueByXPath(path + "//driverClassName").isEqualTo("com.mysql.jdbc.Driver");
        assertThat(result).doesNotContain("org.h2.Driver");
    }

    @Test
    void aBaseWithoutTheLocalRegistryIsAnError() {
        result(SHIPPED.replace(LOCAL, ""));
        assertThat(data.errors()).singleElement().asString().contains("no datasource is bound to jdbc/WSO2CarbonDB");
    }

    @Test
    void aLocalRegistryOnAServerThatAllNodesWouldShareIsAnError() {
        result(SHIPPED.replace("jdbc:h2:./repository/database/WSO2CARBON_DB", "jdbc:mysql://db/REGISTRY_LOCAL1"));
        assertThat(data.errors()).singleElement().asString().contains("all nodes would share one local registry");
    }

    @Test
    void aDataSourceClassThatWouldWinIsRemoved() {
        String xa =
                "<dataSourceClassName>x.Xa</dataSourceClassName>\n<dataSourceProps><property name=\"url\">u</property>"
                        + "</dataSourceProps>\n<url>";
        assertThat(result(withExisting().replace("<url>jdbc:oracle", xa + "jdbc:oracle")))
                .doesNotContain("dataSource" + "Class")
                .doesNotContain("dataSourceProps");
        assertThat(data.problems()).anyMatch(text -> text.contains("dataSourceClassName was removed"));
    }

    @Test
    void aDatasourceOfAnotherTypeIsAnError() {
        result(withExisting().replace(EXISTING, EXISTING.replace("type=\"RDBMS\"", "type=\"DS_CUSTOM_QUERY\"")));
        assertThat(data.errors()).singleElement().asString().contains("type 'DS_CUSTOM_QUERY'");
    }

    private static String withExisting() {
        return SHIPPED.replace(LOCAL, LOCAL + EXISTING);
    }

    private static String custom(String entries) {
        return "<datasources-configuration xmlns:svns=\"http://org.wso2.securevault/configuration\">\n    <datasources>\n"
                + entries + "    </datasources>\n</datasources-configuration>\n";
    }

    private String result(String master) {
        return data.file(Layout.MASTER_DATASOURCES, master)
                .apply(new Datasources())
                .text(Layout.MASTER_DATASOURCES);
    }
}
