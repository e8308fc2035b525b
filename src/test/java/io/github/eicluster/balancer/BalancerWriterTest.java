package io.github.eicluster.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Node;
import io.github.eicluster.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What parsing and traffic do not show: names of files, what is left out, what is warned of. */
class BalancerWriterTest {

    @ParameterizedTest
    @CsvSource({
        "ei.wso2.com, ui.ei.wso2.com, ei, ui.ei",
        "ei.a.com, ei.b.com, ei, ui.ei",
        "esb.prod.a.com, console.a.com, esb.prod, console",
        "a.com, ui.a.com, a.com, ui",
        "ei, ui, ei, ui",
        "localhost, 10.0.0.7, ei, ui.ei",
        "fd00::7, ui.a.com, ei, ui",
    })
    void filesAreNamedAfterTheHosts(String hostName, String console, String services, String ofConsole) {
        Balanced cluster = Balanced.guide(LoadBalancer.Type.NGINX);
        cluster.hostName = hostName;
        cluster.console = Optional.of(console);
        assertThat(cluster.write().files())
                .containsOnlyKeys(
                        "conf.d/" + services + ".http.conf",
                        "conf.d/" + services + ".https.conf",
                        "conf.d/" + ofConsole + ".https.conf");
    }

    @Test
    void whatIsNotServedHasNoFile() {
        Balanced cluster = Balanced.guide(LoadBalancer.Type.NGINX);
        cluster.console = Optional.empty();
        cluster.httpPort = OptionalInt.empty();
        assertThat(cluster.write().files()).containsOnlyKeys("conf.d/ei.https.conf");
        cluster.tls = LoadBalancer.Tls.PASSTHROUGH;
        assertThat(cluster.write().files()).containsOnlyKeys("stream.d/ei.stream.conf");
        cluster.type = LoadBalancer.Type.EXTERNAL;
        assertThat(cluster.write().files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTERNAL")
    void everyAddressAndPortComesFromTheNodes(LoadBalancer.Type type) {
        Balanced cluster = new Balanced(type)
                .node("10.0.0.1", new ListenerPorts(1001, 1002, 1003, 1004, 7), Node.Role.ACTIVE)
                .node("fd00::2", new ListenerPorts(2001, 2002, 2003, 2004, 0), Node.Role.ACTIVE)
                .node("10.0.0.9", 0, Node.Role.NONE);
        cluster.httpPort = OptionalInt.of(28080);
        cluster.httpsPort = 28443;
        String all = all(cluster);
        assertThat(all)
                .contains("10.0.0.1:1001", "10.0.0.1:1002", "10.0.0.1:1003")
                .contains("[fd00::2]:2001", "[fd00::2]:2002", "[fd00::2]:2003")
                .contains("28080", "28443")
                .doesNotContain("10.0.0.9", ":443", " 443", ":80 ", " 80;");
    }

    @Test
    void declaredPathsAreUsed() {
        LoadBalancer.Files files =
                new LoadBalancer.Files(Optional.of("/a/b.crt"), Optional.of("/a/b.key"), Optional.of("/c/trusted.pem"));
        Balanced nginx = Balanced.guide(LoadBalancer.Type.NGINX);
        nginx.files = files;
        nginx.encrypted = true;
        assertThat(nginx.write().files().get("conf.d/ei.https.conf"))
                .contains("ssl_certificate /a/b.crt;", "ssl_certificate_key /a/b.key;", "ssl_password_file /a/b.pass;")
                .contains("proxy_ssl_trusted_certificate /c/trusted.pem;");
        Balanced haproxy = Balanced.guide(LoadBalancer.Type.HAPROXY);
        haproxy.files = files;
        assertThat(all(haproxy)).contains(" crt /a/b.crt ", " ca-file /c/trusted.pem ");
    }

    @Test
    void aBalancerWithIpv6ListensThere() {
        Balanced nginx = Balanced.guide(LoadBalancer.Type.NGINX);
        assertThat(all(nginx)).doesNotContain("listen [::]");
        nginx.addresses = List.of("10.0.0.7", "fd00::7");
        assertThat(all(nginx)).contains("listen [::]:80;", "listen [::]:443 ssl;");
        Balanced haproxy = Balanced.guide(LoadBalancer.Type.HAPROXY);
        haproxy.addresses = List.of("fd00::7");
        assertThat(all(haproxy)).contains("bind [::]:80 v6only", "bind [::]:443 v6only ssl ");
    }

    @Test
    void backupNodesThatNginxCannotUseAreToldOf() {
        Balanced cluster = Balanced.guide(LoadBalancer.Type.NGINX).node("10.0.0.9", 0, Node.Role.BACKUP);
        BalancerFiles written = cluster.write();
        assertThat(written.files().get("conf.d/ei.https.conf")).contains("server 10.0.0.9:8243 ", " backup;");
        assertThat(written.files().get("conf.d/ui.ei.https.conf"))
                .doesNotContain("10.0.0.9")
                .contains("ip_hash;", "backup nodes are left out");
        assertThat(warnings(written)).singleElement().asString().contains("'console'", "backup nodes take no requests");

        cluster.type = LoadBalancer.Type.NGINX_PLUS;
        assertThat(cluster.write().problems()).isEmpty();
        assertThat(cluster.write().files().get("conf.d/ui.ei.https.conf"))
                .contains("server 10.0.0.9:9443 ", " backup;", "sticky learn ");
        cluster.type = LoadBalancer.Type.HAPROXY;
        assertThat(cluster.write().problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTERNAL")
    void aListenerThatNoNodeHasIsToldOf(LoadBalancer.Type type) {
        Balanced cluster =
                new Balanced(type).node("10.0.0.1", new ListenerPorts(0, 8243, 9443, 0, 0), Node.Role.ACTIVE);
        BalancerFiles written = cluster.write();
        assertThat(warnings(written)).singleElement().asString().contains("no active node has a listener for 'http'");
        assertThat(written.files()).doesNotContainKey("conf.d/ei.http.conf");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTERNAL")
    void passthroughCannotTellOneNameApart(LoadBalancer.Type type) {
        Balanced cluster = Balanced.guide(type);
        cluster.tls = LoadBalancer.Tls.PASSTHROUGH;
        cluster.console = Optional.of(cluster.hostName);
        assertThat(warnings(cluster.write())).singleElement().asString().contains("both have the name 'ei.wso2.com'");
        assertThat(all(cluster)).doesNotContain("9443");
    }

    @Test
    void nginxCannotCheckCertificatesForAnAddress() {
        Balanced cluster = Balanced.guide(LoadBalancer.Type.NGINX);
        cluster.hostName = "10.0.0.7";
        assertThat(warnings(cluster.write())).singleElement().asString().contains("'10.0.0.7' is an address");
        assertThat(all(cluster)).contains("proxy_ssl_verify off;").doesNotContain("proxy_ssl_verify on;");
        cluster.type = LoadBalancer.Type.HAPROXY;
        assertThat(cluster.write().problems()).isEmpty();
        assertThat(all(cluster)).contains("verify required").doesNotContain("verifyhost", "verify none");
    }

    @Test
    void haproxyReadsNoEncryptedKey() {
        Balanced cluster = Balanced.guide(LoadBalancer.Type.HAPROXY);
        cluster.encrypted = true;
        assertThat(warnings(cluster.write())).singleElement().asString().contains("encrypted key", "openssl pkey");
    }

    @Test
    void plusChecksNodesAndLearnsSessions() {
        Balanced cluster = Balanced.guide(LoadBalancer.Type.NGINX_PLUS);
        Map<String, String> files = cluster.write().files();
        assertThat(files.get("conf.d/ei.https.conf")).contains("health_check ").doesNotContain("sticky", "ip_hash");
        assertThat(files.get("conf.d/ui.ei.https.conf"))
                .contains("health_check uri=/carbon/admin/login.jsp ", "status 200-399;", "sticky learn ");
        cluster.affinity = true;
        assertThat(cluster.write().files().get("conf.d/ei.https.conf")).contains("sticky learn ");
        cluster.type = LoadBalancer.Type.NGINX;
        assertThat(all(cluster)).doesNotContain("sticky", "health_check", "match ");
    }

    private static List<String> warnings(BalancerFiles files) {
        assertThat(files.problems()).noneMatch(Problem::isError);
        return files.problems().stream().map(Problem::text).toList();
    }

    private static String all(Balanced cluster) {
        return String.join("", cluster.write().files().values());
    }
}
