package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One line per rule that the elements of cluster/certificates can break. */
class CertificateMistakesTest {

    private static final String NODES = "<nodes><node>127.0.0.1</node></nodes>";
    private static final String BALANCER = "<loadBalancer>nginx</loadBalancer>";
    private static final String PLACE = "cluster/certificates";
    private static final String FINGERPRINT = "AB".repeat(32);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provded | : 'provded' is not one of generate, provided, none. Did you mean 'provided'?",
                "<keySize>1024</keySize> | /keySize: '1024' is not a whole number (2048 to 8192). Choose one within the limits.",
                "<storeType>jks</storeType> | /storeType: 'jks' is not one of JKS, PKCS12. Did you mean 'JKS'?",
                "<validity>3651</validity> | /validity: '3651' is not a whole number (1 to 3650). Choose one within the limits.",
                "<validity>60</validity><renewBefore>60</renewBefore> | /renewBefore: '60' is not less than the 60 days of validity, so that every build would issue the certificates anew. Let renewBefore be less than validity.",
                "<validity>30</validity> | /validity: '30' is not more than the 30 days of renewBefore, so that every build would issue the certificates anew. Let renewBefore be less than validity.",
                "<protocols>TLSv1.1,TLSv1.2</protocols> | /protocols: 'TLSv1.1' is no protocol that is allowed here. Write TLSv1.2, TLSv1.3, both with a comma, or base for those of the base.",
                "<protocols>TLSv1.2,</protocols> | /protocols: '' is no protocol that is allowed here. Write TLSv1.2, TLSv1.3, both with a comma, or base for those of the base.",
                "<protocols>TLSv1.2,base</protocols> | /protocols: 'base' means the protocols of the base, and stands alone. Remove it, or the others.",
                "<internalKeyFingerprint>AB:CD</internalKeyFingerprint> | /internalKeyFingerprint: 'AB:CD' is no SHA-256 fingerprint. Give 64 hexadecimal digits, with or without a colon after every second one.",
                "<defaultKeys>FINGERPRINT,XY</defaultKeys> | /defaultKeys: 'XY' is no SHA-256 fingerprint. Give 64 hexadecimal digits, with or without a colon after every second one.",
                "<defaultKeys>FINGERPRINTAB</defaultKeys> | /defaultKeys: 'FINGERPRINTAB' is no SHA-256 fingerprint. Give 64 hexadecimal digits, with or without a colon after every second one.",
                "<truststore/> | /truststore: gives no password. Name a server of settings.xml with serverId.",
                "<trusted><certificate> </certificate></trusted> | /trusted/certificate[1]: is empty. Give a value (path) or remove the element.",
            })
    void aWrongValueIsOneSentence(String content, String line) {
        assertThat(mistakes(content)).containsExactly(PLACE + fill(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node | a b | names: 'a b' is neither a host name nor an IPv4 or IPv6 address. Give them separated by commas, without scheme and port.",
                "node | a,,b | names: '' is neither a host name nor an IPv4 or IPv6 address. Give them separated by commas, without scheme and port.",
                "node | https://a | names: 'https://a' is neither a host name nor an IPv4 or IPv6 address. Give them separated by commas, without scheme and port.",
                "node | 0.0.0.0 | names: '0.0.0.0' means all addresses of a machine, and nobody calls it by that. Give one of them.",
                "node | *.example.com | names: '*.example.com' begins with *., which is for the load balancer only. Give each name.",
                "loadBalancer | *.com | names: '*.com' is no domain after *. with at least two parts. Give one such as *.example.com.",
                "loadBalancer | *.*.example.com | names: '*.*.example.com' is no domain after *. with at least two parts. Give one such as *.example.com.",
                "loadBalancer | a*.example.com | names: 'a*.example.com' is neither a host name nor an IPv4 or IPv6 address. Give them separated by commas, without scheme and port.",
            })
    void aWrongNameIsOneSentence(String purpose, String names, String line) {
        assertThat(mistakes("<" + purpose + "><names>" + names + "</names></" + purpose + ">"))
                .containsExactly(PLACE + "/" + purpose + "/" + line);
    }

    @Test
    void theInternalKeyHasNoNamesAndOnlyTheLoadBalancerHasACurve() {
        assertThat(mistakes("<node><curve>P-256</curve></node><internal><names>a</names></internal>"))
                .hasSize(2)
                .allMatch(line -> line.contains(": no such element. "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<key>a</key><keystore>b</keystore> | /key: contradicts keystore, which holds key and certificates. Keep one of them.",
                "<chain>a</chain><keystore>b</keystore> | /chain: contradicts keystore, which holds key and certificates. Keep one of them.",
                "<certificate>a</certificate><keystore>b</keystore> | /certificate: contradicts keystore, which holds key and certificates. Keep one of them.",
                "<certificate>a</certificate> | /key: is missing. The certificate needs its private key: give its PEM file, or a keystore with both.",
                "<key>a</key> | /certificate: is missing. A key alone is no use: give the PEM file of its certificate, or a keystore.",
                "<chain>a</chain> | /certificate: is missing. A chain alone is no use: give the PEM file of its certificate, or a keystore.",
                "<certificate>a</certificate><key>b</key><alias>c</alias> | /alias: needs keystore, and there is none. Add it or remove alias.",
                "<keystore>a</keystore><names>b</names> | /names: means nothing beside a provided key, whose certificate says it. Remove it.",
                "<keystore>a</keystore><curve>P-256</curve> | /curve: means nothing beside a provided key, whose certificate says it. Remove it.",
            })
    void aProvidedKeyIsWholeAndGivenOnce(String content, String line) {
        assertThat(mistakes("<mode>provided</mode><loadBalancer>" + content + "</loadBalancer>"))
                .containsExactly(PLACE + "/loadBalancer" + line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provided | : 'provided', but no key is given. Add certificate and key, or keystore, to loadBalancer, node or internal, or set mode to generate.",
                "<mode>provided</mode><node><names>a</names></node> | /mode: 'provided', but no key is given. Add certificate and key, or keystore, to loadBalancer, node or internal, or set mode to generate.",
                "<node><certificate>a</certificate><key>b</key></node> | /node/certificate: is read only with mode provided, but the mode is generate. Set mode to provided, or remove it.",
                "<mode>generate</mode><internal><keystore>a</keystore></internal> | /internal/keystore: is read only with mode provided, but the mode is generate. Set mode to provided, or remove it.",
                "<internalKey>provided</internalKey> | /internalKey: 'provided' needs a key in certificates/internal. Add it, or write auto.",
                "<mode>provided</mode><internalKey>generate</internalKey><internal><keystore>a</keystore></internal> | /internal/keystore: contradicts internalKey generate. Remove it, or set internalKey to provided.",
                "<internalKey>keep</internalKey><internal><serverId>ei-internal-key</serverId></internal> | /internal: contradicts internalKey keep. Remove it, or set internalKey to auto.",
                "<mode>provided</mode><perNode>true</perNode><node><keystore>a</keystore></node> | /perNode: 'true' contradicts the provided key in certificates/node, which serves all nodes. Keep one of them.",
                "<mode>none</mode><keySize>2048</keySize> | /keySize: means nothing with mode none, which leaves keys and stores as they are. Remove it, or choose another mode.",
                "<mode>none</mode><loadBalancer><keystore>a</keystore></loadBalancer> | /loadBalancer: means nothing with mode none, which leaves keys and stores as they are. Remove it, or choose another mode.",
            })
    void aContradictionIsOneSentence(String content, String line) {
        assertThat(mistakes(content)).containsExactly(PLACE + line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<mode>none</mode><protocols>TLSv1.2</protocols>",
                "<internalKey>generate</internalKey><internal><serverId>ei-internal-key</serverId></internal>",
                "<internalKey>keep</internalKey><internalKeyFingerprint>FINGERPRINT</internalKeyFingerprint>",
                "<mode>provided</mode><perNode>true</perNode><loadBalancer><keystore>a</keystore></loadBalancer>",
                "<mode>provided</mode><internalKey>provided</internalKey><internal><keystore>a</keystore></internal>",
                "<mode>provided</mode><internalKey>auto</internalKey><internal><keystore>a</keystore></internal>",
                "<renewBefore>0</renewBefore><validity>1</validity>",
                "<node><names>::1, localhost</names><password>env:KEY_PASSWORD</password></node>",
            })
    void theseAreLegalTogether(String content) {
        assertThat(mistakes(content)).isEmpty();
    }

    @Test
    void aWrongModeLeadsToNoOtherMistake() {
        assertThat(mistakes("<mode>x</mode><node><keystore>a</keystore></node>"))
                .containsExactly(PLACE + "/mode: 'x' is not one of generate, provided, none. Write one of them.");
    }

    @Test
    void theKeyOfALoadBalancerNeedsOne() {
        assertThat(Reading.cluster(NODES + "<certificates><loadBalancer><names>a</names></loadBalancer></certificates>")
                        .mistakes())
                .containsExactly(PLACE + "/loadBalancer: is the key of a load balancer, and the cluster has none. Add"
                        + " cluster/loadBalancer, or remove it.");
    }

    @Test
    void modeNoneOnTheCommandLineLeavesThePomInPeace() {
        assertThat(Reading.cluster(NODES + "<certificates><keySize>2048</keySize></certificates>")
                        .property("ei-cluster.certificates.mode", "none")
                        .mistakes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<serverId>ei-node-key</serverId><password>env:KEY_PASSWORD</password> | password: contradicts serverId, which gives a password too. Keep one.",
                "<serverId>five-letters</serverId> | serverId: 'five-letters' names a server of settings.xml whose password is shorter than 6 characters, which keytool refuses. Choose a longer one.",
                "<serverId>umlaut</serverId> | serverId: 'umlaut' names a server of settings.xml whose password holds a blank, a control character or a character beyond ASCII, which the server, keytool and openssl do not read alike. Use other characters.",
                "<serverId>no-password</serverId> | serverId: 'no-password' names a server of settings.xml that has no password. Add <password>..</password> to it.",
                "<password>env:BLANK_PASSWORD</password> | password: holds a blank, a control character or a character beyond ASCII, which the server, keytool and openssl do not read alike. Use other characters.",
                "<password>env:CONTROL_PASSWORD</password> | password: holds a blank, a control character or a character beyond ASCII, which the server, keytool and openssl do not read alike. Use other characters.",
                "<password>env:PROPERTY_PASSWORD</password> | password: holds ${, which the server takes for a system property. Use other characters.",
                "<password>abcde</password> | password: is shorter than 6 characters, which keytool refuses. Choose a longer one.",
            })
    void aPasswordThatSomeToolRefusesIsOneSentence(String content, String line) {
        for (String purpose : List.of("loadBalancer", "node", "internal", "truststore")) {
            assertThat(mistakes("<" + purpose + ">" + content + "</" + purpose + ">"))
                    .containsExactly(PLACE + "/" + purpose + "/" + line);
        }
    }

    @Test
    void aPasswordInClearTextIsAWarningAndInProductionAMistake() {
        Reading reading = Reading.cluster(
                NODES + BALANCER + "<certificates><node><password>in-clear-text</password></node></certificates>");
        String line =
                PLACE + "/node/password: is written in clear text. Name a server of settings.xml with serverId, or"
                        + " write env:NAME.";

        assertThat(reading.warnings()).containsExactly(line);
        assertThat(reading.production().mistakes()).containsExactly(line);
    }

    private static List<String> mistakes(String content) {
        return Reading.cluster(NODES + BALANCER + "<certificates>" + fill(content) + "</certificates>")
                .mistakes();
    }

    private static String fill(String text) {
        return text.replace("FINGERPRINT", FINGERPRINT);
    }
}
