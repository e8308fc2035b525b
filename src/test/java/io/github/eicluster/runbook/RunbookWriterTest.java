package io.github.eicluster.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Admin;
import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Credentials;
import io.github.eicluster.model.DatabaseType;
import io.github.eicluster.model.Databases;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.HostEntry;
import io.github.eicluster.model.Jvm;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Membership;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Ports;
import io.github.eicluster.model.Registry;
import io.github.eicluster.model.Secret;
import io.github.eicluster.template.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunbookWriterTest {

    private static final RunbookCertificates CERTIFICATES = new RunbookCertificates(
            List.of(
                    new RunbookCertificates.Row("load balancer", "CN=ei.wso2.com", "2028-11-23", "generated", "AA:01"),
                    new RunbookCertificates.Row("internal key", "CN=a|b", "2036-11-20", "provided", "BB:02")),
            Set.of("ca.crt", "nodes.crt", "server.crt", "server.key", "server.csr"),
            "~/.ei-cluster/com.example.shop",
            "CC:03");

    private final RunbookWriter writer = new RunbookWriter(new Templates());

    @Test
    void hostsAreAddressTabNameAndNamesWithoutAddressAreComments() {
        assertThat(writer.hosts(cluster(mysql()))).isEqualTo("""
                        192.168.57.10\tei.wso2.com
                        # <address of the load balancer (cluster/loadBalancer/address)>\tui.ei.wso2.com
                        # <address of the database server (cluster/database/address)>\tdb
                        """);
        assertThat(runbook(mysql(), "6.4.0"))
                .contains("    192.168.57.10\tei.wso2.com\n")
                .contains("| db | the database server (cluster/database/address) |\n");
    }

    @Test
    void nodesPortsAndOrderAreStated() {
        String runbook = runbook(mysql(), "6.4.0");
        assertThat(runbook)
                .startsWith("# Runbook of the cluster wso2.ei.domain (prod)\n\nWSO2")
                .contains("\n## 1. Nodes\n")
                .contains("| node1 | 192.168.57.11 | 0 | 4100 | 8280 | 8243 | 9443 | active | read-only |")
                .contains("| node1 | node2 (192.168.57.12) | TCP 4101 | cluster messages |")
                .contains("| node2 | node1 (192.168.57.11) | TCP 4100 | cluster messages |")
                .contains("| load balancer | node2 (192.168.57.12) | TCP 8281, 8244, 9444 |")
                .contains("1. node2 on 192.168.57.12, in `node2\\wso2ei-6.4.0`: `bin\\integrator.bat`")
                .contains("2. node1 on 192.168.57.11, in `node1/wso2ei-6.4.0`: `sh bin/integrator.sh start`")
                .contains("`shop-node1.zip`")
                .contains("    192.168.57.10\tei.wso2.com\n");
    }

    @Test
    void databasesAreListedWithoutPasswords() {
        String runbook = runbook(mysql(), "6.4.0");
        assertThat(runbook)
                .contains(
                        "| WSO2_USER_DB | `jdbc:mysql://db/WSO2_USER_DB?password=***&x=1` | regadmin | users and permissions |")
                .contains("wso2ei-6.4.0/dbscripts/mysql5.7.sql")
                .doesNotContain("hush");
        assertThat(runbook(mysql(), "6.6.0")).contains("dbscripts/mysql.sql").doesNotContain("mysql5.7.sql");
    }

    @Test
    void tablesOfASharedH2AreCreatedByAnExactCommand() {
        assertThat(runbook(h2(), "6.6.0"))
                .contains("    java -cp wso2ei-6.6.0/wso2/components/plugins/h2*.jar org.h2.tools.RunScript"
                        + " -url \"jdbc:h2:~/.ei-cluster/d/REGISTRY_DB;AUTO_SERVER=TRUE\" -user wso2carbon"
                        + " -password \"wso2carbon\" -script wso2ei-6.6.0/dbscripts/h2.sql\n")
                .doesNotContain("Create each database and its user");
    }

    @Test
    void aPasswordOfOnesOwnIsNamedInTheCommandButNotShown() {
        Databases own = databases(DatabaseType.H2, "jdbc:h2:~/%s", "me", Secret.Source.SETTINGS);
        assertThat(runbook(own, "6.6.0")).contains("-password \"<password>\"").doesNotContain("hush-hush");
    }

    @Test
    void mountsAndTheirOverwritingAreExplained() {
        assertThat(runbook(mysql(), "6.4.0"))
                .contains("The mounts (/_system/config, /_system/governance) are recorded")
                .contains("`overwrite=\"true\"` (/_system/config)")
                .contains("`virtual`");
    }

    @Test
    void certificatesTheirReceiversAndTheirEndsAreStated() {
        assertThat(runbook(mysql(), "6.4.0"))
                .contains("\n## 5. Keys and certificates\n")
                .contains("| load balancer | CN=ei.wso2.com | 2028-11-23 | generated | `AA:01` |")
                .contains("| internal key | CN=a\\|b | 2036-11-20 | provided | `BB:02` |")
                .contains("| `server.key` | the load balancer; its private key in clear text,")
                .contains("| `ca.crt` | every client that is to trust")
                .contains("from 30 days before its end on")
                .contains("kept on the build machine in `~/.ei-cluster/com.example.shop`")
                .contains("    CC:03\n")
                .contains("\n## 6. Install\n")
                .contains("\n## 10. Stop and restart\n");
    }

    @Test
    void onlyFilesThatAreThereAreNamed() {
        RunbookCertificates certificates =
                new RunbookCertificates(CERTIFICATES.certificates(), Set.of("nodes.crt"), "keys", "");

        assertThat(runbook(cluster(mysql()), "6.4.0", certificates))
                .contains("| `nodes.crt` |")
                .doesNotContain("server.key", "ca.crt", "The internal key pair encrypts");
    }

    @Test
    void keysOfTheDistributionAreSaidToBeThose() {
        RunbookCertificates none = new RunbookCertificates(List.of(), Set.of(), "keys", "");

        assertThat(runbook(cluster(mysql(), Certificates.Mode.NONE), "6.4.0", none))
                .contains("are those of the distribution")
                .doesNotContain("`keys`", "Back this folder up");
    }

    @Test
    void nothingOfTheTemplateLanguageIsLeft() {
        assertThat(runbook(mysql(), "6.4.0") + runbook(h2(), "6.6.0"))
                .doesNotContain("#if")
                .doesNotContain("#end")
                .doesNotContain("[[")
                .doesNotContain("$");
    }

    private static Cluster cluster(Databases databases) {
        return cluster(databases, Certificates.Mode.GENERATE);
    }

    private static Cluster cluster(Databases databases, Certificates.Mode mode) {
        Node node1 = node("node1", "192.168.57.11", 0, 4100, true, Node.Os.LINUX);
        Node node2 = node("node2", "192.168.57.12", 1, 4101, false, Node.Os.WINDOWS);
        return new Cluster(
                "wso2.ei.domain",
                "ei.wso2.com",
                Optional.of("ui.ei.wso2.com"),
                new Membership(Membership.Scheme.WKA, true, List.of(), List.of(), Optional.empty(), Map.of()),
                List.of(node1, node2),
                databases,
                new Registry(
                        List.of(new Registry.Instance("i", false, "d", databases.registry(), false, "/", true)),
                        List.of(
                                new Registry.Mount("/_system/config", "/a", Registry.Overwrite.TRUE, "i"),
                                new Registry.Mount("/_system/governance", "/b", Registry.Overwrite.VIRTUAL, "i"))),
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
                certificates(mode),
                List.of(new HostEntry("192.168.57.10", "ei.wso2.com")),
                Optional.empty(),
                Optional.empty());
    }

    private String runbook(Databases databases, String version) {
        return runbook(cluster(databases), version, CERTIFICATES);
    }

    private String runbook(Cluster cluster, String version, RunbookCertificates certificates) {
        return writer.runbook(new RunbookData(
                cluster,
                Map.of(
                        "node1",
                        new ListenerPorts(8280, 8243, 9443, 9763, 0),
                        "node2",
                        new ListenerPorts(8281, 8244, 9444, 9764, 1)),
                version,
                "wso2ei-" + version,
                "prod",
                Map.of("node1", "shop-node1.zip", "node2", "shop-node2.zip"),
                certificates));
    }

    private static Certificates certificates(Certificates.Mode mode) {
        Certificates usual = Certificates.DEFAULT;
        return new Certificates(
                mode,
                usual.internalKey(),
                usual.internalKeyFingerprint(),
                usual.ca(),
                usual.perNode(),
                usual.store(),
                usual.storeType(),
                usual.keySize(),
                usual.validity(),
                usual.renewBefore(),
                usual.protocols(),
                usual.defaultKeys(),
                usual.loadBalancer(),
                usual.node(),
                usual.internal(),
                usual.truststorePassword(),
                usual.trusted());
    }

    private static Databases mysql() {
        return databases(
                DatabaseType.MYSQL, "jdbc:mysql://db/%s?password=hush&x=1", "regadmin", Secret.Source.SETTINGS);
    }

    private static Databases h2() {
        return databases(
                DatabaseType.H2, "jdbc:h2:~/.ei-cluster/d/%s;AUTO_SERVER=TRUE", "wso2carbon", Secret.Source.DEFAULT);
    }

    private static Databases databases(DatabaseType type, String url, String user, Secret.Source source) {
        return new Databases(
                type,
                Optional.of("db"),
                Optional.empty(),
                datasource("WSO2_USER_DB", url, user, source),
                datasource("REGISTRY_DB", url, user, source),
                Optional.empty());
    }

    private static Datasource datasource(String name, String url, String user, Secret.Source source) {
        String password = source == Secret.Source.DEFAULT ? user : "hush-hush";
        return new Datasource(
                name,
                "jdbc/" + name,
                url.formatted(name),
                new Credentials(user, new Secret(password, source)),
                "driver",
                "SELECT 1",
                Map.of());
    }

    private static Node node(String id, String host, int offset, int memberPort, boolean readOnly, Node.Os os) {
        return new Node(
                id,
                Optional.of(host),
                Optional.of(host),
                Optional.empty(),
                offset,
                memberPort,
                readOnly,
                Optional.empty(),
                Node.Role.ACTIVE,
                os,
                Ports.OF_BASE,
                Jvm.OF_BASE);
    }
}
