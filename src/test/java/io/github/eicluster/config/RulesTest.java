package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line per rule that a single element of the cluster can break. */
class RulesTest {

    private static final String NODES =
            "<hostName>ei.wso2.com</hostName><nodes><node>10.0.0.1</node>" + "<node>10.0.0.2</node></nodes>";
    private static final String DB = "<type>mysql</type><host>db</host><serverId>ei-db</serverId>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<domain>a b</domain> | cluster/domain: 'a b' is no name of a group. Use letters, digits, dots, underscores and hyphens, the first a letter or a digit.",
                "<loadBalancer>ngin</loadBalancer> | cluster/loadBalancer: 'ngin' is not one of nginx, nginx-plus, haproxy, external. Did you mean 'nginx'?",
                "<loadBalancer><type>nginx</type><httpsPort>80</httpsPort></loadBalancer> | cluster/loadBalancer/httpsPort: '80' is the port for HTTP and for HTTPS. Choose two ports.",
                "<loadBalancer><type>nginx</type><address>lb.x.y</address></loadBalancer> | cluster/loadBalancer/address: 'lb.x.y' is neither an IPv4 nor an IPv6 address. Give the addresses that the nodes see, separated by commas.",
                "<hosts><host><name>1.2.3.4</name><address>1.2.3.4</address></host></hosts> | cluster/hosts/host[1]/name: '1.2.3.4' is no host name. Use letters, digits, hyphens and dots.",
                "<hosts><host><name>a</name><address>b</address></host></hosts> | cluster/hosts/host[1]/address: 'b' is neither an IPv4 nor an IPv6 address. Give one of them, without scheme and port.",
                "<hosts><host><name>a</name></host></hosts> | cluster/hosts/host[1]/address: is missing. Give name and address of the host.",
                "<hosts><host><name>a</name><address>1.1.1.1</address></host><host><name>a</name><address>1.1.1.2</address></host></hosts> | cluster/hosts/host[2]/name: 'a' has the address 1.1.1.1 already. Keep one.",
                "<membership><hazelcast><heartbeat>1</heartbeat></hazelcast></membership> | cluster/membership/hazelcast/heartbeat: 'heartbeat' is no Hazelcast property: their names begin with hazelcast. Write the whole name, such as hazelcast.max.no.heartbeat.seconds.",
                "<membership><serverId>ei-group</serverId><groupPassword>env:GROUP_PASSWORD</groupPassword></membership> | cluster/membership/groupPassword: contradicts serverId, which gives it too. Keep one.",
                "<membership><scheme>kubernetes</scheme></membership> | cluster/membership/kubernetes/services: is missing. Name the Kubernetes services of the nodes.",
                "<membership><scheme>multicast</scheme><members>others</members></membership> | cluster/membership/members: is read only with the scheme wka, but the scheme is multicast. Remove it.",
                "<membership><scheme>aws</scheme><aws><serverId>aws-keys</serverId><iamRole>r</iamRole></aws></membership> | cluster/membership/aws/iamRole: contradicts serverId: the server uses keys or a role. Keep one.",
                "<membership><scheme>aws</scheme><aws><serverId>ei-group</serverId></aws></membership> | cluster/membership/aws/serverId: 'ei-group' names a server of settings.xml that has no user name. Add <username> with the access key to it.",
                "<membership><members><member><port>1</port></member></members></membership> | cluster/membership/members/member[1]/host: is missing. Give a host, an address or a range.",
                "<admin><serverId>ei-admin</serverId><password>env:ADMIN_PASSWORD</password></admin> | cluster/admin/password: contradicts serverId, which gives a password too. Keep one.",
                "<registry><instances><instance><readOnly>true</readOnly></instance></instances></registry> | cluster/registry/instances/instance[1]/id: is missing. Give the instance a name that mounts refer to.",
                "<registry><instances><instance><id>a</id></instance><instance><id>a</id></instance></instances></registry> | cluster/registry/instances/instance[2]/id: 'a' is the id of instance[1] too. Give each instance an id of its own.",
                "<registry><instances><instance><id>a</id><database>config</database></instance></instances></registry> | cluster/registry/instances/instance[1]/database: 'config' needs a database of its own. Add configDatabase to database, or write registry.",
                "<registry><instances><instance><id>a</id><dbConfig>wso2registry</dbConfig></instance></instances></registry> | cluster/registry/instances/instance[1]/dbConfig: 'wso2registry' is the dbConfig of the node's own registry. Choose another name.",
                "<ports><http>0</http></ports> | cluster/ports/http: '0' is not a port (1 to 65535). Choose one within the limits.",
                "<ports>8280</ports> | cluster/ports: '8280' is stray text. Known here: http, https, console, consoleHttp.",
            })
    void aBrokenRuleIsOneSentence(String content, String line) {
        assertThat(Reading.cluster(NODES + "<database>" + DB + "</database>" + content)
                        .mistakes())
                .containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<type>mysql</type><serverId>ei-db</serverId> | cluster/database/host: is missing. Give the host of the database server, or a url.",
                "<host>db</host><serverId>ei-db</serverId> | cluster/database/type: is missing. Give one of mysql, mariadb, postgresql, oracle, mssql, db2, h2.",
                "<type>mysql</type><host>db</host><serverId>ei-group</serverId> | cluster/database/serverId: 'ei-group' names a server of settings.xml that has no user name. Add <username>..</username> to it.",
                "<type>h2</type> | cluster/database/type: 'h2' serves the nodes of one host only, but the nodes live on several. Name a database server: type, host and serverId in <database>, or -Dei-cluster.database.type, .host and .serverId.",
                "<type>oracle</type><host>db</host><serverId>ei-db</serverId><parameters><a>b</a></parameters> | cluster/database/parameters: cannot be part of an Oracle URL. Use pool/connectionProperties.",
                "DB<parameters><password>b</password></parameters> | cluster/database/parameters/password: does not belong into a URL. Name a server of settings.xml with serverId.",
                "DB<parameters><a>b c</a></parameters> | cluster/database/parameters/a: 'b c' holds a blank or one of & ; ?, which end a parameter. Encode it.",
                "DB<validationQuery>A</validationQuery><pool><validationQuery>B</validationQuery></pool> | cluster/database/validationQuery: 'A' contradicts pool/validationQuery. Keep one of them.",
                "DB<userDatabase>a/b</userDatabase> | cluster/database/userDatabase: 'a/b' is no name of a database. Use letters, digits, underscores, hyphens, dots and dollar signs.",
                "DB<userDatabase><schema>s</schema></userDatabase> | cluster/database/userDatabase/schema: 's' cannot be part of a URL of mysql, where the user decides. Give the role a user of its own.",
                "DB<pool><maxActiv>1</maxActiv></pool> | cluster/database/pool/maxActiv: no such element. Did you mean 'maxActive'?",
                "DB<pool><maxWait>-2</maxWait></pool> | cluster/database/pool/maxWait: '-2' is not a whole number (at least -1). Choose one within the limits.",
            })
    void aBrokenRuleOfTheDatabaseIsOneSentence(String content, String line) {
        assertThat(Reading.cluster(NODES + "<database>" + content.replace("DB", DB) + "</database>")
                        .mistakes())
                .containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<database><type>postgresql</type><version>12</version><host>db</host><serverId>ei-db</serverId></database> | cluster/database/version: changes nothing for postgresql. Remove it.",
                "<database><type>mysql</type><host>db</host><serverId>ei-db</serverId></database><registry><instances><instance><id>a</id></instance><instance><id>b</id></instance></instances></registry> | cluster/registry/instances/instance[2]: 'b' is used by no mount. Mount a path or remove it.",
            })
    void whatIsLegalButUselessIsAWarning(String content, String line) {
        assertThat(Reading.cluster(NODES + content).warnings()).containsExactly(line);
    }
}
