package io.github.eicluster.node;

import static io.github.eicluster.node.SharedData.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.Admin;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Secret;
import io.github.eicluster.product.Layout;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserStoreTest {

    private static final String CONFIGURATION = "/UserManager/Realm/Configuration";

    private static final String SHIPPED = """
            <UserManager>
                <Realm>
                    <Configuration>
            \t\t    <AddAdmin>true</AddAdmin>
                        <AdminRole>admin</AdminRole>
                        <AdminUser>
                            <UserName>admin</UserName>
                            <Password>admin</Password>
                        </AdminUser>
                        <EveryOneRoleName>everyone</EveryOneRoleName> <!-- a word -->
                        <Property name="isCascadeDeleteEnabled">true</Property>
                        <Property name="dataSource">jdbc/WSO2CarbonDB</Property>
                    </Configuration>
                    <UserStoreManager class="x.JDBCUserStoreManager">
                        <Property name="ReadOnly">false</Property>
                        <Property name="UsernameJavaRegEx">^[\\S]{3,30}$</Property>
                        <Property name="PasswordJavaRegEx">^[\\S]{5,30}$</Property>
                    </UserStoreManager>
                    <!--UserStoreManager class="x.Ldap">
                        <Property name="PasswordJavaRegEx">^never$</Property>
                    </UserStoreManager-->
                </Realm>
            </UserManager>
            """;

    private final SharedData data = new SharedData();

    @Test
    void withoutADeclaredAdminOnlyTheDatasourceChanges() {
        assertThat(result(SHIPPED)).isEqualTo(SHIPPED.replace("jdbc/WSO2CarbonDB", "jdbc/WSO2UMDB"));
        assertThat(data.errors()).isEmpty();
    }

    @Test
    void theShippedPasswordInADatabaseServerIsReported() {
        result(SHIPPED);
        assertThat(data.problems())
                .singleElement()
                .asString()
                .startsWith("cluster/admin: the administrator has the shipped");
        data.type = DatabaseType.H2;
        result(SHIPPED);
        assertThat(data.problems()).isEmpty();
    }

    @Test
    void applyingAgainChangesNothing() {
        data.admin = admin("root", "secret1&2");
        result(SHIPPED.replace("<AddAdmin>true</AddAdmin>", ""));
        data.settle().apply(new UserStore());
        assertThat(data.files().changed()).isEmpty();
    }

    @Test
    void theDeclaredAdminIsWrittenAndCounted() {
        data.admin = new Admin(
                Optional.of("root"),
                Optional.of(new Secret("a<b&cde", Secret.Source.SETTINGS)),
                Optional.of("boss"),
                Optional.of(false));
        String result = result(SHIPPED);
        xml(result).valueByXPath(CONFIGURATION + "/AdminUser/UserName").isEqualTo("root");
        xml(result).valueByXPath(CONFIGURATION + "/AdminUser/Password").isEqualTo("a<b&cde");
        xml(result).valueByXPath(CONFIGURATION + "/AdminRole").isEqualTo("boss");
        xml(result).valueByXPath(CONFIGURATION + "/AddAdmin").isEqualTo("false");
        assertThat(result).contains("isCascadeDeleteEnabled");
        assertThat(data.files().clearSecrets()).containsEntry(Layout.USER_MGT, 1);
    }

    @Test
    void aMissingOrEmptyAddAdminBecomesTrueSinceTheServerRefusesToStart() {
        xml(result(SHIPPED.replace("<AddAdmin>true</AddAdmin>", "<AddAdmin> </AddAdmin>")))
                .valueByXPath(CONFIGURATION + "/AddAdmin")
                .isEqualTo("true");
        xml(result(SHIPPED.replace("<AddAdmin>true</AddAdmin>", "")))
                .valueByXPath(CONFIGURATION + "/AddAdmin")
                .isEqualTo("true");
    }

    @Test
    void aMissingDataSourcePropertyIsAddedAndAFurtherOneRemoved() {
        String line = "            <Property name=\"dataSource\">jdbc/WSO2CarbonDB</Property>\n";
        xml(result(SHIPPED.replace(line, "")))
                .valueByXPath(CONFIGURATION + "/Property[@name='dataSource']")
                .isEqualTo("jdbc/WSO2UMDB");
        assertThat(result(SHIPPED.replace(line, line + line))).isEqualTo(result(SHIPPED));
    }

    @Test
    void severalConfigurationsAreAnError() {
        String twice =
                SHIPPED.replace("        <UserStoreManager", "        <Configuration/>\n        <UserStoreManager");
        assertThatThrownBy(() -> result(twice))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("2 /UserManager/Realm/Configuration elements");
    }

    @Test
    void aPasswordThatTheStoreWouldRefuseIsAnErrorThatDoesNotShowIt() {
        data.admin = admin("root", "has a blank");
        result(SHIPPED);
        assertThat(data.errors())
                .singleElement()
                .asString()
                .startsWith("cluster/admin/serverId: ")
                .contains("^[\\S]{5,30}$")
                .doesNotContain("has a blank");
    }

    @Test
    void aNameThatTheStoreWouldRefuseIsAnError() {
        data.admin = admin("me", "longenough");
        result(SHIPPED);
        assertThat(data.errors()).singleElement().asString().startsWith("cluster/admin/username: 'me'");
    }

    @Test
    void aReadOnlyStoreCreatesNobodyAndHasNoRule() {
        data.admin = admin("root", "has a blank");
        result(SHIPPED.replace("<Property name=\"ReadOnly\">false", "<Property name=\"ReadOnly\">true"));
        assertThat(data.errors()).isEmpty();
    }

    @Test
    void aStoreWithItsOwnLocalDatasourceIsReported() {
        data.type = DatabaseType.H2;
        result(SHIPPED.replace(
                "<Property name=\"ReadOnly\">",
                "<Property name=\"dataSource\">jdbc/WSO2CarbonDB</Property><Property name=\"ReadOnly\">"));
        assertThat(data.problems()).singleElement().asString().contains("a dataSource of its own, jdbc/WSO2CarbonDB");
        assertThat(data.errors()).isEmpty();
    }

    @Test
    void aVaultedPasswordIsReplacedAndReported() {
        data.admin = admin("root", "longenough");
        String vaulted = SHIPPED.replace(
                        "<UserManager>", "<UserManager xmlns:svns=\"http://org.wso2.securevault/configuration\">")
                .replace("<Password>", "<Password svns:secretAlias=\"UserManager.AdminUser.Password\">");
        assertThat(result(vaulted)).doesNotContain("secretAlias").contains("<Password>longenough</Password>");
        assertThat(data.problems()).singleElement().asString().contains("'UserManager.AdminUser.Password'");
    }

    private static Admin admin(String name, String password) {
        return new Admin(
                Optional.of(name),
                Optional.of(new Secret(password, Secret.Source.SETTINGS)),
                Optional.empty(),
                Optional.empty());
    }

    private String result(String base) {
        return data.file(Layout.USER_MGT, base).apply(new UserStore()).text(Layout.USER_MGT);
    }
}
