package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Databases;
import org.junit.jupiter.api.Test;

/** What {@code cluster/database} says of its server beside the URLs. */
class DatabaseElementsTest {

    private static final String NODES = "<hostName>ei</hostName><nodes><node><id>node1</id><host>10.0.0.1</host></node>"
            + "<node><id>node2</id><host>10.0.0.2</host></node></nodes>";

    private static Reading database(String content) {
        return Reading.cluster(NODES + "<database>" + content + "</database>");
    }

    private static final String MYSQL = "<type>mysql</type><host>db</host><serverId>ei-db</serverId>";

    @Test
    void theServerIsDescribedAsDeclared() {
        Databases.Server server = database(MYSQL
                        + "<port>3307</port><version>8.0</version><tls>required</tls><caCertificate>ca.pem</caCertificate>"
                        + "<script>own.sql</script><maxConnections>151</maxConnections>"
                        + "<grantHosts><host>10.0.0.%</host></grantHosts>")
                .read()
                .cluster()
                .databases()
                .server();

        assertThat(server.port()).hasValue(3307);
        assertThat(server.version()).contains("8.0");
        assertThat(server.tls()).isEqualTo(Databases.Tls.REQUIRED);
        assertThat(server.caCertificate()).contains("ca.pem");
        assertThat(server.script()).contains("own.sql");
        assertThat(server.maxConnections()).hasValue(151);
        assertThat(server.grantHosts()).containsExactly("10.0.0.%");
    }

    @Test
    void anAuthorityNeedsRequiredEncryptionAndTrustStores() {
        assertThat(database(MYSQL + "<caCertificate>ca.pem</caCertificate>").mistakes())
                .containsExactly(
                        "cluster/database/caCertificate: is read only if tls is required. Remove it or set tls to"
                                + " required.");
        assertThat(Reading.cluster(NODES + "<database>" + MYSQL
                                + "<tls>required</tls><caCertificate>ca.pem</caCertificate>"
                                + "</database><certificates><mode>none</mode></certificates>")
                        .mistakes())
                .containsExactly("cluster/database/caCertificate: goes into the trust stores, which the mode none of"
                        + " certificates leaves alone. Remove one of them.");
    }

    @Test
    void aScriptStaysBelowDbscripts() {
        assertThat(database(MYSQL + "<script>../x.sql</script>").mistakes())
                .singleElement()
                .asString()
                .startsWith("cluster/database/script: '../x.sql' is no file below dbscripts.");
    }

    @Test
    void grantsForHostsAreForMysqlAndMariadb() {
        assertThat(database("<type>postgresql</type><host>db</host><serverId>ei-db</serverId>"
                                + "<grantHosts><host>a</host></grantHosts>")
                        .mistakes())
                .containsExactly(
                        "cluster/database/grantHosts: means nothing for postgresql, whose users may come from any"
                                + " host. Remove it.");
        assertThat(database(MYSQL + "<grantHosts><host>a'b</host></grantHosts>").mistakes())
                .singleElement()
                .asString()
                .startsWith("cluster/database/grantHosts/host[1]: 'a'b' is no host of a MySQL account.");
    }
}
