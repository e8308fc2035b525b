package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Admin;
import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Coordinates;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.DistributionSource;
import io.github.eicluster.model.DriverSource;
import io.github.eicluster.model.HostEntry;
import io.github.eicluster.model.Jvm;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Membership;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Ports;
import io.github.eicluster.model.Registry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuideExampleTest {

    static final String GUIDE = """
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
            """;

    @Test
    void theExampleOfTheGuideBecomesExactlyThisCluster() {
        ClusterDefinition definition = Reading.cluster(GUIDE).read();

        Datasource registry = datasource("REGISTRY_DB", "jdbc/WSO2RegistryDB");
        assertThat(definition.cluster())
                .isEqualTo(new Cluster(
                        "wso2.ei.domain",
                        "ei.wso2.com",
                        Optional.of("ui.ei.wso2.com"),
                        new Membership(Membership.Scheme.WKA, true, List.of(), List.of(), Optional.empty(), Map.of()),
                        List.of(node("node1", "192.168.57.11"), node("node2", "192.168.57.12")),
                        new Databases(
                                DatabaseType.MYSQL,
                                new Databases.Server(
                                        Optional.of("carbondb.mysql-wso2.com"),
                                        Optional.empty(),
                                        OptionalInt.of(3306),
                                        Optional.empty(),
                                        Databases.Tls.PREFERRED,
                                        Optional.empty(),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        List.of(),
                                        new DriverSource(
                                                DriverSource.Origin.DEFAULT,
                                                Optional.of(new Coordinates(
                                                        "com.mysql",
                                                        "mysql-connector-j",
                                                        "8.4.0",
                                                        "jar",
                                                        Optional.empty())),
                                                Set.of("com.mysql.cj.jdbc.Driver", "com.mysql.jdbc.Driver"))),
                                datasource("WSO2_USER_DB", "jdbc/WSO2UMDB"),
                                registry,
                                Optional.empty()),
                        new Registry(
                                List.of(new Registry.Instance(
                                        "instanceid", false, "sharedregistry", registry, false, "/", true)),
                                List.of(
                                        new Registry.Mount(
                                                "/_system/config",
                                                "/_system/eiconfig",
                                                Registry.Overwrite.TRUE,
                                                "instanceid"),
                                        new Registry.Mount(
                                                "/_system/governance",
                                                "/_system/governance",
                                                Registry.Overwrite.TRUE,
                                                "instanceid"))),
                        Admin.OF_BASE,
                        Optional.of(new LoadBalancer(
                                LoadBalancer.Type.NGINX,
                                List.of(),
                                OptionalInt.of(80),
                                443,
                                true,
                                LoadBalancer.Tls.REENCRYPT,
                                false,
                                LoadBalancer.Files.USUAL)),
                        Certificates.DEFAULT,
                        List.of(new HostEntry("192.168.57.11", "node1"), new HostEntry("192.168.57.12", "node2")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(definition.distribution())
                .isEqualTo(new DistributionSource(Optional.of("packs/wso2ei-6.6.0.zip"), Optional.empty(), false));
        assertThat(definition.edits()).isEmpty();
        assertThat(definition.warnings()).isEmpty();
    }

    @Test
    void onlyDeclaredPoolSettingsAreSaid() {
        assertThat(Reading.cluster(GUIDE)
                        .read()
                        .cluster()
                        .databases()
                        .registry()
                        .pool())
                .isEmpty();
        assertThat(Reading.cluster(GUIDE.replace(
                                "</database>",
                                "<pool><maxWait>1000</maxWait><maxActive>80</maxActive></pool></database>"))
                        .read()
                        .cluster()
                        .databases()
                        .registry()
                        .pool())
                .containsExactly(Map.entry("maxWait", "1000"), Map.entry("maxActive", "80"));
    }

    @Test
    void noTextOfTheClusterShowsAPassword() {
        assertThat(Reading.cluster(GUIDE).read().toString())
                .contains("regadmin")
                .doesNotContain("regpass");
    }

    private static Node node(String id, String host) {
        return new Node(
                id,
                Optional.of(host),
                Optional.of(host),
                Optional.empty(),
                0,
                4100,
                false,
                Optional.empty(),
                Node.Role.ACTIVE,
                Node.Os.LINUX,
                Ports.OF_BASE,
                Jvm.OF_BASE);
    }

    private static Datasource datasource(String name, String jndiName) {
        return new Datasource(
                name,
                jndiName,
                "jdbc:mysql://carbondb.mysql-wso2.com:3306/" + name + "?autoReconnect=true&sslMode=PREFERRED",
                Reading.credentials("regadmin", "regpass"),
                "com.mysql.cj.jdbc.Driver",
                "SELECT 1",
                Map.of(),
                Optional.of(name),
                Optional.empty());
    }
}
