package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFileTest {

    private static final String PASS = Keys.PASSWORD.reveal();
    private static final X509Certificate CA = Keys.CA.certificate();
    private static final X509Certificate NODE = Keys.NODE.certificate();

    @TempDir
    Path folder;

    /** A store as keytool and others make it: a key with a password of its own, and a trusted certificate. */
    private static byte[] javaStore(String type, String keyPassword) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, PASS.toCharArray());
        store.setKeyEntry(
                "own",
                Keys.NODE.key(),
                keyPassword.toCharArray(),
                Keys.NODE.chain().toArray(new Certificate[0]));
        store.setCertificateEntry("old", CA);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASS.toCharArray());
        return bytes.toByteArray();
    }

    private static KeyStore load(String type, byte[] content, String password) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(new ByteArrayInputStream(content), password.toCharArray());
        return store;
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void aKeyStoreHoldsOneKeyWithThePasswordOfTheStore(String type) {
        byte[] content = StoreFile.keystore(type, "ei-tls", Keys.NODE, Keys.PASSWORD);
        StoreFile store = StoreFile.open(content, Keys.PASSWORD);
        assertThat(store.type()).isEqualTo(type);
        assertThat(store.keyAliases()).containsExactly("ei-tls");
        assertThat(store.trusted()).isEmpty();
        assertThat(store.chain("ei-tls")).isEqualTo(Keys.NODE.chain());
        assertThat(store.entry("ei-tls", Keys.PASSWORD)).isEqualTo(Keys.NODE);
        assertThat(new Tool("keytool", folder)
                        .write("s", content)
                        .run("-list", "-v", "-keystore", "s", "-storepass", PASS, "-storetype", type))
                .contains("Keystore type: " + type, "PrivateKeyEntry", "Your keystore contains 1 entry")
                .contains("Certificate chain length: 2", Fingerprints.of(NODE), Fingerprints.of(CA));
    }

    @Test
    void opensslReadsAKeyStoreWithoutItsLegacyProvider() {
        Tool openssl = new Tool("openssl", folder)
                .write("s.p12", StoreFile.keystore("PKCS12", "ei-tls", Keys.NODE, Keys.PASSWORD));
        String all = openssl.run("pkcs12", "-in", "s.p12", "-passin", "pass:" + PASS, "-nodes");
        assertThat(Pem.certificates(all.getBytes(StandardCharsets.UTF_8))).isEqualTo(Keys.NODE.chain());
        assertThat(Pem.key(all.getBytes(StandardCharsets.UTF_8), Optional.empty()))
                .isEqualTo(Keys.NODE.key());
        assertThat(openssl.run("pkcs12", "-in", "s.p12", "-passin", "pass:" + PASS, "-info", "-noout"))
                .contains("MAC: sha1", "pbeWithSHA1And3-KeyTripleDES-CBC")
                .doesNotContain("PBES2", "RC2");
    }

    @Test
    void aStoreOfOpensslIsOpened() {
        Tool openssl = new Tool("openssl", folder)
                .write("k.pem", Pem.text(Keys.NODE.key(), Optional.empty()))
                .write("c.pem", Pem.text(Keys.NODE.chain()));
        openssl.run(
                "pkcs12",
                "-export",
                "-inkey",
                "k.pem",
                "-in",
                "c.pem",
                "-name",
                "Mine",
                "-out",
                "s.p12",
                "-passout",
                "pass:" + PASS);
        StoreFile store = StoreFile.open(openssl.read("s.p12"), Keys.PASSWORD);
        assertThat(store.entry("Mine", Keys.PASSWORD)).isEqualTo(Keys.NODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void trustedCertificatesAreAddedAndReplaced(String type) throws Exception {
        byte[] changed = StoreFile.open(javaStore(type, PASS), Keys.PASSWORD)
                .withTrusted(Map.of("new", NODE, "OLD", NODE), Keys.PASSWORD, Optional.empty());
        StoreFile store = StoreFile.open(changed, Keys.PASSWORD);
        assertThat(store.type()).isEqualTo(type);
        assertThat(store.trusted()).isEqualTo(Map.of("new", NODE, "old", NODE));
        assertThat(store.entry("own", Keys.PASSWORD)).isEqualTo(Keys.NODE);
        assertThat(new Tool("keytool", folder).write("s", changed).run("-list", "-keystore", "s", "-storepass", PASS))
                .contains("Keystore type: " + type, "contains 3 entries", "new,", "old,", "trustedCertEntry");
    }

    @Test
    void aKeyWhosePasswordNobodyKnowsStays() throws Exception {
        byte[] changed = StoreFile.open(javaStore("JKS", "secret of the key"), Keys.PASSWORD)
                .withTrusted(Map.of("new", NODE), Keys.PASSWORD, Optional.of(Keys.OTHER_PASSWORD));
        KeyStore store = load("JKS", changed, Keys.OTHER_PASSWORD.reveal());
        assertThat(store.getKey("own", "secret of the key".toCharArray())).isEqualTo(Keys.NODE.key());
        assertThat(List.of(store.getCertificateChain("own"))).isEqualTo(Keys.NODE.chain());
        assertThat(store.getCertificate("new")).isEqualTo(NODE);
        assertThat(store.getCertificate("old")).isEqualTo(CA);
    }

    @Test
    void keysOfAPkcs12FileFollowItsNewPassword() throws Exception {
        byte[] changed = StoreFile.open(javaStore("PKCS12", PASS), Keys.PASSWORD)
                .withTrusted(Map.of("new", NODE), Keys.PASSWORD, Optional.of(Keys.OTHER_PASSWORD));
        StoreFile store = StoreFile.open(changed, Keys.OTHER_PASSWORD);
        assertThat(store.entry("own", Keys.OTHER_PASSWORD)).isEqualTo(Keys.NODE);
        assertThat(store.trusted()).containsOnlyKeys("new", "old");
    }

    @Test
    void aTrustedCertificateTakesNoKeysPlace() throws Exception {
        StoreFile store = StoreFile.open(javaStore("JKS", PASS), Keys.PASSWORD);
        assertBad(
                "has a private key with the alias 'OWN', which a trusted certificate would replace",
                () -> store.withTrusted(Map.of("OWN", CA), Keys.PASSWORD, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void aWrongPasswordIsToldApartFromDamage(String type) throws Exception {
        byte[] content = javaStore(type, PASS);
        assertBad(
                "is a " + type + " file that the password does not open",
                () -> StoreFile.open(content, Keys.OTHER_PASSWORD));
        for (int length : new int[] {5, 20, 100, content.length / 2, content.length - 25}) {
            assertBad(
                    "is a damaged " + type + " file",
                    () -> StoreFile.open(Arrays.copyOf(content, length), Keys.PASSWORD));
        }
        assertBad("is a damaged " + type + " file", () -> {
            byte[] changed = content.clone();
            Arrays.fill(changed, 8, 12, (byte) -1);
            StoreFile.open(changed, Keys.PASSWORD);
        });
    }

    @Test
    void otherKindsAreRefused() throws Exception {
        KeyStore jceks = KeyStore.getInstance("JCEKS");
        jceks.load(null, PASS.toCharArray());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        jceks.store(bytes, PASS.toCharArray());
        assertBad(
                "is a JCEKS file, not JKS or PKCS#12; convert it with keytool -importkeystore",
                () -> StoreFile.open(bytes.toByteArray(), Keys.PASSWORD));
        assertBad("is neither a JKS nor a PKCS#12 file", () -> StoreFile.open(new byte[0], Keys.PASSWORD));
        assertBad(
                "is neither a JKS nor a PKCS#12 file",
                () -> StoreFile.open(Pem.text(Keys.NODE.chain()).getBytes(StandardCharsets.UTF_8), Keys.PASSWORD));
    }

    @Test
    void anEntryThatIsNoKeyIsSaid() throws Exception {
        StoreFile store = StoreFile.open(javaStore("JKS", "secret of the key"), Keys.PASSWORD);
        assertBad("has a key 'own' that the password does not open", () -> store.entry("own", Keys.PASSWORD));
        assertBad(
                "has a certificate but no private key with the alias 'old'; aliases of its private keys: [own]",
                () -> store.entry("old", Keys.PASSWORD));
        assertBad("has no alias 'none'; aliases of its private keys: [own]", () -> store.entry("none", Keys.PASSWORD));
        assertBad("has no certificate with the alias 'none'; it has [old, own]", () -> store.chain("none"));
        assertThat(store.chain("old")).containsExactly(CA);
    }

    private static void assertBad(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(BadKeyException.class).hasMessage(message);
    }
}
