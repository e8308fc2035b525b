package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.model.KeySource;
import io.github.eicluster.model.Problem;
import io.github.eicluster.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidedKeysTest {

    private static final String PLACE = "cluster/certificates/node";
    private static final List<String> NAMES = List.of("ei.example.com", "a.wild.example.com", "127.0.0.1");
    private static final String GIVE_PEM =
            ". Give a PEM file (-----BEGIN CERTIFICATE-----); keytool -exportcert -rfc and"
                    + " openssl x509 -inform der write one.";
    private static final String GIVE_KEY =
            ". Give a PEM file with one RSA or EC key, and serverId (or password) if it is encrypted.";

    private static final X509Certificate STRANGER = Keys.ISSUER.authority(Keys.P384, "stranger", 3000);

    private final List<Problem> problems = new ArrayList<>();

    @TempDir
    Path folder;

    private ProvidedKeys keys() {
        return new ProvidedKeys(folder, Keys.NOW, 30, problems);
    }

    private String write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        return file;
    }

    private String write(String file, byte[] content) throws IOException {
        Files.write(folder.resolve(file), content);
        return file;
    }

    private static KeySource texts(String certificate, String chain, String key, Secret password) {
        return new KeySource(
                Optional.ofNullable(certificate),
                Optional.ofNullable(chain),
                Optional.ofNullable(key),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(password),
                List.of(),
                Optional.empty());
    }

    /** Writes {@code c.pem}, {@code k.pem}, and says that they are the key. */
    private KeySource given(KeyPair pair, X509Certificate... chain) throws IOException {
        write("c.pem", Pem.text(List.of(chain)));
        write("k.pem", Pem.text(pair.getPrivate(), Optional.empty()));
        return texts("c.pem", null, "k.pem", null);
    }

    private X509Certificate self(Issuer issuer, int days, String... names) {
        return issuer.tls(Keys.P256, Optional.empty(), List.of(names), days);
    }

    private void error(KeySource source, List<String> names, String... expected) {
        assertThat(keys().read(PLACE, source, names)).isEmpty();
        assertThat(problems)
                .allMatch(Problem::isError)
                .extracting(Problem::text)
                .containsExactly(expected);
    }

    private void warning(KeySource source, List<String> names, String... expected) {
        assertThat(keys().read(PLACE, source, names)).isPresent();
        assertThat(problems)
                .noneMatch(Problem::isError)
                .extracting(Problem::text)
                .containsExactly(expected);
    }

    private static LocalDate date(X509Certificate certificate, boolean end) {
        var date = end ? certificate.getNotAfter() : certificate.getNotBefore();
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }

    @Test
    void aGoodKeyIsReadWithoutAWord() throws Exception {
        warning(given(Keys.RSA, Keys.NODE.certificate(), Keys.CA.certificate()), NAMES);
        assertThat(keys().read(PLACE, texts("c.pem", null, "k.pem", null), NAMES))
                .contains(Keys.NODE);
    }

    @Test
    void anEncryptedKeyAndAChainOfItsOwnAreRead() throws Exception {
        write("c.pem", Pem.text(List.of(Keys.NODE.certificate())));
        write("ca.pem", Pem.text(Keys.CA.chain()));
        write("k.pem", Pem.text(Keys.RSA.getPrivate(), Optional.of(Keys.PASSWORD)));
        assertThat(keys().read(PLACE, texts("c.pem", "ca.pem", "k.pem", Keys.PASSWORD), NAMES))
                .contains(Keys.NODE);
        assertThat(problems).isEmpty();
        error(
                texts("c.pem", "ca.pem", "k.pem", Keys.OTHER_PASSWORD),
                NAMES,
                PLACE + "/key: 'k.pem' holds a private key that the password does not open" + GIVE_KEY);
        problems.clear();
        error(
                texts("c.pem", "ca.pem", "k.pem", null),
                NAMES,
                PLACE + "/key: 'k.pem' holds an encrypted private key, and no password is given" + GIVE_KEY);
    }

    @Test
    void aChainOutOfOrderIsMended() throws Exception {
        KeySource source = given(Keys.RSA, Keys.CA.certificate(), STRANGER, Keys.NODE.certificate());
        assertThat(keys().read(PLACE, source, NAMES)).contains(Keys.NODE);
        assertThat(problems).isEmpty();
    }

    @Test
    void filesThatAreMissingOrNoPemAreAllSaid() throws Exception {
        write("der.cer", Keys.NODE.certificate().getEncoded());
        error(
                texts("none.pem", "der.cer", "none.key", null),
                NAMES,
                PLACE + "/certificate: 'none.pem' does not exist. Relative paths start from " + folder + ".",
                PLACE + "/chain: 'der.cer' holds no certificate in PEM" + GIVE_PEM,
                PLACE + "/key: 'none.key' does not exist. Relative paths start from " + folder + ".");
    }

    @Test
    void aFolderCannotBeRead() throws Exception {
        Files.createDirectory(folder.resolve("sub"));
        given(Keys.RSA, Keys.NODE.certificate());
        error(
                texts("sub", null, "k.pem", null),
                NAMES,
                PLACE + "/certificate: 'sub' cannot be read. Give a file that the build may read.");
    }

    @Test
    void aFileWithSeveralKeysIsRefused() throws Exception {
        given(Keys.RSA, Keys.NODE.chain().toArray(new X509Certificate[0]));
        String key = Pem.text(Keys.RSA.getPrivate(), Optional.empty());
        error(
                texts("c.pem", null, write("two.pem", key + key), null),
                NAMES,
                PLACE + "/key: 'two.pem' holds 2 private keys instead of one" + GIVE_KEY);
    }

    @Test
    void halfAKeyIsRefused() throws Exception {
        given(Keys.RSA, Keys.NODE.certificate());
        error(
                texts("c.pem", null, null, null),
                NAMES,
                PLACE + ": a provided key needs certificate and key, or keystore; one of the two is missing.");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        for (KeyPair other : List.of(Keys.OTHER_RSA, Keys.P256)) {
            problems.clear();
            error(
                    given(other, Keys.NODE.certificate()),
                    NAMES,
                    PLACE + "/key: 'k.pem' does not belong to the certificate in 'c.pem' (CN=ei.example.com)."
                            + " Give the key that the certificate was requested with.");
        }
    }

    @Test
    void aShortRsaKeyIsRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        KeyPair pair = generator.generateKeyPair();
        error(
                given(pair, Keys.ISSUER.tls(pair, Optional.empty(), Keys.NAMES, 100)),
                NAMES,
                PLACE + "/certificate: the RSA key of CN=ei.example.com has 1024 bits, which is too weak."
                        + " Give a key of 2048 bits or more.");
    }

    @Test
    void theInternalKeyIsRsa() throws Exception {
        error(
                given(Keys.P256, Keys.ISSUER.internal(Keys.P256, "x", 100)),
                List.of(),
                PLACE + "/certificate: the key of CN=x is an EC key, but the server encrypts with the internal key."
                        + " Give an RSA key.");
    }

    @Test
    void datesAreChecked() throws Exception {
        X509Certificate expired = self(Keys.later(-100), 50, "127.0.0.1");
        error(
                given(Keys.P256, expired),
                List.of("127.0.0.1"),
                PLACE + "/certificate: the certificate CN=127.0.0.1 has expired on " + date(expired, true)
                        + ". Give one that is valid.");
        problems.clear();
        X509Certificate future = self(Keys.later(10), 50, "127.0.0.1");
        error(
                given(Keys.P256, future),
                List.of("127.0.0.1"),
                PLACE + "/certificate: the certificate CN=127.0.0.1 is not valid before " + date(future, false)
                        + ". Give one that is valid now.");
        problems.clear();
        X509Certificate soon = self(Keys.ISSUER, 29, "127.0.0.1");
        warning(
                given(Keys.P256, soon),
                List.of("127.0.0.1"),
                PLACE + "/certificate: the certificate CN=127.0.0.1 ends on " + date(soon, true)
                        + ". Ask for a new one in time.");
        problems.clear();
        warning(given(Keys.P256, self(Keys.ISSUER, 31, "127.0.0.1")), List.of("127.0.0.1"));
    }

    @Test
    void anExpiredInternalCertificateStopsNobody() throws Exception {
        X509Certificate expired = Keys.later(-100).internal(Keys.RSA, "x", 50);
        warning(
                given(Keys.RSA, expired),
                List.of(),
                PLACE + "/certificate: the certificate CN=x has expired on " + date(expired, true)
                        + ". Give one that is valid.");
    }

    @Test
    void aMissingIssuerIsNamedUnlessItIsTrusted() throws Exception {
        KeySource source = given(Keys.RSA, Keys.NODE.certificate());
        warning(
                source,
                NAMES,
                PLACE + "/chain: the chain ends with CN=ei.example.com, and the certificate of its issuer CN=test CA"
                        + " is missing. Add it to the chain, or to cluster/certificates/trusted if it is the root.");
        problems.clear();
        ProvidedKeys keys = keys();
        keys.trusted(List.of(write("root.pem", Pem.text(Keys.CA.chain()))), Optional.empty());
        assertThat(keys.read(PLACE, source, NAMES)).isPresent();
        assertThat(problems).isEmpty();
    }

    @Test
    void missingNamesAreSaid() throws Exception {
        KeySource source = given(Keys.P256, self(Keys.ISSUER, 100, "*.example.com", "::1"));
        warning(
                source,
                List.of("a.example.com", "a.b.example.com", "[0:0::1]", "10.0.0.1"),
                PLACE + "/certificate: the certificate CN=*.example.com is not valid for a.b.example.com, 10.0.0.1."
                        + " Ask for one with all names (SAN), unless nobody uses these.");
        problems.clear();
        warning(
                given(Keys.RSA, Keys.ISSUER.internal(Keys.RSA, "x", 100)),
                NAMES,
                PLACE + "/certificate: the certificate CN=x has no names (SAN), so that today's clients refuse it."
                        + " Ask for one with: ei.example.com, a.wild.example.com, 127.0.0.1.");
    }

    @Test
    void trustedCertificatesHaveAnAliasEach() throws Exception {
        Files.createDirectory(folder.resolve("sub"));
        X509Certificate expired = self(Keys.later(-100), 50, "old");
        write("Root.pem", Pem.text(Keys.NODE.chain()));
        write("sub/root.crt", Pem.text(List.of(expired)));
        assertThat(keys().trusted(List.of("Root.pem", "none.pem", "sub/root.crt"), Optional.empty()))
                .containsExactly(
                        Map.entry("trusted-root", Keys.NODE.certificate()),
                        Map.entry("trusted-root-2", Keys.CA.certificate()),
                        Map.entry("trusted-root-3", expired));
        assertThat(problems)
                .containsExactly(
                        Problem.error(
                                "cluster/certificates/trusted/certificate[2]",
                                "'none.pem' does not exist. Relative paths start from " + folder + "."),
                        Problem.warning(
                                "cluster/certificates/trusted/certificate[3]",
                                "the certificate CN=old has expired on " + date(expired, true)
                                        + ". Give one that is valid."));
    }
}
