package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {

    @TempDir
    Path folder;

    @Test
    void ofACertificateAsKeytoolPrintsIt() {
        Tool keytool = new Tool("keytool", folder).write("c.pem", Pem.text(List.of(Keys.CA.certificate())));
        String printed = keytool.run("-printcert", "-file", "c.pem");
        assertThat(printed).contains("SHA256: " + Fingerprints.of(Keys.CA.certificate()));
    }

    @Test
    void ofAPublicKeyAsOpensslDigestsIt() {
        Tool openssl = new Tool("openssl", folder).write("c.pem", Pem.text(List.of(Keys.CA.certificate())));
        openssl.write("key.pem", openssl.run("x509", "-in", "c.pem", "-noout", "-pubkey"));
        openssl.run("pkey", "-pubin", "-in", "key.pem", "-outform", "der", "-out", "key.der");
        String printed = openssl.run("dgst", "-sha256", "-c", "key.der");
        assertThat(printed.toUpperCase(java.util.Locale.ROOT))
                .contains(Fingerprints.of(Keys.CA.certificate().getPublicKey()));
    }

    @Test
    void ofAPublicKeyStaysWithANewCertificate() {
        var again = Keys.ISSUER.authority(Keys.OTHER_RSA, "test CA", 10);
        assertThat(Fingerprints.of(again.getPublicKey()))
                .isEqualTo(Fingerprints.of(Keys.CA.certificate().getPublicKey()));
        assertThat(Fingerprints.of(again)).isNotEqualTo(Fingerprints.of(Keys.CA.certificate()));
    }

    @Test
    void everyPartOfARecipeChangesItsDigest() {
        Recipe plain = Recipe.of("store");
        assertThat(Stream.of(
                                plain,
                                Recipe.of("stor"),
                                plain.with("ab").with("c"),
                                plain.with("a").with("bc"),
                                plain.with("abc"),
                                plain.with(""),
                                plain.with(Keys.PASSWORD),
                                plain.with(Keys.OTHER_PASSWORD),
                                plain.with(List.of()),
                                plain.with(Keys.CA.chain()),
                                plain.with(Keys.NODE.chain()))
                        .map(Recipe::digest))
                .doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void equalPartsGiveTheSameDigest() {
        assertThat(Recipe.of("a").with("b").with(Keys.NODE.chain()).digest())
                .isEqualTo(Recipe.of("a")
                        .with("b".getBytes(StandardCharsets.UTF_8))
                        .with(Keys.NODE.chain())
                        .digest());
    }
}
