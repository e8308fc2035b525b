package io.github.eicluster.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.eicluster.testing.FreePorts;
import io.github.eicluster.testing.Pom;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestedDatabaseTest {

    @Test
    void theServerOfAHostHasTheUsualPort() {
        assertThat(databases(
                        "<database><type>mysql</type><host>db.example.com</host><serverId>ei-db</serverId></database>"))
                .containsExactly(new TestedDatabase("REGISTRY_DB, WSO2_USER_DB", "db.example.com", 3306));
    }

    @Test
    void urlsNameTheServersAndTheUsualPortIsThatOfAUrlWithoutOne() {
        assertThat(databases("<database><type>postgresql</type><host>db.example.com</host><serverId>ei-db</serverId>"
                        + "<userDatabase><url>jdbc:postgresql://users.example.com/U</url></userDatabase>"
                        + "<registryDatabase><url>jdbc:postgresql://users.example.com:5432/R</url></registryDatabase>"
                        + "<configDatabase><url>jdbc:postgresql://config.example.com:5433/C</url></configDatabase>"
                        + "</database>"))
                .extracting(TestedDatabase::host, TestedDatabase::port)
                .containsExactly(tuple("users.example.com", 5432), tuple("config.example.com", 5433));
    }

    @Test
    void databasesOfH2AreFiles() {
        assertThat(databases("<database><type>h2</type></database>", "10.0.0.1"))
                .isEmpty();
    }

    @Test
    void twoServersOfOneDatasourceAreTwoChecksAndAClosedPortFails() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            int closed = FreePorts.inARow(1);

            List<Result> results = check(List.of(
                    new TestedDatabase("WSO2_CARBON_DB", "db1", server.getLocalPort()),
                    new TestedDatabase("WSO2_CARBON_DB", "db2", server.getLocalPort()),
                    new TestedDatabase("WSO2_USER_DB", "db1", closed)));

            assertThat(results)
                    .extracting(Result::subject, Result::check, Result::outcome)
                    .containsExactly(
                            tuple(
                                    "databases",
                                    "WSO2_CARBON_DB on db1 port " + server.getLocalPort(),
                                    Result.Outcome.PASSED),
                            tuple(
                                    "databases",
                                    "WSO2_CARBON_DB on db2 port " + server.getLocalPort(),
                                    Result.Outcome.PASSED),
                            tuple("databases", "WSO2_USER_DB on db1 port " + closed, Result.Outcome.FAILED));
            assertThat(results.get(2).remedy()).contains("Start the database server");
        }
    }

    private static List<Result> check(List<TestedDatabase> databases) throws InterruptedException {
        SmokeTarget target = new SmokeTarget(
                "test",
                List.of(),
                databases,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of("db1", "127.0.0.1", "db2", "127.0.0.1"),
                Map.of(),
                Optional.empty());
        return new SmokeTest(target, Checks.OPTIONS, Optional.empty())
                .run(false)
                .results();
    }

    private static List<TestedDatabase> databases(String database) {
        return databases(database, "10.0.0.2");
    }

    private static List<TestedDatabase> databases(String database, String other) {
        return TestedDatabase.of(Pom.of(
                        "<cluster><hostName>ei.wso2.com</hostName><nodes><node><id>node1</id><host>10.0.0.1</host></node>"
                                + "<node><id>node2</id><host>" + other + "</host></node></nodes>" + database
                                + "</cluster>")
                .read()
                .cluster());
    }
}
