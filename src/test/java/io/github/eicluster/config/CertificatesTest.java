package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.Certificates.InternalKey;
import io.github.eicluster.model.Certificates.Mode;
import io.github.eicluster.model.Certificates.StoreType;
import io.github.eicluster.model.KeySource;
import io.github.eicluster.model.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificatesTest {

    private static final String CLUSTER = "<nodes><node>127.0.0.1</node></nodes><loadBalancer>nginx</loadBalancer>";
    private static final String DIGITS = "0123456789abcdefABCDEF0123456789".repeat(2);
    private static final String PAIRS = "01:23:45:67:89:AB:CD:EF:AB:CD:EF:01:23:45:67:89";

    @Test
    void withoutTheElementEverythingIsGenerated() {
        assertThat(read(CLUSTER)).isEqualTo(Certificates.DEFAULT);
        assertThat(read(CLUSTER + "<certificates><mode>generate</mode></certificates>"))
                .isEqualTo(Certificates.DEFAULT);
    }

    @Test
    void plainTextIsTheMode() {
        assertThat(certificates("none", "").mode()).isEqualTo(Mode.NONE);
        assertThat(read(CLUSTER + "<certificates>none</certificates>").mode()).isEqualTo(Mode.NONE);
    }

    @Test
    void everyElementIsRead() {
        Certificates read = certificates("provided", """
                <internalKey>provided</internalKey>
                <internalKeyFingerprint>%1$s</internalKeyFingerprint>
                <ca>false</ca>
                <perNode>true</perNode>
                <store>keys</store>
                <storeType>PKCS12</storeType>
                <keySize>2048</keySize>
                <validity>90</validity>
                <renewBefore>14</renewBefore>
                <protocols>TLSv1.3, TLSv1.2,TLSv1.3</protocols>
                <defaultKeys>
                  %1$s,
                  %2$s:%2$s  %1$s
                </defaultKeys>
                <loadBalancer><names>A.example.com, *.A.example.com,[FE80::1],a.EXAMPLE.com,10.0.0.9</names>
                  <curve>P-384</curve><password>env:KEY_PASSWORD</password></loadBalancer>
                <node><serverId>ei-node-key</serverId></node>
                <internal><certificate>i.crt</certificate><chain>c.crt</chain><key>i.key</key></internal>
                <truststore><serverId>ei-truststore</serverId></truststore>
                <trusted><certificate>a.crt</certificate><certificate>b.crt</certificate></trusted>
                """.formatted(DIGITS, PAIRS));

        String fingerprint = PAIRS + ":" + PAIRS;
        assertThat(read)
                .isEqualTo(new Certificates(
                        Mode.PROVIDED,
                        InternalKey.PROVIDED,
                        Optional.of(fingerprint),
                        false,
                        true,
                        Optional.of("keys"),
                        StoreType.PKCS12,
                        2048,
                        90,
                        14,
                        List.of("TLSv1.3", "TLSv1.2"),
                        Set.of(fingerprint),
                        new KeySource(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new Secret("key-env", Secret.Source.ENVIRONMENT)),
                                List.of("a.example.com", "*.a.example.com", "fe80::1", "10.0.0.9"),
                                Optional.of("P-384")),
                        new KeySource(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new Secret("node-keypass", Secret.Source.SETTINGS)),
                                List.of(),
                                Optional.empty()),
                        new KeySource(
                                Optional.of("i.crt"),
                                Optional.of("c.crt"),
                                Optional.of("i.key"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty()),
                        Optional.of(new Secret("trust-storepass", Secret.Source.SETTINGS)),
                        List.of("a.crt", "b.crt")));
    }

    @Test
    void aKeystoreAndItsAliasAreRead() {
        KeySource node = certificates("provided", "<node><keystore>n.p12</keystore><alias>n</alias></node>")
                .node();

        assertThat(node.keystore()).contains("n.p12");
        assertThat(node.alias()).contains("n");
        assertThat(node.provided()).isTrue();
    }

    @Test
    void baseKeepsTheProtocols() {
        assertThat(certificates("none", "<protocols>base</protocols>").protocols())
                .isEmpty();
    }

    @Test
    void theCommandLineNamesTheStoreShortOrLong() {
        assertThat(onCommandLine("<ca>false</ca>", "certs.store", "short").store())
                .contains("short");
        assertThat(onCommandLine("<ca>false</ca>", "certificates.store", "long").store())
                .contains("long");
        assertThat(onCommandLine("<store>pom</store>", "certs.store", "short").store())
                .contains("pom");
        assertThat(onCommandLine("<store>pom</store>", "certs.renew", "true").store())
                .contains("pom");
    }

    @Test
    void theCommandLineGivesEveryOtherValueByItsPath() {
        assertThat(onCommandLine("generate", "certificates.keySize", "4096"))
                .extracting(Certificates::mode, Certificates::keySize)
                .containsExactly(Mode.GENERATE, 4096);
        assertThat(onCommandLine("<ca>false</ca>", "certificates", "none").mode())
                .isEqualTo(Mode.NONE);
        assertThat(onCommandLine("<ca>false</ca>", "certificates.node.names", "n.example.com")
                        .node()
                        .names())
                .containsExactly("n.example.com");
    }

    @Test
    void aValueOfTheCommandLineThatModeNoneIgnoresIsNoMistake() {
        assertThat(onCommandLine("none", "certs.store", "keys").store()).contains("keys");
        assertThat(onCommandLine("none", "certificates.node.names", "n").mode()).isEqualTo(Mode.NONE);
    }

    private static Certificates onCommandLine(String content, String property, String value) {
        return Reading.cluster(CLUSTER + "<certificates>" + content + "</certificates>")
                .property("ei-cluster." + property, value)
                .read()
                .cluster()
                .certificates();
    }

    private static Certificates certificates(String mode, String content) {
        return read(CLUSTER + "<certificates><mode>" + mode + "</mode>" + content + "</certificates>");
    }

    private static Certificates read(String cluster) {
        return Reading.cluster(cluster).read().cluster().certificates();
    }
}
