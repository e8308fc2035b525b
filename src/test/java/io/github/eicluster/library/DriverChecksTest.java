package io.github.eicluster.library;

import static io.github.eicluster.testing.TestArtifacts.coordinates;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.testing.Pom;
import io.github.eicluster.testing.TestArchives;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverChecksTest extends LibraryCase {

    private static final String DEFAULT = "lib/mysql-connector-j-8.4.0.jar";

    @BeforeEach
    void useMysql() {
        maven.withDrivers();
        pom = Pom.of("""
                <cluster>
                  <hostName>ei.example.com</hostName>
                  <nodes><node>10.0.0.1</node><node>10.0.0.2</node></nodes>
                  <database>
                    <type>mysql</type><host>db.example.com</host><username>me</username><password>env:DB_USER</password>
                  </database>
                </cluster>
                """);
    }

    @Test
    void theUsualDriverIsPackedForEveryNode() {
        LibraryPlan plan = plan();

        assertThat(all(plan)).isEmpty();
        assertThat(plan.of("node1").files()).containsOnlyKeys(DEFAULT);
        assertThat(plan.of("node2").files()).containsOnlyKeys(DEFAULT);
        assertThat(maven.asked()).containsExactly("com.mysql:mysql-connector-j:jar:8.4.0");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql, org.postgresql:postgresql:jar:",
        "mariadb, org.mariadb.jdbc:mariadb-java-client:jar:",
        "oracle, com.oracle.database.jdbc:ojdbc8:jar:",
        "mssql, com.microsoft.sqlserver:mssql-jdbc:jar:"
    })
    void everyEngineHasItsOwnDriver(String type, String coordinates) {
        pom = pom.with("cluster/database/type", type).with("cluster/database/tls", "off");
        if (type.equals("oracle")) {
            pom = pom.with("cluster/database/userDatabase/username", "other")
                    .with("cluster/database/userDatabase/password", "env:DB_USER");
        }

        assertThat(errors()).isEmpty();
        assertThat(maven.asked()).singleElement().asString().startsWith(coordinates);
    }

    @Test
    void theEmbeddedH2NeedsNone() {
        pom = Pom.of("<cluster><nodes><node>127.0.0.1</node></nodes></cluster>");

        assertThat(all(plan())).isEmpty();
        assertThat(plan().of("node1").files()).isEmpty();
        assertThat(maven.asked()).isEmpty();
    }

    @Test
    void aDependencyIsTheDriverAndNothingElseIsResolved() {
        maven.dependency(
                coordinates("com.mysql:mysql-connector-j:8.0.33"),
                TestArchives.jar().withDriver("com.mysql.cj.jdbc.Driver"));

        assertThat(all(plan())).isEmpty();
        assertThat(plan().of("node1").files()).containsOnlyKeys("lib/mysql-connector-j-8.0.33.jar");
        assertThat(maven.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lib", "dropins", "extensions"})
    void aDriverOfTheDistributionIsEnough(String place) {
        base.put(place + "/driver.jar", TestArchives.jar().withDriver("com.mysql.cj.jdbc.Driver"));

        assertThat(all(plan())).isEmpty();
        assertThat(plan().of("node1").files()).isEmpty();
        assertThat(maven.asked()).isEmpty();
    }

    @Test
    void aDriverOfAnOverlayIsEnough() {
        overlay.put(
                "lib/driver.jar",
                TestArchives.jar().withDriver("com.mysql.cj.jdbc.Driver").write(folder.resolve("d.jar")));

        assertThat(all(plan())).isEmpty();
        assertThat(maven.asked()).isEmpty();
    }

    @Test
    void aDeclaredDriverReplacesThatOfTheDistributionWhateverItsName() {
        base.put("lib/jdbc.jar", TestArchives.jar().withDriver("com.mysql.jdbc.Driver"));
        pom = pom.with("cluster/database/driver", "com.mysql:mysql-connector-j:8.0.33");

        assertThat(all(plan())).isEmpty();
        assertThat(plan().of("node1").files()).containsOnlyKeys("lib/mysql-connector-j-8.0.33.jar");
        assertThat(plan().of("node1").removed()).isEqualTo(Map.of("lib/jdbc.jar", "lib/mysql-connector-j-8.0.33.jar"));
    }

    @Test
    void aDeclaredDriverThatIsADependencyTooIsPackedOnce() {
        maven.dependency(
                coordinates("com.mysql:mysql-connector-j:8.0.33"),
                TestArchives.jar().withDriver("com.mysql.cj.jdbc.Driver"));
        pom = pom.with("cluster/database/driver", "com.mysql:mysql-connector-j:8.0.33");

        assertThat(all(plan())).isEmpty();
        assertThat(plan().of("node1").files()).hasSize(1);
    }

    @Test
    void noDriverAnywhereIsAMistake() {
        pom = pom.with("cluster/database/driver", "none");

        assertThat(errors())
                .containsExactly(
                        "node1: no jar in lib, dropins or extensions holds the JDBC driver com.mysql.cj.jdbc.Driver of the"
                                + " datasource WSO2_USER_DB. Add its artifact to the dependencies of the project or to"
                                + " cluster/database/driver, or put its jar into lib of an overlay.",
                        "node2: no jar in lib, dropins or extensions holds the JDBC driver com.mysql.cj.jdbc.Driver of the"
                                + " datasource WSO2_USER_DB. Add its artifact to the dependencies of the project or to"
                                + " cluster/database/driver, or put its jar into lib of an overlay.");
        assertThat(maven.asked()).isEmpty();
    }

    @Test
    void aDriverThatNoRepositoryHasIsNamedOnce() {
        pom = pom.with("cluster/database/driver/version", "9.9.9")
                .with("cluster/database/driver/artifactId", "mysql-connector-k");

        assertThat(errors())
                .containsExactly(
                        "cluster/database/driver: 'com.mysql:mysql-connector-k:jar:9.9.9' cannot be resolved (it is"
                                + " in no repository). Build once with access to a repository that has it, name another artifact, or"
                                + " add the driver to the dependencies of the project or to lib of an overlay.");
        assertThat(maven.asked()).hasSize(1);
    }

    @Test
    void aDeclaredArtifactWithoutTheClassIsNamedWithWhatItHolds() {
        pom = pom.with("cluster/database/driver", "org.postgresql:postgresql:42.7.8");

        assertThat(errors())
                .contains(
                        "node1: no jar in lib, dropins or extensions holds the JDBC driver com.mysql.cj.jdbc.Driver of the"
                                + " datasource WSO2_USER_DB (org.postgresql:postgresql:jar:42.7.8 holds org.postgresql.Driver). Name"
                                + " the artifact that holds it, or remove driver, for the usual one.");
    }

    @Test
    void anUnknownDriverClassIsNotLookedForOnTheNetwork() {
        pom = pom.with("cluster/database/driverClassName", "com.example.Driver");

        assertThat(errors()).first().asString().contains("the JDBC driver com.example.Driver of the datasource");
        assertThat(maven.asked()).isEmpty();
        maven.dependency(
                coordinates("com.example:driver:1.0"), TestArchives.jar().withDriver("com.example.Driver"));
        assertThat(errors()).isEmpty();
    }

    @Test
    void theNewClassWithTheOldConnectorIsAMistake() {
        maven.dependency(
                coordinates("mysql:mysql-connector-java:5.1.49"),
                TestArchives.jar().withDriver("com.mysql.jdbc.Driver"));

        assertThat(errors())
                .contains("node1: 'mysql:mysql-connector-java:jar:5.1.49' does not hold the JDBC driver"
                        + " com.mysql.cj.jdbc.Driver of the datasource WSO2_USER_DB, but com.mysql.jdbc.Driver. Take another"
                        + " version of it (8 or later), or set version of cluster/database to 5.7, or name the class in"
                        + " driverClassName of cluster/database.");
        assertThat(maven.asked()).isEmpty();
    }

    @Test
    void theOldClassWithTheNewConnectorIsSaid() {
        pom = pom.with("cluster/database/driverClassName", "com.mysql.jdbc.Driver");

        assertThat(errors()).isEmpty();
        assertThat(warnings())
                .contains("node1: 'com.mysql:mysql-connector-j:jar:8.4.0' is Connector/J 8, where the JDBC driver"
                        + " com.mysql.jdbc.Driver of the datasource WSO2_USER_DB is deprecated. Take Connector/J 5.1, or"
                        + " remove version or driverClassName of cluster/database, for com.mysql.cj.jdbc.Driver.");
    }

    @Test
    void anOldServerGetsTheOldConnectorWithoutAWarning() {
        pom = pom.with("cluster/database/version", "5.7");

        assertThat(all(plan())).isEmpty();
        assertThat(plan().of("node1").files()).containsOnlyKeys("lib/mysql-connector-java-5.1.49.jar");
    }

    @Test
    void twoVersionsOfTheDriverAreAMistake() {
        maven.dependency(
                        coordinates("mysql:mysql-connector-java:5.1.49"),
                        TestArchives.jar().withDriver("com.mysql.jdbc.Driver"))
                .dependency(
                        coordinates("com.mysql:mysql-connector-j:8.0.33"),
                        TestArchives.jar().withDriver("com.mysql.cj.jdbc.Driver"));

        assertThat(errors())
                .contains(
                        "node1: lib/mysql-connector-j-8.0.33.jar and lib/mysql-connector-java-5.1.49.jar all hold the JDBC"
                                + " driver com.mysql.cj.jdbc.Driver or another version of it, and the server would take any of them."
                                + " Keep one; an artifact in cluster/database/driver replaces those of the distribution.");
    }

    @Test
    void twoDriversOfTheDistributionAreAMistakeUntilOneIsDeclared() {
        base.put("lib/a.jar", TestArchives.jar().withDriver("com.mysql.cj.jdbc.Driver"))
                .put("lib/b.jar", TestArchives.jar().withDriver("com.mysql.cj.jdbc.Driver"));

        assertThat(errors()).first().asString().startsWith("node1: lib/a.jar and lib/b.jar all hold the JDBC driver");
        pom = pom.with("cluster/database/driver/version", "8.0.33");
        assertThat(errors()).isEmpty();
        assertThat(plan().of("node1").removed()).containsOnlyKeys("lib/a.jar", "lib/b.jar");
    }

    @Test
    void aModuleThatIsNotPackagedYetMayHoldTheDriver() {
        packs = false;
        maven.dependency(FoundArtifact.unpackaged(coordinates("com.example:driver:1.0")));

        assertThat(errors()).isEmpty();
        assertThat(maven.asked()).isEmpty();
    }

    @Test
    void theDriverOfALocalRegistryCountsOnItsNode() {
        pom = pom.with("cluster/database/localRegistry", "database").with("cluster/database/driver", "none");

        assertThat(errors()).hasSize(2);
        assertThat(List.of(errors().get(0), errors().get(1)))
                .allMatch(error -> error.contains("com.mysql.cj.jdbc.Driver"));
    }
}
