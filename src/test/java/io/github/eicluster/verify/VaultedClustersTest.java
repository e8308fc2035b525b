package io.github.eicluster.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.product.Layout;
import io.github.eicluster.product.VaultFiles;
import io.github.eicluster.testing.Miniatures;
import io.github.eicluster.testing.StockHomes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the secure vault agree with the vaults that the plugin makes, and find what is broken by hand. */
class VaultedClustersTest {

    private static final String VAULTED = Sample.GUIDE.replace("</cluster>", "<vault>on</vault></cluster>");

    private static final Set<String> OF_THE_VAULT = Set.of(
            "EIC411", "EIC412", "EIC413", "EIC414", "EIC415", "EIC416", "EIC417", "EIC418", "EIC420", "EIC421",
            "EIC422");

    static List<Path> homes() {
        return StockHomes.withMiniatures();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void noRuleFindsAViolationInAVaultThatThePluginHasMade(Path home) {
        List<String> findings = Sample.of(home, VAULTED).declared().judge().findings().stream()
                .filter(Finding::violation)
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(Sample::line)
                .toList();

        // The broker's login in jndi.properties stays, and the guide has no group password.
        assertThat(findings)
                .allSatisfy(line ->
                        assertThat(line).matches("EIC410 warning node. conf/jndi.properties.*|EIC019 warning .*"));
        assertThat(rules(Sample.of(home, VAULTED))).doesNotContainAnyElementsOf(OF_THE_VAULT);
        assertThat(Sample.of(home, VAULTED).declared().judge().failed()).isFalse();
    }

    /** One place still has the password of the key store in clear text, so that the texts can be tried. */
    @ParameterizedTest
    @CsvSource({
        "RSA/ECB/PKCS1Padding,,true",
        "RSA/ECB/PKCS1Padding,RSA,true",
        "RSA/ECB/OAEPwithSHA1andMGF1Padding,RSA/ECB/OAEPwithSHA1andMGF1Padding,true",
        "RSA/ECB/OAEPwithSHA1andMGF1Padding,,false",
        "RSA/ECB/PKCS1Padding,RSA/ECB/OAEPwithSHA1andMGF1Padding,false"
    })
    void aTextIsTriedWithThePaddingThatTheServerIsTold(String padding, String algorithm, boolean decrypts)
            throws Exception {
        Sample sample = KeyCases.vault(encrypted(padding));
        if (algorithm != null) {
            sample.property(VaultFiles.SECRET_CONF, VaultFiles.ALGORITHM, algorithm);
        }

        assertThat(rules(sample).contains("EIC413")).isEqualTo(!decrypts);
    }

    private static String encrypted(String padding) throws Exception {
        Sample sample = Sample.guide();
        String password = XmlEditor.open(Layout.CARBON, sample.content("node1", Layout.CARBON))
                .text("/Server/Security/InternalKeyStore/Password")
                .orElseThrow();
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(
                new ByteArrayInputStream(sample.content("node1", "repository/resources/security/ei-internal.jks")),
                password.toCharArray());
        Cipher cipher = Cipher.getInstance(padding);
        cipher.init(Cipher.ENCRYPT_MODE, store.getCertificate("ei-internal").getPublicKey());
        return Base64.getEncoder().encodeToString(cipher.doFinal("secret".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anAliasThatIsBrokenByHandIsFound() {
        Sample sample = Sample.of(Miniatures.home("6.6.0"), VAULTED)
                .property("node1", Layout.CIPHER_TEXT, "UserManager.AdminUser.Password", "no Base64!")
                .property("node2", Layout.CIPHER_TEXT, "UserManager.AdminUser.Password", "QUJD");

        assertThat(rules(sample)).contains("EIC412", "EIC413");
        // The server decrypts every line when it starts, whoever asks for it.
        assertThat(rules(Sample.of(Miniatures.home("6.6.0"), VAULTED)
                        .property("node1", Layout.CIPHER_TEXT, "remote.task.server.password", "[clear]")))
                .contains("EIC412");
        assertThat(rules(Sample.of(Miniatures.home("6.6.0"), VAULTED)
                        .property("node1", Layout.CIPHER_TEXT, "nobody.asks", "QUJD")))
                .contains("EIC413");
    }

    private static Set<String> rules(Sample sample) {
        return sample.judge().findings().stream()
                .filter(Finding::violation)
                .map(finding -> finding.rule().id())
                .collect(Collectors.toSet());
    }
}
