package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.LoadBalancer.Tls;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadBalancerTest {

    private static final String HOST_NAME = "<hostName>ei.wso2.com</hostName>";
    private static final String DB = "<database><type>mysql</type><host>db</host><serverId>ei-db</serverId></database>";
    private static final String NODES = "<nodes><node>10.0.0.1</node><node>10.0.0.2</node></nodes>";
    private static final String NO_CERTIFICATES = "<certificates>none</certificates>";
    private static final String AT = "cluster/loadBalancer/";
    private static final String NO_CERTIFICATE = ": is missing: there is no certificate for HTTPS, since"
            + " certificates/mode is none. Give the place where the load balancer has its own, or choose another mode.";
    private static final String UNCHECKED =
            AT + "trustedCertificatePath: is missing, and certificates/mode is none: the"
                    + " load balancer will not check the certificates of the nodes. Give the place of a file that it can check"
                    + " them against.";

    @Test
    void everyElementIsRead() {
        assertThat(balancer("<type>nginx-plus</type><address>10.0.0.5,[FD00::5]</address><httpPort>none</httpPort>"
                        + "<httpsPort>8443</httpsPort><tls>offload</tls><sessionAffinity>true</sessionAffinity>"
                        + "<certificatePath>/a/b.crt</certificatePath><keyPath>/c/d.key</keyPath>"
                        + "<trustedCertificatePath>/e/f.crt</trustedCertificatePath>"))
                .isEqualTo(new LoadBalancer(
                        LoadBalancer.Type.NGINX_PLUS,
                        List.of("10.0.0.5", "fd00::5"),
                        OptionalInt.empty(),
                        8443,
                        true,
                        Tls.OFFLOAD,
                        true,
                        new LoadBalancer.Files(
                                Optional.of("/a/b.crt"), Optional.of("/c/d.key"), Optional.of("/e/f.crt"))));
        assertThat(balancer("<type>nginx</type><tls>passthrough</tls>").tls()).isEqualTo(Tls.PASSTHROUGH);
    }

    @Test
    void theTypeAloneIsEnough() {
        assertThat(balancer("nginx"))
                .isEqualTo(new LoadBalancer(
                        LoadBalancer.Type.NGINX,
                        List.of(),
                        OptionalInt.of(80),
                        443,
                        true,
                        Tls.REENCRYPT,
                        false,
                        LoadBalancer.Files.USUAL));
    }

    @Test
    void haproxysKeyLiesBesideItsCertificate() {
        LoadBalancer.Files beside =
                new LoadBalancer.Files(Optional.of("/x/a.b.crt"), Optional.of("/x/a.b.key"), Optional.empty());
        assertThat(balancer("<type>haproxy</type><certificatePath>/x/a.b.crt</certificatePath>")
                        .files())
                .isEqualTo(beside);
        assertThat(balancer("<type>haproxy</type><certificatePath>/x/a.b.crt</certificatePath>"
                                + "<keyPath>/x/a.b.key</keyPath>")
                        .files())
                .isEqualTo(beside);
        assertThat(balancer("<type>haproxy</type><keyPath>/etc/haproxy/ssl/server.key</keyPath>")
                        .files()
                        .key())
                .contains("/etc/haproxy/ssl/server.key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<tls>terminate</tls> | tls: 'terminate' is not one of reencrypt, offload, passthrough. Write one of them.",
                "<sessionAffinity>yes</sessionAffinity> | sessionAffinity: 'yes' is neither true nor false. Write one of them.",
                "<httpsPort>65536</httpsPort> | httpsPort: '65536' is not a port (1 to 65535). Choose one within the limits.",
                "<httpPort>0</httpPort> | httpPort: '0' is not a port (1 to 65535) or none. Choose one within the limits.",
                "<httpPort>8443</httpPort><httpsPort>8443</httpsPort> | httpsPort: '8443' is the port for HTTP and for HTTPS. Choose two ports.",
                "<certificatePath>/a b.crt</certificatePath> | certificatePath: '/a b.crt' cannot stand in the configuration of a load balancer as it is. Use letters, digits and / . : _ + - only.",
                "<keyPath>/a;b</keyPath> | keyPath: '/a;b' cannot stand in the configuration of a load balancer as it is. Use letters, digits and / . : _ + - only.",
                "<trustedCertificatePath>#</trustedCertificatePath> | trustedCertificatePath: '#' cannot stand in the configuration of a load balancer as it is. Use letters, digits and / . : _ + - only.",
                "<tls>passthrough</tls><certificatePath>/a.crt</certificatePath> | certificatePath: means nothing with tls passthrough, where the nodes end TLS. Remove it.",
                "<tls>passthrough</tls><keyPath>/a.key</keyPath> | keyPath: means nothing with tls passthrough, where the nodes end TLS. Remove it.",
                "<tls>passthrough</tls><trustedCertificatePath>/a</trustedCertificatePath> | trustedCertificatePath: means nothing with tls passthrough, where the nodes end TLS. Remove it.",
                "<tls>offload</tls><console>false</console><trustedCertificatePath>/a</trustedCertificatePath> | trustedCertificatePath: means nothing with tls offload and no console, where no TLS connection to a node is opened. Remove it.",
            })
    void aBrokenRuleIsOneSentence(String content, String line) {
        assertThat(mistakes("<type>nginx</type>" + content)).containsExactly(AT + line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<certificatePath>/x/a.pem</certificatePath> | certificatePath: '/x/a.pem' does not end in .crt, and HAProxy finds the key of such files only. Rename the file.",
                "<certificatePath>/x/a.crt</certificatePath><keyPath>/x/b.key</keyPath> | keyPath: '/x/b.key' is not where HAProxy looks for the key of /x/a.crt. Remove it, or write /x/a.key.",
                "<keyPath>/x/b.key</keyPath> | keyPath: '/x/b.key' is not where HAProxy looks for the key of /etc/haproxy/ssl/server.crt. Remove it, or write /etc/haproxy/ssl/server.key.",
            })
    void aRuleOfHaproxyIsOneSentence(String content, String line) {
        assertThat(mistakes("<type>haproxy</type>" + content)).containsExactly(AT + line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificatePath", "keyPath", "trustedCertificatePath"})
    void noPathIsReadForAnExternalBalancer(String name) {
        assertThat(mistakes("<type>external</type><%s>/a.crt</%s>".formatted(name, name)))
                .containsExactly(
                        AT + name + ": means nothing with the type external, whose configuration is not written."
                                + " Remove it.");
    }

    @Test
    void aWrongTypeLeadsToNoOtherMistake() {
        assertThat(mistakes("<type>apache</type><certificatePath>/a.crt</certificatePath>"))
                .containsExactly(AT + "type: 'apache' is not one of nginx, nginx-plus, haproxy, external. Write one of"
                        + " them.");
    }

    @Test
    void withoutCertificatesOfTheBuildTheBalancerNeedsItsOwn() {
        for (String type : List.of("nginx", "nginx-plus")) {
            assertThat(withoutCertificates("<type>" + type + "</type>").mistakes())
                    .containsExactly(AT + "certificatePath" + NO_CERTIFICATE, AT + "keyPath" + NO_CERTIFICATE);
        }
        assertThat(withoutCertificates("<type>haproxy</type>").mistakes())
                .containsExactly(AT + "certificatePath" + NO_CERTIFICATE);
        assertThat(withoutCertificates("<type>nginx</type><tls>passthrough</tls>")
                        .mistakes())
                .isEmpty();
        assertThat(withoutCertificates("<type>external</type>").mistakes()).isEmpty();
    }

    @Test
    void nodesThatAreNotCheckedAreAWarning() {
        String own = "<type>haproxy</type><certificatePath>/a.crt</certificatePath>";
        assertThat(withoutCertificates(own).warnings()).containsExactly(UNCHECKED);
        assertThat(withoutCertificates(own + "<tls>offload</tls>").warnings()).containsExactly(UNCHECKED);
        assertThat(withoutCertificates(own + "<trustedCertificatePath>/b.crt</trustedCertificatePath>")
                        .warnings())
                .isEmpty();
        assertThat(withoutCertificates(own + "<tls>offload</tls><console>false</console>")
                        .warnings())
                .isEmpty();
        assertThat(Reading.cluster(HOST_NAME + NODES + DB + element("nginx")).warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "external"})
    void oneNodeHasToTakeRequests(String type) {
        String nodes = "<nodes><node><host>10.0.0.1</host><role>backup</role></node>"
                + "<node><host>10.0.0.2</host><role>%s</role></node></nodes>";
        assertThat(Reading.cluster(HOST_NAME + nodes.formatted("none") + DB + element(type))
                        .mistakes())
                .containsExactly(
                        "cluster/loadBalancer: no node takes requests: each has the role backup or none. Give at"
                                + " least one the role active.");
        assertThat(Reading.cluster(HOST_NAME + nodes.formatted("active") + DB + element(type))
                        .mistakes())
                .isEmpty();
    }

    @Test
    void aNodeWithoutAddressCannotBeReached() {
        String nodes = HOST_NAME + "<membership><scheme>multicast</scheme></membership>"
                + "<nodes><node><host>10.0.0.1</host></node><node><id>b</id></node>"
                + "<node><id>c</id><role>none</role></node></nodes>" + DB;
        assertThat(Reading.cluster(nodes + element("haproxy")).mistakes())
                .containsExactly("cluster/nodes/node[2]/host: is missing, and haproxy needs an address to send requests"
                        + " to. Give the address of the node, set its role to none, or set loadBalancer/type to"
                        + " external.");
        assertThat(Reading.cluster(nodes + element("external")).mistakes()).isEmpty();
    }

    @Test
    void whatIsHandedThroughIsToldApartByName() {
        String local = "<nodes><node>127.0.0.1</node></nodes>";
        String passthrough = element("<type>nginx</type><tls>passthrough</tls>%s");
        assertThat(Reading.cluster(local + passthrough.formatted("")).mistakes())
                .containsExactly(AT + "tls: 'passthrough' tells services and console apart by name alone, and both are"
                        + " 'localhost'. Give cluster/managementHostName another name, or set console to false.");
        assertThat(Reading.cluster(local + passthrough.formatted("<console>false</console>"))
                        .mistakes())
                .isEmpty();
        assertThat(Reading.cluster(local + "<managementHostName>ui</managementHostName>" + passthrough.formatted(""))
                        .mistakes())
                .isEmpty();
    }

    private static LoadBalancer balancer(String content) {
        return Reading.cluster(HOST_NAME + NODES + DB + element(content))
                .read()
                .cluster()
                .loadBalancer()
                .orElseThrow();
    }

    private static List<String> mistakes(String content) {
        return Reading.cluster(HOST_NAME + NODES + DB + element(content)).mistakes();
    }

    private static Reading withoutCertificates(String content) {
        return Reading.cluster(HOST_NAME + NODES + DB + NO_CERTIFICATES + element(content));
    }

    private static String element(String content) {
        return "<loadBalancer>" + content + "</loadBalancer>";
    }
}
