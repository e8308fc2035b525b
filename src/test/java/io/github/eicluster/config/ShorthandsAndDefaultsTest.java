package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.eicluster.model.Cluster;
import io.github.eicluster.model.Coordinates;
import io.github.eicluster.model.CustomEdit;
import io.github.eicluster.model.Datasource;
import io.github.eicluster.model.DistributionSource;
import io.github.eicluster.model.HostEntry;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Membership.Member;
import io.github.eicluster.model.Membership.Parameter;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Registry;
import io.github.eicluster.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShorthandsAndDefaultsTest {

    private static final String NODES =
            "<hostName>ei.wso2.com</hostName><nodes><node>10.0.0.1</node>" + "<node>10.0.0.2</node></nodes>";
    private static final String DB = "<database><type>mysql</type><host>db</host><serverId>ei-db</serverId></database>";

    @Test
    void withoutAPomTwoNodesRunOnThisMachine() {
        Cluster cluster = Reading.withoutPom().read().cluster();

        assertThat(cluster.hostName()).isEqualTo("localhost");
        assertThat(cluster.nodes()).extracting(Node::id).containsExactly("node1", "node2");
        assertThat(cluster.nodes()).extracting(n -> n.host().orElse("")).containsOnly("127.0.0.1");
        assertThat(cluster.nodes()).extracting(Node::portOffset).containsExactly(0, 1);
        assertThat(cluster.nodes()).extracting(Node::memberPort).containsExactly(4100, 4101);
        Datasource registry = cluster.databases().registry();
        assertThat(registry.url())
                .isEqualTo("jdbc:h2:~/.ei-cluster/wso2.ei.domain/REGISTRY_DB;AUTO_SERVER=TRUE;LOCK_TIMEOUT=60000");
        assertThat(registry.credentials().username()).isEqualTo("wso2carbon");
        assertThat(registry.credentials().password().source()).isEqualTo(Secret.Source.DEFAULT);
        assertThat(cluster.nodes()).allMatch(node -> node.localRegistry().isEmpty());
        assertThat(cluster.managementHostName()).isEmpty();
    }

    @Test
    void theCommandLineCompletesTheClusterButNeverOverridesThePom() {
        Cluster cluster = Reading.cluster(
                        NODES + "<loadBalancer>nginx</loadBalancer><database><type>mysql</type></database>")
                .property("ei-cluster.hostName", "other.example.com")
                .property("ei-cluster.nodes", "10.9.9.9")
                .property("ei-cluster.database.type", "oracle")
                .property("ei-cluster.database.host", "db")
                .property("ei-cluster.database.username", "me")
                .property("ei-cluster.database.serverId", "ei-db")
                .property("ei-cluster.loadBalancer.httpPort", "8080")
                .property("ei-cluster.membership.port", "4200")
                .property("ei-cluster.membership.members", "others")
                .property("ei-cluster.configure.skip", "true")
                .read()
                .cluster();

        assertThat(cluster.hostName()).isEqualTo("ei.wso2.com");
        assertThat(cluster.nodes()).extracting(Node::memberPort).containsExactly(4200, 4200);
        assertThat(cluster.membership().listSelf()).isFalse();
        assertThat(cluster.databases().user().url()).startsWith("jdbc:mysql://db:3306/");
        assertThat(cluster.databases().user().credentials().username()).isEqualTo("me");
        assertThat(cluster.loadBalancer().orElseThrow().type()).isEqualTo(LoadBalancer.Type.NGINX);
        assertThat(cluster.loadBalancer().orElseThrow().httpPort()).hasValue(8080);
    }

    @Test
    void theDistributionMayComeFromTheCommandLineOrFromARepository() {
        DistributionSource fromProperty = Reading.withoutPom()
                .distribution("<distribution default-value='x'>${ei-cluster.distribution}</distribution>")
                .property("ei-cluster.distribution", "ei.zip")
                .read()
                .distribution();
        assertThat(fromProperty.path()).contains("ei.zip");

        DistributionSource artifact = Reading.withoutPom()
                .distribution("<distribution><groupId>g</groupId><artifactId>a</artifactId><version>1</version>"
                        + "</distribution>")
                .read()
                .distribution();
        assertThat(artifact.coordinates()).contains(new Coordinates("g", "a", "1", "zip", Optional.empty()));
    }

    @Test
    void offsetsAndMemberPortsCountPerHost() {
        Cluster cluster = Reading.cluster("<hostName>h</hostName><nodes><node>a</node><node>B</node><node>A</node>"
                        + "<node>a</node><node>[FE80::1]</node><node>fe80:0::1</node></nodes>" + DB)
                .read()
                .cluster();

        assertThat(cluster.nodes()).extracting(Node::portOffset).containsExactly(0, 0, 1, 2, 0, 1);
        assertThat(cluster.nodes()).extracting(Node::memberPort).containsExactly(4100, 4100, 4101, 4102, 4100, 4101);
        assertThat(cluster.nodes())
                .extracting(n -> n.host().orElse(""))
                .containsExactly("a", "b", "a", "a", "fe80::1", "fe80::1");
    }

    @Test
    void anOffsetOfANodeAloneOnItsHostWarns() {
        assertThat(Reading.cluster("<hostName>h</hostName><nodes><node>a</node><node><host>b</host>"
                                + "<portOffset>1</portOffset></node></nodes>" + DB)
                        .warnings())
                .containsExactly("cluster/nodes/node[2]/portOffset: '1' although node2 is alone on its host. If a"
                        + " profile merged it in, write combine.self=\"override\" on its <nodes>.");
    }

    @Test
    void attributesThatMavenReadsAreLegal() {
        assertThat(Reading.cluster("<hostName>h</hostName><nodes combine.self='override'>"
                                + "<node combine.children='append'>a</node></nodes>" + DB)
                        .mistakes())
                .isEmpty();
    }

    @Test
    void membersAddToTheNodesAndMayLeaveTheNodeItselfOut() {
        Cluster cluster = cluster("<membership><members><member>others</member><member>192.168.1.2-10</member>"
                + "<member><host>[::2]</host><port>4200</port></member></members></membership>");
        assertThat(cluster.membership().listSelf()).isFalse();
        assertThat(cluster.membership().furtherMembers())
                .containsExactly(new Member("192.168.1.2-10", 4100), new Member("::2", 4200));
        assertThat(cluster("<membership><members>others</members></membership>")
                        .membership()
                        .listSelf())
                .isFalse();
        assertThat(cluster("<membership><members>all</members></membership>")
                        .membership()
                        .listSelf())
                .isTrue();
    }

    @Test
    void moreThan32AddressesWarn() {
        String members = "<membership><members><member>10.0.1.0-%d</member></members></membership>";
        assertThat(Reading.cluster(NODES + DB + members.formatted(29)).warnings())
                .isEmpty();
        assertThat(Reading.cluster(NODES + DB + members.formatted(30)).warnings())
                .containsExactly("cluster/membership/members: 33 addresses are tried one by one when a node starts."
                        + " Name fewer than 33.");
    }

    @Test
    void theOtherSchemesWriteTheParametersOfTheServerInItsOrder() {
        assertThat(cluster("<membership><scheme>aws</scheme><aws><connTimeout>7</connTimeout><region>eu</region>"
                                + "<serverId>aws-keys</serverId></aws></membership>")
                        .membership()
                        .parameters())
                .containsExactly(
                        Parameter.of("accessKey", "AKIA"),
                        Parameter.of("secretKey", new Secret("aws-secret", Secret.Source.SETTINGS)),
                        Parameter.of("region", "eu"),
                        Parameter.of("connTimeout", "7"));
        assertThat(cluster("<membership><scheme>kubernetes</scheme><kubernetes><services>s</services></kubernetes>"
                                + "</membership>")
                        .membership()
                        .parameters())
                .containsExactly(
                        Parameter.of(
                                "membershipSchemeClassName",
                                "org.wso2.carbon.membership.scheme.kubernetes.KubernetesMembershipScheme"),
                        Parameter.of("KUBERNETES_NAMESPACE", "default"),
                        Parameter.of("KUBERNETES_SERVICES", "s"));
    }

    @Test
    void withoutWkaANodeNeedsNoHost() {
        Cluster cluster = Reading.cluster("<hostName>h</hostName><membership><scheme>multicast</scheme></membership>"
                        + "<nodes><node><id>a</id></node><node><id>b</id></node></nodes>" + DB)
                .read()
                .cluster();
        assertThat(cluster.nodes())
                .allMatch(n -> n.host().isEmpty() && n.memberHost().isEmpty());
        assertThat(cluster.nodes()).extracting(Node::memberPort).containsExactly(4100, 4100);
    }

    @Test
    void localRegistriesAreNumberedByTheIdsOfTheNodes() {
        String database = DB.replace("</database>", "<localRegistry>database</localRegistry></database>");
        Cluster both = Reading.cluster("<hostName>h</hostName><nodes><node><id>n1</id><host>a</host></node>"
                        + "<node><id>n2</id><host>b</host></node></nodes>" + database)
                .read()
                .cluster();
        Cluster one = Reading.cluster(
                        "<hostName>h</hostName><nodes><node><id>n2</id><host>b</host></node></nodes>" + database)
                .read()
                .cluster();

        Datasource second = both.nodes().get(1).localRegistry().orElseThrow();
        assertThat(second.url()).startsWith("jdbc:mysql://db:3306/REGISTRY_LOCAL2?");
        assertThat(second.name()).isEqualTo("WSO2_CARBON_DB");
        assertThat(second.jndiName()).isEqualTo("jdbc/WSO2CarbonDB");
        assertThat(one.nodes().get(0).localRegistry()).contains(second);
    }

    @Test
    void aConfigDatabaseGetsAnInstanceOfItsOwn() {
        Cluster cluster = Reading.cluster(
                        NODES + DB.replace("</database>", "<configDatabase>CONF</configDatabase></database>"))
                .read()
                .cluster();
        assertThat(cluster.databases().config().orElseThrow().jndiName()).isEqualTo("jdbc/WSO2ConfigDB");
        assertThat(cluster.registry().instances())
                .extracting(Registry.Instance::id, Registry.Instance::dbConfig)
                .containsExactly(tuple("instanceid", "sharedregistry"), tuple("configinstance", "sharedconfig"));
        assertThat(cluster.registry().mounts().get(0).instance()).isEqualTo("configinstance");
        assertThat(cluster.registry().mounts().get(1).instance()).isEqualTo("instanceid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mysql | | | jdbc:mysql://db:3306/D?autoReconnect=true&sslMode=PREFERRED | com.mysql.cj.jdbc.Driver",
                "mysql | | required | jdbc:mysql://db:3306/D?autoReconnect=true&sslMode=VERIFY_IDENTITY | com.mysql.cj.jdbc.Driver",
                "mysql | 5.7 | | jdbc:mysql://db:3306/D?autoReconnect=true&useSSL=true&requireSSL=false&verifyServerCertificate=false | com.mysql.jdbc.Driver",
                "mysql | 5.7 | off | jdbc:mysql://db:3306/D?autoReconnect=true&useSSL=false | com.mysql.jdbc.Driver",
                "mariadb | | off | jdbc:mariadb://db:3306/D?useSSL=false | org.mariadb.jdbc.Driver",
                "postgresql | | | jdbc:postgresql://db:5432/D?sslmode=prefer | org.postgresql.Driver",
                "postgresql | | required | jdbc:postgresql://db:5432/D?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory | org.postgresql.Driver",
                "oracle | | | jdbc:oracle:thin:@db:1521/D | oracle.jdbc.OracleDriver",
                "oracle | | required | jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcps)(HOST=db)(PORT=2484))(CONNECT_DATA=(SERVICE_NAME=D))) | oracle.jdbc.OracleDriver",
                "mssql | | off | jdbc:sqlserver://db:1433;databaseName=D;SendStringParametersAsUnicode=false;encrypt=false | com.microsoft.sqlserver.jdbc.SQLServerDriver",
                "db2 | | required | jdbc:db2://db:50000/D:sslConnection=true; | com.ibm.db2.jcc.DB2Driver",
            })
    void eachEngineHasItsUrlWithAnExplicitDecisionOnTls(
            String type, String version, String tls, String url, String driver) {
        String database = "<database><type>" + type + "</type><host>db</host><serverId>ei-db</serverId>"
                + (version == null ? "" : "<version>" + version + "</version>")
                + (tls == null ? "" : "<tls>" + tls + "</tls>") + "<userDatabase>D</userDatabase></database>";
        Datasource user =
                Reading.cluster(NODES + database).read().cluster().databases().user();
        assertThat(user.url()).isEqualTo(url);
        assertThat(user.driverClassName()).isEqualTo(driver);
    }

    @Test
    void parametersAreAddedToTheUrlAndReplaceThoseOfThePlugin() {
        assertThat(cluster(DB.replace(
                                        "</database>",
                                        "<parameters><sslMode>REQUIRED</sslMode><serverTimezone>UTC</serverTimezone>"
                                                + "</parameters></database>")
                                .replace("<host>db</host>", "<host>[fe80::5]</host><port>3307</port>"))
                        .databases()
                        .user()
                        .url())
                .isEqualTo("jdbc:mysql://[fe80::5]:3307/WSO2_USER_DB?autoReconnect=true&sslMode=REQUIRED"
                        + "&serverTimezone=UTC");
    }

    @Test
    void hostsFollowFromNodesLoadBalancerAndDatabase() {
        Cluster cluster =
                cluster("<loadBalancer><type>haproxy</type><address>10.0.0.5, 10.0.0.6</address></loadBalancer>"
                        + "<hosts><host><name>ui.ei.wso2.com</name><address>10.0.0.99</address></host></hosts>"
                        + "<database><type>mysql</type><host>db.x.y</host><address>10.0.0.9</address>"
                        + "<serverId>ei-db</serverId></database>");
        assertThat(cluster.loadBalancer().orElseThrow().addresses()).containsExactly("10.0.0.5", "10.0.0.6");
        assertThat(cluster.hosts())
                .containsExactly(
                        new HostEntry("10.0.0.99", "ui.ei.wso2.com"),
                        new HostEntry("10.0.0.1", "node1"),
                        new HostEntry("10.0.0.2", "node2"),
                        new HostEntry("10.0.0.5", "ei.wso2.com"),
                        new HostEntry("10.0.0.9", "db.x.y"));
    }

    @Test
    void editsSayWhatTheyDo() {
        List<CustomEdit> edits = Reading.cluster(NODES + DB)
                .edits("<edit><file>a.xml</file><xpath>/a</xpath><value/><nodes>node1, node2</nodes></edit>"
                        + "<edit><file>a.xml</file><xpath>/a</xpath><insert><b c='1&amp;2'>&lt;</b><d/></insert></edit>"
                        + "<edit><file>a.xml</file><xpath>/a</xpath><insert><![CDATA[<e/>]]></insert></edit>"
                        + "<edit><file>a.xml</file><xpath>/a</xpath><attribute>x</attribute><remove>true</remove></edit>"
                        + "<edit><file>a.properties</file><property>k</property><serverId>ei-broker</serverId></edit>"
                        + "<edit><file>a.properties</file><property>k</property><value>${sys:x}</value>"
                        + "<nodes><node>node2</node></nodes></edit>")
                .read()
                .edits();
        assertThat(edits)
                .extracting(CustomEdit::action)
                .containsExactly(
                        CustomEdit.Action.SET_TEXT,
                        CustomEdit.Action.INSERT,
                        CustomEdit.Action.INSERT,
                        CustomEdit.Action.REMOVE_ATTRIBUTE,
                        CustomEdit.Action.SET_PROPERTY,
                        CustomEdit.Action.SET_PROPERTY);
        assertThat(edits.get(0).value()).contains("");
        assertThat(edits.get(0).nodes()).containsExactlyInAnyOrder("node1", "node2");
        assertThat(edits.get(1).value()).contains("<b c=\"1&amp;2\">&lt;</b><d/>");
        assertThat(edits.get(2).value()).contains("<e/>");
        assertThat(edits.get(4).secret().orElseThrow().reveal()).isEqualTo("mqpass");
        assertThat(edits.get(4).value()).isEmpty();
        assertThat(edits.get(5).value()).contains("${sys:x}");
        assertThat(edits.get(5).where()).isEqualTo("edits/edit[6]");
    }

    @Test
    void hazelcastEntriesKeepNameAndOrder() {
        assertThat(cluster("<membership><hazelcast><hazelcast.b>2</hazelcast.b><hazelcast.a>1</hazelcast.a>"
                                + "</hazelcast></membership>")
                        .membership()
                        .hazelcast())
                .containsExactly(Map.entry("hazelcast.b", "2"), Map.entry("hazelcast.a", "1"));
    }

    /** A cluster of two nodes with the given content, and a database unless the content has one. */
    private static Cluster cluster(String content) {
        String database = content.contains("<database>") ? "" : DB;
        return Reading.cluster(NODES + database + content).read().cluster();
    }
}
