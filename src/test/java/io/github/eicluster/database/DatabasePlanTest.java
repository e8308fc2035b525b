package io.github.eicluster.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.database.PlannedDatabase.Use;
import io.github.eicluster.engine.ServerAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabasePlanTest {

    private static final String MYSQL = "<type>mysql</type><host>db</host><serverId>ei-db</serverId>";

    @Test
    void sharedDatabasesComeFirstThenLocalRegistriesInTheOrderOfTheNodes() {
        DatabasePlan plan = Planned.of(
                        MYSQL + "<configDatabase>CONF</configDatabase>" + "<localRegistry>database</localRegistry>")
                .plan();

        assertThat(plan.databases())
                .extracting(PlannedDatabase::label)
                .containsExactly("WSO2_USER_DB", "REGISTRY_DB", "CONF", "REGISTRY_LOCAL1", "REGISTRY_LOCAL2");
        assertThat(plan.databases().get(4).onlyNodes()).containsExactly("node2");
        assertThat(plan.databases().get(1).onlyNodes()).isEmpty();
        assertThat(plan.databases().get(3).uses()).extracting(Use::text).containsExactly("local registry of node1");
    }

    @Test
    void aDatasourceThatServesTwoInstancesIsOneDatabase() {
        DatabasePlan plan = Planned.of(MYSQL).plan();

        assertThat(plan.databases()).hasSize(2);
        assertThat(plan.databases().get(1).uses()).extracting(Use::text).containsExactly("shared registry");
    }

    @Test
    void toOracleEachUserIsADatabase() {
        DatabasePlan plan = Planned.of("<type>oracle</type><host>db</host><serverId>ei-db</serverId>"
                        + "<userDatabase><name>ORCL</name><serverId>ei-other</serverId></userDatabase>"
                        + "<registryDatabase>ORCL</registryDatabase>")
                .plan();

        assertThat(plan.databases()).extracting(PlannedDatabase::label).containsExactly("ORCL.other", "ORCL.regadmin");
    }

    @Test
    void handWrittenUrlsTellDatabaseSchemaAndServer() {
        DatabasePlan plan = Planned.of(
                        "<url>jdbc:postgresql://pg.example.com/{database}</url><serverId>ei-db</serverId>"
                                + "<registryDatabase><url>jdbc:postgresql://[fd00::1]:5433/reg?currentSchema=ei</url>"
                                + "</registryDatabase>")
                .plan();

        PlannedDatabase users = plan.databases().get(0);
        PlannedDatabase registry = plan.databases().get(1);
        assertThat(users.database()).contains("WSO2_USER_DB");
        assertThat(users.server()).contains(new ServerAddress("pg.example.com", OptionalInt.empty()));
        assertThat(registry.database()).contains("reg");
        assertThat(registry.schema()).contains("ei");
        assertThat(registry.server()).contains(new ServerAddress("fd00::1", OptionalInt.of(5433)));
    }

    @Test
    void theScriptIsTheEnginesUnlessAnotherIsDeclared() {
        assertThat(Planned.of(MYSQL).version("6.5.0").plan().script()).isEqualTo("dbscripts/mysql5.7.sql");
        assertThat(Planned.of(MYSQL).plan().script()).isEqualTo("dbscripts/mysql.sql");
        assertThat(Planned.of(MYSQL + "<script>own/my.sql</script>").plan().script())
                .isEqualTo("dbscripts/own/my.sql");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MYSQL | jdbc:mysql://db:3306/REG?a=b | db:3306",
                "MYSQL | jdbc:mysql://a:1,b:2/REG | ",
                "MSSQL | jdbc:sqlserver://db:1433;databaseName=REG | db:1433",
                "MSSQL | jdbc:sqlserver://db\\inst;databaseName=REG | ",
                "ORACLE | jdbc:oracle:thin:@db:1521/REG | db:1521",
                "ORACLE | jdbc:oracle:thin:@//db:1521/REG | db:1521",
                "ORACLE | jdbc:oracle:thin:@db:1521:SID | db:1521",
                "ORACLE | jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcps)(HOST=db)(PORT=2484))(CONNECT_DATA=(SERVICE_NAME=REG))) | db:2484",
                "ORACLE | jdbc:oracle:thin:@tnsname | tnsname",
                "DB2 | jdbc:db2://db:50000/REG:sslConnection=true; | db:50000",
                "POSTGRESQL | jdbc:postgresql:reg | ",
                "H2 | jdbc:h2:tcp://db/reg | ",
            })
    void theServerIsFoundInUrls(io.github.eicluster.engine.DatabaseEngine engine, String url, String server) {
        assertThat(engine.serverOf(url).map(Object::toString)).isEqualTo(Optional.ofNullable(server));
    }

    @Test
    void theNodesAddressesAreGrantedIfTheyAreWhatAServerSees() {
        assertThat(GrantHosts.of(Planned.of(MYSQL).cluster())).containsExactly("192.168.57.11", "192.168.57.12");
        assertThat(GrantHosts.of(
                        Planned.of("192.168.57.11", "ei2.example.com", MYSQL).cluster()))
                .containsExactly("%");
        assertThat(GrantHosts.of(Planned.of("127.0.0.1", "127.0.0.1", MYSQL).cluster()))
                .containsExactly("%");
        assertThat(GrantHosts.of(Planned.of(MYSQL + "<grantHosts><host>10.0.0.%</host><host>h</host></grantHosts>")
                        .cluster()))
                .isEqualTo(List.of("10.0.0.%", "h"));
    }
}
