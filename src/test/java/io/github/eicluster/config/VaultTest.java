package io.github.eicluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.Secret;
import io.github.eicluster.model.Vault;
import io.github.eicluster.model.Vault.Startup;
import io.github.eicluster.model.VaultPadding;
import io.github.eicluster.testing.Pom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final String DB = "<database><type>mysql</type><host>db</host><serverId>ei-db</serverId></database>";
    private static final String NODES =
            "<node><id>a</id><host>10.0.0.1</host></node><node><id>b</id><host>10.0.0.2</host></node>";
    private static final String SERVICE = "<jvm><javaHome>/jdk</javaHome></jvm><service/>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<vault>true</vault>",
                "<vault>on</vault>",
                "<vault/>",
                "<vault><mode>on</mode></vault>",
                "<vault><startup>prompt</startup></vault>"
            })
    void theVaultIsOnAndAsksUnlessTold(String vault) {
        assertThat(read(vault)).contains(new Vault(Startup.PROMPT, VaultPadding.PKCS1, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<vault>false</vault>",
                "<vault>off</vault>",
                "<vault><mode>off</mode><startup>file</startup></vault>"
            })
    void theVaultIsOff(String vault) {
        assertThat(read(vault)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<startup>file</startup>,TEMPORARY_FILE",
        "<startup>file</startup><passwordFile>password-tmp</passwordFile>,TEMPORARY_FILE",
        "<startup>file</startup><passwordFile>password-persist</passwordFile>,PERSISTENT_FILE"
    })
    void aFileIsReadOnceUnlessItIsToStay(String xml, Startup startup) {
        assertThat(read("<vault>" + xml + "</vault>").map(Vault::startup)).contains(startup);
    }

    @Test
    void aCredentialIsGivenByTheUnit() {
        assertThat(read(SERVICE + "<vault><startup>credential</startup></vault>")
                        .map(Vault::startup))
                .contains(Startup.CREDENTIAL);
    }

    @Test
    void furtherValuesHaveAPlaceOrAServerOrBoth() {
        assertThat(read("<vault><secrets>"
                                + "<secret><alias>one</alias><serverId>ei-broker</serverId></secret>"
                                + "<secret><alias>two</alias><file>conf/a.xml</file><path>/a/@b</path></secret>"
                                + "</secrets></vault>")
                        .orElseThrow()
                        .secrets())
                .containsExactly(
                        new Vault.Entry(
                                "cluster/vault/secrets/secret[1]",
                                "one",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new Secret("mqpass", Secret.Source.SETTINGS))),
                        new Vault.Entry(
                                "cluster/vault/secrets/secret[2]",
                                "two",
                                Optional.of("conf/a.xml"),
                                Optional.of("/a/@b"),
                                Optional.empty()));
    }

    @Test
    void systemdHasNoConsoleAndStartsMoreThanOnce() {
        assertThat(mistakes(SERVICE + "<vault>true</vault>"))
                .containsExactly(
                        "cluster/vault/startup: 'prompt' asks on a console, and systemd, which service lets run the"
                                + " nodes, gives none. Set it to credential.");
        assertThat(mistakes(SERVICE + "<vault><startup>file</startup></vault>"))
                .containsExactly(
                        "cluster/vault/passwordFile: 'password-tmp' serves one start, and systemd starts a node again whenever"
                                + " it has ended. Set startup to credential, or passwordFile to password-persist.");
        assertThat(mistakes(SERVICE + "<vault><mode>off</mode></vault>")).isEmpty();
    }

    @Test
    void aCredentialNeedsAService() {
        assertThat(mistakes("<vault><startup>credential</startup></vault>"))
                .containsExactly(
                        "cluster/vault/startup: 'credential' is one of systemd, which needs cluster/service. Add"
                                + " <service>, or set it to prompt or file.");
    }

    @Test
    void aFileWithoutItsKindOfStartIsAMistake() {
        assertThat(mistakes("<vault><passwordFile>password-persist</passwordFile></vault>"))
                .containsExactly("cluster/vault/passwordFile: means something only with startup file. Remove it, or set"
                        + " startup to file.");
    }

    @Test
    void mistakesOfFurtherValuesAreAllTold() {
        assertThat(mistakes("<vault><secrets>"
                        + "<secret><serverId>ei-broker</serverId></secret>"
                        + "<secret><alias>a b</alias><serverId>ei-broker</serverId></secret>"
                        + "<secret><alias>x</alias><file>conf/a.xml</file></secret>"
                        + "<secret><alias>x</alias><path>a</path></secret>"
                        + "<secret><alias>y</alias></secret>"
                        + "<secret><alias>z</alias><file>../a.xml</file><path>/a</path></secret>"
                        + "<secret><alias>w</alias><serverId>nobody</serverId></secret>"
                        + "</secrets></vault>"))
                .satisfiesExactly(
                        m -> assertThat(m).startsWith("cluster/vault/secrets/secret[1]/alias: is missing."),
                        m -> assertThat(m).startsWith("cluster/vault/secrets/secret[2]/alias: 'a b' is no name"),
                        m -> assertThat(m).startsWith("cluster/vault/secrets/secret[3]/path: is missing."),
                        m -> assertThat(m).startsWith("cluster/vault/secrets/secret[4]/file: is missing."),
                        m -> assertThat(m).startsWith("cluster/vault/secrets/secret[4]/alias: 'x' is given twice."),
                        m -> assertThat(m).startsWith("cluster/vault/secrets/secret[4]/path: 'a' is no absolute path"),
                        m -> assertThat(m).startsWith("cluster/vault/secrets/secret[5]/serverId: is missing."),
                        m -> assertThat(m).startsWith("cluster/vault/secrets/secret[6]/file: '../a.xml' is no path"),
                        m -> assertThat(m)
                                .startsWith("cluster/vault/secrets/secret[7]/serverId: 'nobody' names no server"));
    }

    private static Optional<Vault> read(String xml) {
        return Pom.of("<cluster><hostName>h.example</hostName><nodes>" + NODES + "</nodes>" + DB + xml + "</cluster>")
                .read()
                .cluster()
                .vault();
    }

    private static List<String> mistakes(String xml) {
        return Reading.cluster("<hostName>h.example</hostName><nodes>" + NODES + "</nodes>" + DB + xml)
                .mistakes();
    }
}
