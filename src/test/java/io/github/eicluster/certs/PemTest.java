package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eicluster.model.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {

    private static final Optional<Secret> NO_PASSWORD = Optional.empty();
    private static final String PASS = "pass:" + Keys.PASSWORD.reveal();

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Tool openssl() {
        return new Tool("openssl", folder)
                .write("rsa.pem", Pem.text(Keys.RSA.getPrivate(), NO_PASSWORD))
                .write("ec.pem", Pem.text(Keys.P384.getPrivate(), NO_PASSWORD));
    }

    /** {@code in} is one of the two keys, {@code out} is what openssl makes of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkcs8 -topk8 -nocrypt -in rsa.pem",
                "pkcs8 -topk8 -nocrypt -in ec.pem",
                "rsa -traditional -in rsa.pem",
                "ec -in ec.pem",
                "pkcs8 -topk8 -v2 aes256 -v2prf hmacWithSHA256 -in rsa.pem -passout PASS",
                "pkcs8 -topk8 -v2 aes-128-cbc -v2prf hmacWithSHA1 -in ec.pem -passout PASS",
                "pkcs8 -topk8 -v2 des3 -in rsa.pem -passout PASS",
                "pkcs8 -topk8 -scrypt -in rsa.pem -passout PASS",
                "pkcs8 -topk8 -v1 PBE-SHA1-3DES -in rsa.pem -passout PASS",
                "pkcs8 -topk8 -v1 PBE-MD5-DES -in rsa.pem -passout PASS -provider legacy -provider default",
                "rsa -traditional -aes256 -in rsa.pem -passout PASS",
                "rsa -traditional -des3 -in rsa.pem -passout PASS",
                "ec -aes128 -in ec.pem -passout PASS"
            })
    void everyFormOfAKeyIsRead(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.replaceAll(argument -> argument.equals("PASS") ? PASS : argument);
        arguments.addAll(List.of("-out", "out.pem"));
        Tool openssl = openssl();
        openssl.run(arguments.toArray(new String[0]));
        byte[] made = openssl.read("out.pem");
        KeyPair pair = command.contains("rsa.pem") ? Keys.RSA : Keys.P384;
        boolean encrypted = command.contains("PASS");

        PrivateKey read = Pem.key(made, encrypted ? Optional.of(Keys.PASSWORD) : NO_PASSWORD);

        assertThat(read).isEqualTo(pair.getPrivate());
        if (encrypted) {
            assertThatThrownBy(() -> Pem.key(made, NO_PASSWORD))
                    .isInstanceOf(BadKeyException.class)
                    .hasMessage("holds an encrypted private key, and no password is given");
            assertThatThrownBy(() -> Pem.key(made, Optional.of(Keys.OTHER_PASSWORD)))
                    .isInstanceOf(BadKeyException.class)
                    .hasMessage("holds a private key that the password does not open");
        } else {
            assertThat(Pem.key(made, Optional.of(Keys.PASSWORD))).isEqualTo(pair.getPrivate());
        }
    }

    @Test
    void anEcKeyWithItsParametersIsRead() {
        Tool openssl = openssl();
        openssl.run("ecparam", "-name", "prime256v1", "-genkey", "-out", "out.pem");
        byte[] made = openssl.read("out.pem");
        assertThat(new String(made, StandardCharsets.UTF_8)).contains("BEGIN EC PARAMETERS", "BEGIN EC PRIVATE KEY");
        assertThat(Pem.key(made, NO_PASSWORD).getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void opensslReadsWhatIsWritten() {
        Tool openssl = openssl();
        String encrypted = Pem.text(Keys.RSA.getPrivate(), Optional.of(Keys.PASSWORD));
        openssl.write("enc.pem", encrypted).run("pkey", "-in", "enc.pem", "-passin", PASS, "-out", "clear.pem");
        assertThat(encrypted)
                .startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
                .doesNotContain("\r");
        assertThat(openssl.read("clear.pem")).isEqualTo(openssl.read("rsa.pem"));
        assertThat(openssl.run("asn1parse", "-in", "enc.pem"))
                .contains(":PBES2", ":PBKDF2", ":hmacWithSHA256", ":aes-256-cbc");
        assertThat(openssl.attempt("pkey", "-in", "enc.pem", "-passin", "pass:wrong")
                        .code())
                .isNotZero();
        assertThat(Pem.key(bytes(encrypted), Optional.of(Keys.PASSWORD))).isEqualTo(Keys.RSA.getPrivate());
    }

    @Test
    void certificatesAreReadInOrderWhateverStandsAroundThem() {
        String text = "Bag Attributes\r\n friendlyName: x\r\n"
                + Pem.text(Keys.NODE.chain()).replace("\n", "\r\n")
                + Pem.text(Keys.RSA.getPrivate(), NO_PASSWORD)
                + "# end";
        assertThat(Pem.certificates(bytes(text))).isEqualTo(Keys.NODE.chain());
        assertThat(Pem.key(bytes(text), NO_PASSWORD)).isEqualTo(Keys.RSA.getPrivate());
        assertThat(Pem.certificates(bytes("nothing"))).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsSaid() {
        String key = Pem.text(Keys.P256.getPrivate(), NO_PASSWORD);
        String damaged = Pem.text(Keys.CA.chain()).replaceFirst("\n.{64}\n.{64}\n", "\n");
        String ed25519 = Pem.block(
                "PRIVATE KEY", java.util.HexFormat.of().parseHex("302e020100300506032b657004220420" + "00".repeat(32)));
        assertBad("holds no private key in PEM", Pem.text(Keys.CA.chain()));
        assertBad("holds 2 private keys instead of one", key + key);
        assertBad("holds a damaged private key", key.replaceFirst("\n.{64}\n", "\n"));
        assertBad("holds a private key that is neither RSA nor EC (algorithm 1.3.101.112)", ed25519);
        assertThatThrownBy(() -> Pem.certificates(bytes(damaged)))
                .isInstanceOf(BadKeyException.class)
                .hasMessage("holds a damaged certificate");
    }

    private static void assertBad(String message, String text) {
        assertThatThrownBy(() -> Pem.key(bytes(text), NO_PASSWORD))
                .isInstanceOf(BadKeyException.class)
                .hasMessage(message);
    }
}
