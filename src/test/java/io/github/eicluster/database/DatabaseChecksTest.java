package io.github.eicluster.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.database.DatabaseData.NodePool;
import io.github.eicluster.model.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseChecksTest {

    private static final String SERVER = "<host>db</host><serverId>ei-db</serverId>";
    private static final String SAFE = "<type>mysql</type>" + SERVER + "<tls>required</tls>";

    @Test
    void aClusterWithTlsAndAUserOfItsOwnIsNotWarnedOf() {
        assertThat(Planned.of(SAFE).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mysql, preferred, may fall back to clear text",
        "postgresql, preferred, may fall back to clear text",
        "oracle, preferred, means clear text",
        "mssql, 'off', in clear text",
    })
    void anythingButRequiredEncryptionIsWarnedOf(String type, String tls, String words) {
        assertThat(Planned.of("<type>" + type + "</type>" + SERVER + "<tls>" + tls + "</tls>"
                                + "<registryDatabase>A</registryDatabase><userDatabase>B</userDatabase>")
                        .problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).startsWith("cluster/database/tls: ").contains(words));
    }

    @Test
    void mariadbIsWarnedOf() {
        assertThat(Planned.of("<type>mariadb</type>" + SERVER + "<tls>required</tls>")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("EI does not know MariaDB by its name"));
    }

    @Test
    void theSumOfThePoolsIsComparedWithWhatTheServerAllows() {
        assertThat(Planned.of(SAFE + "<maxConnections>200</maxConnections>").problems())
                .isEmpty();
        assertThat(Planned.of(SAFE + "<maxConnections>199</maxConnections>").problems())
                .containsExactly(
                        "cluster/database/maxConnections: '199' is less than the 200 connections that the pools"
                                + " of all nodes may open. Lower pool/maxActive, or let the server take more.");
    }

    @Test
    void aForeignPoolOnTheSameServerCountsAndOneElsewhereDoesNot() {
        List<NodePool> pools = List.of(
                new NodePool("node1", "jdbc/Own", "jdbc:mysql://db:3306/OTHER", 7),
                new NodePool("node1", "jdbc/Far", "jdbc:mysql://far:3306/OTHER", 1000),
                new NodePool("node1", "jdbc/WSO2CarbonDB", "jdbc:h2:./repository/database/X", 50));

        DatabaseFiles files =
                Planned.of(SAFE + "<maxConnections>6</maxConnections>").write(Planned.SCRIPT, pools);

        assertThat(files.problems())
                .extracting(Problem::text)
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("the 7 connections"));
    }

    @Test
    void db2NamesThatAreTooLongAreMistakesAndNoFileIsMade() {
        DatabaseFiles files =
                Planned.of("<type>db2</type>" + SERVER + "<tls>required</tls>").write();

        assertThat(files.files()).isEmpty();
        assertThat(files.problems())
                .filteredOn(Problem::isError)
                .extracting(Problem::text)
                .containsExactly(
                        "cluster/database: 'WSO2_USER_DB' has 12 characters, but the name of a DB2 database has at most 8."
                                + " Name userDatabase, registryDatabase and the local ones yourself.",
                        "cluster/database: 'REGISTRY_DB' has 11 characters, but the name of a DB2 database has at most 8."
                                + " Name userDatabase, registryDatabase and the local ones yourself.");
    }

    @Test
    void anAdministratorIsWarnedOfAndNeverMade() {
        Planned planned = Planned.of("<type>mysql</type><host>db</host><tls>required</tls><username>root</username>"
                + "<password>env:DB_PASSWORD</password>");

        assertThat(planned.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).contains("'root' is an administrator of the server"));
        assertThat(planned.text("01-create.sql")).contains("CREATE DATABASE").doesNotContain("CREATE USER", "GRANT");
    }

    @Test
    void twoPasswordsOfOneUserAreAMistake() {
        assertThat(Planned.of(SAFE
                                + "<userDatabase><username>regadmin</username><password>env:OTHER_PASSWORD</password>"
                                + "</userDatabase>")
                        .problems())
                .contains(
                        "cluster/database: the user 'regadmin' has two passwords on one server. Name the same serverId"
                                + " everywhere, or another user.");
    }

    @Test
    void passwordsAreWrittenOnlyIfAskedFor() {
        Planned hidden = Planned.of(SAFE);
        assertThat(hidden.texts().values()).noneMatch(text -> text.contains("regpass"));
        assertThat(hidden.write().secrets()).isEmpty();

        Planned shown = Planned.of(SAFE).showPasswords();
        assertThat(shown.text("01-create.sql")).contains("IDENTIFIED BY 'regpass'");
        assertThat(shown.write().secrets()).containsExactly("mysql/01-create.sql");
        assertThat(shown.text("README.md")).doesNotContain("regpass");
    }

    @Test
    void eachServerHasAFileOfItsOwn() {
        Planned planned =
                Planned.of(SAFE + "<userDatabase><url>jdbc:mysql://users.example.com:3307/PEOPLE</url></userDatabase>");

        assertThat(planned.text("01-create-users.example.com-3307.sql"))
                .contains("`PEOPLE`")
                .doesNotContain("REGISTRY");
        assertThat(planned.text("01-create-db-3306.sql"))
                .contains("`REGISTRY_DB`")
                .doesNotContain("PEOPLE");
        assertThat(planned.text("README.md")).contains("--host=users.example.com --port=3307 --user=<administrator>");
    }

    @Test
    void theScriptIsCopiedAsItIs() {
        String script = "\ufeff-- \u00e4\r\nCREATE TABLE A;\r\n";

        assertThat(Planned.texts(Planned.of(SAFE).write(script, List.of())))
                .containsEntry("mysql/02-WSO2_USER_DB.sql", script)
                .containsEntry("mysql/03-REGISTRY_DB.sql", script);
    }
}
