package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.Certificates;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.Secret;
import io.github.eicluster.model.VaultKey;
import io.github.eicluster.model.VaultPadding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultCiphersTest {

    private static final String ALIAS = "ei-internal";
    private static final String NAME = "a.password";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a]b",
                "[a]",
                "k=v",
                "k:v",
                "back\\slash",
                "a&b",
                "<tag>",
                "\"quoted\"",
                "it's",
                "Schlüssel-ß-€",
                " before",
                "after ",
                "  ",
                "tab\there",
                "$sys{user.home}",
                "{enc}",
                "a,b",
                "#!",
                "汉字",
                "\uD83D\uDD11"
            })
    void anyValueComesBackAsTheServerDecryptsIt(String value) throws Exception {
        String text = open("JKS", Keys.RSA).encrypt(NAME, secret(value));

        assertThat(decrypted(Keys.RSA, text)).isEqualTo(value);
        assertThat(text).doesNotContain("\n").hasSize(344);
        assertThat(open("JKS", Keys.RSA).decrypt(text)).contains(secret(value));
    }

    @ParameterizedTest
    @CsvSource({"2048,245", "3072,373"})
    void theLongestValueIsElevenBytesShorterThanTheModulus(int bits, int limit) throws Exception {
        KeyPair pair = bits == 2048 ? Keys.RSA : Keys.ISSUER.newKey(bits, Optional.empty());
        VaultKey key = open("JKS", pair);
        String longest = "ü".repeat(limit / 2) + "x";

        assertThat(key.limit()).isEqualTo(limit);
        assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSize(limit);
        assertThat(decrypted(pair, key.encrypt(NAME, secret(longest)))).isEqualTo(longest);
        assertThatThrownBy(() -> key.encrypt(NAME, secret(longest + "y")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("xy");
    }

    /** SHA-1 twice and two bytes: 2048 bits are 256 bytes. */
    @Test
    void withTheOtherPaddingTheLongestValueIs42BytesShorterThanTheModulus() throws Exception {
        VaultKey key = open("JKS", Keys.RSA).padded(VaultPadding.OAEP);
        String longest = "ü".repeat(107);

        assertThat(key.limit()).isEqualTo(214);
        String text = key.encrypt(NAME, secret(longest));
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPwithSHA1andMGF1Padding");
        cipher.init(Cipher.DECRYPT_MODE, Keys.RSA.getPrivate());
        assertThat(cipher.doFinal(Base64.getDecoder().decode(text)))
                .isEqualTo(longest.getBytes(StandardCharsets.UTF_8));
        assertThat(key.decrypt(text)).contains(secret(longest));
        assertThat(open("JKS", Keys.RSA).decrypt(text)).isEmpty();
        assertThatThrownBy(() -> key.encrypt(NAME, secret(longest + "y"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextIsTheSameInLaterBuildsUntilValueNameOrKeyChanges() {
        String first = encrypted(Keys.RSA, NAME, "one");

        assertThat(encrypted(Keys.RSA, NAME, "one")).isEqualTo(first);
        assertThat(encrypted(Keys.RSA, NAME, "two")).isNotEqualTo(first);
        assertThat(encrypted(Keys.RSA, "other", "one")).isNotEqualTo(first);
        assertThat(encrypted(Keys.OTHER_RSA, NAME, "one")).isNotEqualTo(first);
        assertThat(encrypted(Keys.RSA, NAME, "one")).isEqualTo(first);
    }

    @Test
    void withoutAStoreThatKeepsThemTextsDiffer() {
        assertThat(open("JKS", Keys.RSA).encrypt(NAME, secret("one")))
                .isNotEqualTo(open("JKS", Keys.RSA).encrypt(NAME, secret("one")));
    }

    @Test
    void bothTypesOfKeyStoresAreOpened() {
        String text = open("PKCS12", Keys.RSA).encrypt(NAME, secret("one"));

        assertThat(open("JKS", Keys.RSA).decrypt(text)).contains(secret("one"));
    }

    @Test
    void whatAnotherKeyHasEncryptedIsNotDecrypted() {
        String text = open("JKS", Keys.OTHER_RSA).encrypt(NAME, secret("one"));

        assertThat(open("JKS", Keys.RSA).decrypt(text)).isEmpty();
        assertThat(open("JKS", Keys.RSA).decrypt("no Base64!")).isEmpty();
        assertThat(open("JKS", Keys.RSA).decrypt("")).isEmpty();
    }

    @Test
    void aWrongPasswordAndAKeyThatIsNotRsaAreTold() {
        VaultCiphers ciphers = ciphers(CertificateStore.look(folder));

        assertThatThrownBy(() -> ciphers.open(keystore("JKS", Keys.RSA), ALIAS, Keys.OTHER_PASSWORD))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("password does not open");
        assertThatThrownBy(() -> ciphers.open(keystore("JKS", Keys.RSA), "nobody", Keys.PASSWORD))
                .hasMessageContaining("has no alias 'nobody'");
        assertThatThrownBy(() -> ciphers.open(keystore("JKS", Keys.P256), ALIAS, Keys.PASSWORD))
                .hasMessageContaining("RSA only");
    }

    @Test
    void aKeyStoreOfAnEarlierBuildOpensByThePasswordThatTheStoreKeeps() {
        try (CertificateStore store = CertificateStore.open(folder)) {
            Secret made = store.password("internal");
            byte[] keystore = StoreFile.keystore("JKS", ALIAS, entry(Keys.RSA), made);

            assertThat(ciphers(store).find(keystore, ALIAS, List.of())).isPresent();
            assertThat(ciphers(CertificateStore.look(folder)).find(keystore, ALIAS, List.of()))
                    .isEmpty();
            assertThat(ciphers(CertificateStore.look(folder)).find(keystore, ALIAS, List.of(Keys.PASSWORD, made)))
                    .isPresent();
        }
    }

    private String encrypted(KeyPair pair, String alias, String value) {
        try (CertificateStore store = CertificateStore.open(folder)) {
            String text = ciphers(store)
                    .open(keystore("JKS", pair), ALIAS, Keys.PASSWORD)
                    .encrypt(alias, secret(value));
            store.commit();
            return text;
        }
    }

    private VaultKey open(String type, KeyPair pair) {
        return ciphers(CertificateStore.look(folder)).open(keystore(type, pair), ALIAS, Keys.PASSWORD);
    }

    private static VaultCiphers ciphers(CertificateStore store) {
        return new VaultCiphers(store, Certificates.DEFAULT);
    }

    private static byte[] keystore(String type, KeyPair pair) {
        return StoreFile.keystore(type, ALIAS, entry(pair), Keys.PASSWORD);
    }

    private static KeyEntry entry(KeyPair pair) {
        return Keys.self(pair, Keys.ISSUER.internal(pair, "internal key", 30));
    }

    /** As the server does it: the default of the JDK for RSA. */
    private static String decrypted(KeyPair pair, String text) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA");
        cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate());
        return new String(cipher.doFinal(Base64.getDecoder().decode(text)), StandardCharsets.UTF_8);
    }

    private static Secret secret(String value) {
        return new Secret(value, Secret.Source.SETTINGS);
    }
}
