package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakesTest {

    private static final String TWO = "<node>10.0.0.1</node><node>10.0.0.2</node>";
    private static final String DB = "<database><type>mysql</type><host>db</host><serverId>ei-db</serverId></database>";

    @Test
    void allMistakesAreListedTogetherInTheOrderOfThePom() {
        Reading reading = Reading.cluster("""
                        <domian>x</domian>
                        <hostName>https://ei.wso2.com</hostName>
                        <membership><port>99999</port><members>192.168.1-3.4</members></membership>
                        <nodes>
                          <node><id>Node_1</id><host>192.168.57.11</host></node>
                          <node><host>127.0.0.1</host><portOfset>1</portOfset></node>
                          <node><host>192.168.57.11</host><portOffset>0</portOffset></node>
                        </nodes>
                        <database type="mysql">
                          <type>mysqll</type>
                        </database>
                        <registry><mounts><mount><path>/_system/local/x</path></mount></mounts></registry>
                        <admin>admin</admin>
                        <loadBalancer><httpPort>many</httpPort></loadBalancer>
                        """)
                .distribution("<distribution/>")
                .edits("<edit><file>../x</file><xpath>a</xpath><value>1</value><remove>true</remove></edit>");

        assertThat(reading.mistakes())
                .containsExactly(
                        "distribution/path: is missing. Give the path of a zip or home, or groupId, artifactId and"
                                + " version.",
                        "cluster/domian: no such element. Did you mean 'domain'?",
                        "cluster/hostName: 'https://ei.wso2.com' is neither a host name nor an IPv4 or IPv6 address."
                                + " Give one of them, without scheme and port.",
                        "cluster/membership/port: '99999' is not a port (1 to 65535). Choose one within the limits.",
                        "cluster/membership/members: '192.168.1-3.4' is not one of all, others. Write one of them.",
                        "cluster/nodes/node[1]/id: 'Node_1' is no id of a node. Use lower-case letters, digits and"
                                + " hyphens, at most 31, the first no hyphen.",
                        "cluster/nodes/node[2]/host: '127.0.0.1' cannot be reached by Node_1 (192.168.57.11). Give the"
                                + " address that other nodes use.",
                        "cluster/nodes/node[2]/portOfset: no such element. Did you mean 'portOffset'?",
                        "cluster/nodes/node[3]/portOffset: '0' is the offset of Node_1 on the same host"
                                + " (192.168.57.11) too. Give each node of a host an offset of its own.",
                        "cluster/database: the attribute 'type' means nothing here. Write values as elements.",
                        "cluster/database/type: 'mysqll' is not one of mysql, mariadb, postgresql, oracle, mssql, db2,"
                                + " h2. Did you mean 'mysql'?",
                        "cluster/registry/mounts/mount[1]/path: '/_system/local/x' would share /_system/local, which"
                                + " each node keeps for itself. Mount a path beside it.",
                        "cluster/admin: 'admin' is stray text. Known here: username, serverId, password, role, add.",
                        "cluster/loadBalancer/type: is missing. Give one of nginx, nginx-plus, haproxy, external.",
                        "cluster/loadBalancer/httpPort: 'many' is not a port (1 to 65535) or none. Write digits only.",
                        "edits/edit[1]: value and remove contradict each other. Keep one of them.",
                        "edits/edit[1]/file: '../x' is no path below the home. Give a relative path with forward"
                                + " slashes and without dots.",
                        "edits/edit[1]/xpath: 'a' is no absolute path of an element. Begin with / and the root"
                                + " element.");
    }

    @Test
    void theFailureCountsItsMistakesInAHeading() {
        assertThatThrownBy(
                        () -> Reading.cluster("<nodes>" + TWO + "</nodes>" + DB).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The configuration of ei-cluster has a mistake:\ncluster/hostName: is missing. The nodes"
                        + " live on several hosts: give the name that clients use.");
        assertThatThrownBy(() -> Reading.cluster("<hostName>a b</hostName><x/><nodes>" + TWO + "</nodes>" + DB)
                        .read())
                .hasMessageStartingWith("The configuration of ei-cluster has 2 mistakes:\ncluster/hostName: 'a b' is");
    }

    @Test
    void aPomWithoutClusterIsAMistake() {
        assertThat(Reading.emptyPom().mistakes())
                .containsExactly("cluster: is missing. Add <cluster> with its <nodes> to the <configuration> of"
                        + " ei-cluster-maven-plugin.");
    }

    @Test
    void aMissingDistributionIsAMistakeThatNamesTheProperty() {
        assertThat(Reading.cluster(GuideExampleTest.GUIDE).distribution("").mistakes())
                .containsExactly("distribution: is missing. Give the distribution of WSO2 EI, such as"
                        + " -Dei-cluster.distribution=/path/to/wso2ei-6.6.0.zip.");
    }

    @Test
    void severalHostsNeedADatabaseServer() {
        assertThat(Reading.cluster("<hostName>ei.x.y</hostName><nodes>" + TWO + "</nodes>")
                        .mistakes())
                .containsExactly("cluster/database: is missing, and the embedded H2 serves the nodes of one host only,"
                        + " but the nodes live on several. Name a database server: type, host and serverId in"
                        + " <database>, or -Dei-cluster.database.type, .host and .serverId.");
    }

    @Test
    void aServerThatIsMissingOrHasNoPasswordIsAMistake() {
        assertThat(mistakes("<database><type>mysql</type><host>db</host><serverId>nobody</serverId></database>"))
                .containsExactly("cluster/database/serverId: 'nobody' names no server of settings.xml. Add"
                        + " <server><id>nobody</id><username>..</username><password>..</password></server> to"
                        + " settings.xml.");
        assertThat(mistakes("<database><type>mysql</type><host>db</host><serverId>no-password</serverId></database>"))
                .containsExactly("cluster/database/serverId: 'no-password' names a server of settings.xml that has no"
                        + " password. Add <password>..</password> to it.");
        assertThat(mistakes("<database><type>mysql</type><host>db</host><serverId>broken</serverId></database>"))
                .containsExactly("cluster/database/serverId: the password of server 'broken' cannot be decrypted.");
        assertThat(mistakes("<database><type>mysql</type><host>db</host></database>"))
                .containsExactly("cluster/database: has no user and password. Add <serverId> with the id of a server"
                        + " of settings.xml, or username and password.");
        assertThat(mistakes("<database><type>mysql</type><host>db</host><username>me</username></database>"))
                .containsExactly("cluster/database: has no password. Add <serverId> with the id of a server of"
                        + " settings.xml, or username and password.");
    }

    @Test
    void anUnsetVariableIsAMistake() {
        assertThat(mistakes("<admin><username>env:NOBODY</username></admin>" + DB))
                .containsExactly("cluster/admin/username: 'env:NOBODY' names an environment variable that is not set."
                        + " Set NOBODY.");
    }

    @Test
    void aPasswordInClearTextIsAWarningAndInProductionAMistake() {
        String admin = "<hostName>h</hostName><nodes>" + TWO + "</nodes>" + DB
                + "<admin><password>pa55word</password></admin>";
        String line = "cluster/admin/password: is written in clear text. Name a server of settings.xml with serverId,"
                + " or write env:NAME.";
        assertThat(Reading.cluster(admin).warnings()).containsExactly(line);
        assertThat(Reading.cluster(admin).production().mistakes()).containsExactly(line);
    }

    @Test
    void anUnresolvedPropertyIsNamed() {
        assertThat(mistakes("<domain>${ei.domain}</domain>" + DB))
                .containsExactly("cluster/domain: '${ei.domain}' refers to the property ei.domain, which is not set."
                        + " Set it in <properties> or with -Dei.domain=...");
    }

    @Test
    void twoRolesInOneDatabaseAreAMistake() {
        assertThat(mistakes("<database><type>mysql</type><host>db</host><serverId>ei-db</serverId>"
                        + "<registryDatabase>WSO2_USER_DB</registryDatabase></database>"))
                .containsExactly("cluster/database/registryDatabase:"
                        + " 'jdbc:mysql://db:3306/WSO2_USER_DB?autoReconnect=true&sslMode=PREFERRED' is the database"
                        + " of userDatabase too, with the same tables. Give each its own name.");
    }

    @Test
    void onOracleTwoUsersOfOneServiceAreTwoDatabases() {
        String roles = "<database><type>oracle</type><host>db</host><serverId>ei-db</serverId>"
                + "<userDatabase><name>PDB1</name>%s</userDatabase><registryDatabase>PDB1</registryDatabase></database>";
        assertThat(mistakes(roles.formatted("<serverId>ei-db2</serverId>"))).isEmpty();
        assertThat(mistakes(roles.formatted("")))
                .containsExactly("cluster/database/registryDatabase: 'jdbc:oracle:thin:@db:1521/PDB1' is the database"
                        + " of userDatabase too, with the same tables. Give each its own name or user.");
    }

    @Test
    void localRegistriesNeedNumbersOrNames() {
        String database = "<database><type>mysql</type><host>db</host><serverId>ei-db</serverId>"
                + "<localRegistry>database</localRegistry></database>";
        String rule = "/localDatabase: is missing. The ids of the nodes do not end in numbers that differ, so that each"
                + " node has to name the database of its own registry.";
        assertThat(Reading.cluster("<hostName>h</hostName><nodes><node><id>a1</id><host>10.0.0.1</host></node>"
                                + "<node><id>b1</id><host>10.0.0.2</host><localDatabase>B</localDatabase></node></nodes>"
                                + database)
                        .mistakes())
                .containsExactly("cluster/nodes/node[1]" + rule);
    }

    @Test
    void parametersOfAnotherSchemeAreAMistake() {
        assertThat(mistakes("<membership><aws><region>x</region></aws></membership>" + DB))
                .containsExactly("cluster/membership/aws: belongs to the scheme aws, but the scheme is wka. Remove it"
                        + " or change scheme.");
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1-2.3, is no range of addresses. A range stands in the last number only; such as 192.168.1.2-10.",
        "192.168.1.10-2, is no range of addresses. A range stands in the last number only; such as 192.168.1.2-10.",
        "192.168.1.2-256, is no range of addresses. A range stands in the last number only; such as 192.168.1.2-10.",
        "192.168.1.*, is no range of addresses. A range stands in the last number only; such as 192.168.1.2-10.",
        "10.0.0.1:4100, is neither a host name; an address nor a range. Give one of them; the port in <port>.",
    })
    void aRangeStandsInTheLastNumberOnly(String host, String rule) {
        assertThat(mistakes("<membership><members><member>" + host + "</member></members></membership>" + DB))
                .containsExactly("cluster/membership/members/member[1]: '" + host + "' " + rule.replace(';', ','));
    }

    @Test
    void furtherMembersMustReachTheNodesToo() {
        assertThat(Reading.cluster("<nodes><node>localhost</node></nodes>"
                                + "<membership><members><member>10.0.0.9</member></members></membership>")
                        .mistakes())
                .containsExactly("cluster/nodes/node[1]: 'localhost' cannot be reached by the member 10.0.0.9. Give the"
                        + " address that other members use.");
    }

    @Test
    void portsOfOneHostMustNotClash() {
        assertThat(Reading.cluster("<nodes><node>h</node><node><host>h</host><ports><http>8242</http></ports></node>"
                                + "<node><host>h</host><memberPort>8280</memberPort></node></nodes>")
                        .mistakes())
                .containsExactly(
                        "cluster/nodes/node[2]/ports/http: '8243' (http, offset included) is the port of https of"
                                + " node1 on the same host too. Choose another port or offset.",
                        "cluster/nodes/node[3]/memberPort: '8280' (memberPort, offset included) is the port of http"
                                + " of node1 on the same host too. Choose another port or offset.");
        assertThat(Reading.cluster("<nodes><node><host>h</host><portOffset>60000</portOffset></node></nodes>")
                        .mistakes())
                .hasSize(6)
                .first()
                .isEqualTo("cluster/nodes/node[1]/portOffset: '60000' shifts http 8280 beyond 65535. Choose a lower"
                        + " offset or port.");
    }

    @Test
    void idsAreUniqueAndNotReserved() {
        assertThat(Reading.cluster("<nodes><node><id>node2</id><host>h</host></node><node>h</node>"
                                + "<node><id>certs</id><host>h</host></node></nodes>")
                        .mistakes())
                .containsExactly(
                        "cluster/nodes/node[2]/id: 'node2' is the id of node[1] too. Give each node an id of its own.",
                        "cluster/nodes/node[3]/id: 'certs' is reserved for the plugin's own files. Choose another id.");
    }

    @Test
    void valuesOfTheCommandLineAreNamedByTheirProperty() {
        assertThat(Reading.withoutPom()
                        .property("ei-cluster.nodes", "10.0.0.1,127.0.0.1")
                        .property("ei-cluster.hostName", "a b")
                        .property("ei-cluster.database.type", "mysql")
                        .property("ei-cluster.database.host", "db")
                        .property("ei-cluster.database.serverId", "ei-db")
                        .mistakes())
                .containsExactlyInAnyOrder(
                        "-Dei-cluster.hostName: 'a b' is neither a host name nor an IPv4 or IPv6 address. Give one of"
                                + " them, without scheme and port.",
                        "-Dei-cluster.nodes: '127.0.0.1' cannot be reached by node1 (10.0.0.1). Give the address that"
                                + " other nodes use.");
    }

    @Test
    void onPostgresqlAnotherUserIsNotAnotherDatabaseButASchemaIs() {
        String roles = "<database><type>postgresql</type><host>db</host><serverId>ei-db</serverId>"
                + "<userDatabase><name>EI</name>%s</userDatabase><registryDatabase>EI</registryDatabase></database>";
        assertThat(mistakes(roles.formatted("<schema>users</schema>"))).isEmpty();
        assertThat(mistakes(roles.formatted("<serverId>ei-db2</serverId>")))
                .containsExactly("cluster/database/registryDatabase: 'jdbc:postgresql://db:5432/EI?sslmode=prefer' is"
                        + " the database of userDatabase too, with the same tables. Give each its own name or schema.");
    }

    @Test
    void elementsAreReportedThatMavenWouldIgnore() {
        assertThat(mistakes("<domain/><domain>a</domain><registry>x<mounts/></registry><admin><role><x/></role>"
                        + "<pasword>s3cret</pasword></admin><jmv/>" + DB))
                .containsExactly(
                        "cluster/domain: is empty. Give a value (text) or remove the element.",
                        "cluster/domain: is given more than once. Keep one.",
                        "cluster/registry: 'x' is stray text beside elements. Remove it.",
                        "cluster/registry/mounts: is empty. Give at least one mount, or remove the element.",
                        "cluster/admin/role/x: no such element: role takes a value (text). Write the value as text.",
                        "cluster/admin/pasword: no such element. Did you mean 'password'?",
                        "cluster/jmv: no such element. Known here: domain, hostName, managementHostName, membership, nodes,"
                                + " ports, database, registry, admin, jvm, service, deploymentSync, loadBalancer,"
                                + " certificates, vault, hosts.");
    }

    @Test
    void nodesOfAProfileMergedByPositionAreReported() {
        assertThat(Reading.cluster("<hostName>h</hostName><nodes><node><id>a</id><host>a</host><host>b</host></node>"
                                + "</nodes>" + DB)
                        .mistakes())
                .containsExactly("cluster/nodes/node[1]/host: is given more than once. Keep one.");
    }

    @Test
    void theManagementHostNameNeedsAConsoleBehindTheLoadBalancer() {
        String rule = "cluster/managementHostName: is used only with a load balancer that serves the console. Remove"
                + " it or add loadBalancer.";
        assertThat(mistakes("<managementHostName>m</managementHostName>" + DB)).containsExactly(rule);
        assertThat(mistakes("<managementHostName>m</managementHostName><loadBalancer><type>nginx</type>"
                        + "<console>false</console></loadBalancer>" + DB))
                .containsExactly(rule);
    }

    @Test
    void aWrongHostIsReportedOnceAndLeadsToNoOtherMistake() {
        assertThat(Reading.cluster("<nodes><node>10.0.0.300</node><node/></nodes>")
                        .mistakes())
                .containsExactly(
                        "cluster/nodes/node[1]: '10.0.0.300' is neither a host name nor an IPv4 or IPv6 address. Give"
                                + " one of them, without scheme and port.",
                        "cluster/nodes/node[2]/host: is missing. The scheme wka needs it: give the address that other"
                                + " nodes use.");
    }

    @Test
    void mariadbCannotPreferEncryption() {
        String database = "<database><type>mariadb</type><host>db</host><serverId>ei-db</serverId>%s</database>";
        assertThat(mistakes(database.formatted("<tls>preferred</tls>")))
                .containsExactly("cluster/database/tls: 'preferred' is not known to the driver of mariadb. Give"
                        + " required or off.");
        assertThat(Reading.cluster("<nodes><node>h</node></nodes>" + database.formatted(""))
                        .warnings())
                .containsExactly("cluster/database/tls: is missing, and the driver of mariadb cannot prefer encryption:"
                        + " connections are in clear text. Give required or off.");
    }

    @Test
    void aUrlReplacesHostAndPortAndHoldsNoPassword() {
        assertThat(mistakes("<database><url>jdbc:mysql://h/{database}?user=x&amp;password=y</url><port>1</port>"
                        + "<serverId>ei-db</serverId></database>"))
                .containsExactly(
                        "cluster/database/url: holds a password. Name a server of settings.xml with serverId.",
                        "cluster/database/port: contradicts url, which stands for all of it. Keep one of them.");
        assertThat(mistakes("<database><type>oracle</type><url>jdbc:mysql://h/{database}</url>"
                        + "<serverId>ei-db</serverId></database>"))
                .containsExactly("cluster/database/url: 'jdbc:mysql://h/{database}' does not begin with jdbc:oracle:,"
                        + " as URLs of oracle do. Correct it, or name the driver in driverClassName.");
    }

    @Test
    void editsMustNameExistingNodesAndOneAction() {
        assertThat(Reading.cluster(GuideExampleTest.GUIDE)
                        .edits("<edit><file>a</file><xpath>/a</xpath><remove>false</remove></edit>"
                                + "<edit><file>a</file><property>p</property><xpath>/a</xpath><value>1</value>"
                                + "<nodes>node3</nodes></edit>"
                                + "<edit><file>a</file><property>p</property><insert><x/></insert></edit>")
                        .mistakes())
                .containsExactly(
                        "edits/edit[1]: does nothing. Add one of value, serverId, insert, uncomment, remove.",
                        "edits/edit[2]/property: contradicts xpath. Name an element or a key, not both.",
                        "edits/edit[2]/nodes: 'node3' is no node. Did you mean 'node1'?",
                        "edits/edit[3]/insert: means nothing for a key of a properties file. Give value, serverId or"
                                + " remove.");
    }

    @Test
    void mountsAreAbsoluteAndUniqueAndNameAnInstance() {
        assertThat(mistakes(DB
                        + "<registry><mounts><mount><path>/_system/a</path></mount><mount><path>/_system/a</path>"
                        + "<instance>instancid</instance></mount><mount><path>x/</path></mount><mount><path>/</path>"
                        + "</mount></mounts></registry>"))
                .containsExactly(
                        "cluster/registry/mounts/mount[2]/path: '/_system/a' is mounted already. Mount each path"
                                + " once.",
                        "cluster/registry/mounts/mount[2]/instance: 'instancid' is no instance. Did you mean"
                                + " 'instanceid'?",
                        "cluster/registry/mounts/mount[3]/path: 'x/' is no absolute registry path. Begin with / and"
                                + " leave out the last one, blanks and dots.",
                        "cluster/registry/mounts/mount[4]/path: '/' would share /_system/local, which each node keeps"
                                + " for itself. Mount a path beside it.");
    }

    private static List<String> mistakes(String content) {
        return Reading.cluster("<hostName>ei.wso2.com</hostName><nodes>" + TWO + "</nodes>" + content)
                .mistakes();
    }
}
