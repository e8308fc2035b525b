package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTest {

    @TempDir
    Path folder;

    private String text(X509Certificate certificate) {
        return new Tool("openssl", folder)
                .write("c.pem", Pem.text(List.of(certificate)))
                .run("x509", "-in", "c.pem", "-noout", "-text")
                .replaceAll("\\s+", " ");
    }

    @Test
    void anAuthoritySignsCertificatesAndNothingElse() {
        assertThat(text(Keys.CA.certificate()))
                .contains(
                        "Signature Algorithm: sha256WithRSAEncryption",
                        "Issuer: CN = test CA",
                        "Subject: CN = test CA",
                        "X509v3 Basic Constraints: critical CA:TRUE, pathlen:0",
                        "X509v3 Key Usage: critical Certificate Sign, CRL Sign X509v3",
                        "X509v3 Subject Key Identifier:")
                .doesNotContain("Extended Key Usage");
    }

    @Test
    void aTlsCertificateHasEveryNameInItsKind() {
        assertThat(text(Keys.NODE.certificate()))
                .contains(
                        "Issuer: CN = test CA",
                        "Subject: CN = ei.example.com",
                        "Public-Key: (2048 bit)",
                        "X509v3 Basic Constraints: critical CA:FALSE",
                        "X509v3 Key Usage: critical Digital Signature, Key Encipherment X509v3",
                        "TLS Web Server Authentication, TLS Web Client Authentication",
                        "X509v3 Subject Alternative Name: DNS:ei.example.com, DNS:ui.ei.example.com, DNS:localhost,"
                                + " IP Address:127.0.0.1, IP Address:10.1.2.3,"
                                + " IP Address:2001:DB8:0:0:0:0:0:17, DNS:*.wild.example.com ",
                        "X509v3 Authority Key Identifier:");
    }

    @Test
    void anInternalCertificateEncryptsData() {
        assertThat(text(Keys.ISSUER.internal(Keys.RSA, "ei.domain internal key", 3650)))
                .contains(
                        "Subject: CN = ei.domain internal key",
                        "X509v3 Key Usage: critical Digital Signature, Key Encipherment, Data Encipherment X509v3")
                .doesNotContain("Extended Key Usage", "Alternative Name");
    }

    @Test
    void curvesHaveTheirDigests() {
        assertThat(text(Keys.ISSUER.tls(Keys.P256, Optional.empty(), Keys.NAMES, 730)))
                .contains("ecdsa-with-SHA256", "prime256v1", "Key Usage: critical Digital Signature X509v3");
        assertThat(text(Keys.ISSUER.tls(Keys.P384, Optional.empty(), Keys.NAMES, 730)))
                .contains("ecdsa-with-SHA384", "secp384r1");
    }

    @Test
    void opensslVerifiesWhatWasSigned() {
        Tool openssl = new Tool("openssl", folder)
                .write("ca.crt", Pem.text(Keys.CA.chain()))
                .write("node.crt", Pem.text(Keys.NODE.chain()))
                .write("self.crt", Pem.text(List.of(Keys.ISSUER.tls(Keys.P256, Optional.empty(), Keys.NAMES, 730))));
        for (String purpose : List.of("sslserver", "sslclient")) {
            assertThat(openssl.run("verify", "-x509_strict", "-purpose", purpose, "-CAfile", "ca.crt", "node.crt"))
                    .contains("node.crt: OK");
            assertThat(openssl.run("verify", "-purpose", purpose, "-CAfile", "self.crt", "self.crt"))
                    .contains("self.crt: OK");
        }
        for (String name : List.of("ei.example.com", "ui.ei.example.com", "localhost", "any.wild.example.com")) {
            openssl.run("verify", "-CAfile", "ca.crt", "-verify_hostname", name, "node.crt");
        }
        for (String address : List.of("127.0.0.1", "10.1.2.3", "2001:db8::17")) {
            openssl.run("verify", "-CAfile", "ca.crt", "-verify_ip", address, "node.crt");
        }
        assertThat(openssl.attempt("verify", "-CAfile", "ca.crt", "-verify_hostname", "no.example.com", "node.crt")
                        .code())
                .isNotZero();
        assertThat(openssl.attempt("verify", "-CAfile", "self.crt", "node.crt").code())
                .isNotZero();
    }

    @Test
    void certificatesOutliveAReissueOfTheirAuthorityOnTheSameKey() {
        Tool openssl = new Tool("openssl", folder)
                .write("ca.crt", Pem.text(List.of(Keys.ISSUER.authority(Keys.OTHER_RSA, "test CA", 100))))
                .write("node.crt", Pem.text(List.of(Keys.NODE.certificate())));
        assertThat(openssl.run("verify", "-x509_strict", "-CAfile", "ca.crt", "node.crt"))
                .contains("OK");
    }

    @Test
    void aCertificateBeginsAnHourAgoAndEndsWithItsAuthorityAtTheLatest() {
        X509Certificate node = Keys.NODE.certificate();
        assertThat(node.getNotBefore().toInstant()).isEqualTo(Keys.NOW.minus(Duration.ofHours(1)));
        assertThat(node.getNotAfter().toInstant()).isEqualTo(Keys.NOW.plus(Duration.ofDays(730)));
        X509Certificate cut = Keys.ISSUER.tls(Keys.RSA, Optional.of(Keys.CA), Keys.NAMES, 4000);
        assertThat(cut.getNotAfter()).isEqualTo(Keys.CA.certificate().getNotAfter());
    }

    @Test
    void serialNumbersAre128RandomBits() {
        Set<BigInteger> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            BigInteger serial =
                    Keys.ISSUER.tls(Keys.P256, Optional.empty(), Keys.NAMES, 1).getSerialNumber();
            assertThat(serial.signum()).isPositive();
            assertThat(serial.bitLength()).isEqualTo(128);
            assertThat(seen.add(serial)).isTrue();
        }
    }

    @Test
    void aLongNameIsNoCommonName() {
        String label = "a".repeat(40);
        String long81 = label + "." + label;
        X509Certificate second = Keys.ISSUER.tls(Keys.P256, Optional.empty(), List.of(long81, "short.example.com"), 1);
        assertThat(second.getSubjectX500Principal().getName()).isEqualTo("CN=short.example.com");
        X509Certificate cut = Keys.ISSUER.tls(Keys.P256, Optional.empty(), List.of(long81), 1);
        assertThat(cut.getSubjectX500Principal().getName()).isEqualTo("CN=" + long81.substring(0, 64));
        assertThat(text(cut)).contains("DNS:" + long81);
        assertThat(Keys.ISSUER
                        .authority(Keys.P256, "b".repeat(70), 1)
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=" + "b".repeat(64));
    }

    @Test
    void aNameTwiceIsOneName() {
        X509Certificate certificate = Keys.ISSUER.tls(
                Keys.P256, Optional.empty(), List.of("A.example.com", "a.example.com", "::1", "[0:0::1]"), 1);
        assertThat(text(certificate)).contains("Name: DNS:a.example.com, IP Address:0:0:0:0:0:0:0:1 ");
    }

    @Test
    void aSigningRequestHasTheNames() {
        Tool openssl = new Tool("openssl", folder).write("r.pem", Keys.ISSUER.request(Keys.RSA, Keys.NAMES));
        assertThat(openssl.run("req", "-in", "r.pem", "-noout", "-verify", "-text")
                        .replaceAll("\\s+", " "))
                .contains(
                        "verify OK",
                        "Subject: CN = ei.example.com",
                        "DNS:ei.example.com, DNS:ui.ei.example.com, DNS:localhost, IP Address:127.0.0.1");
    }

    @Test
    void keysHaveTheWantedSizeAndNoProviderIsRegistered() {
        KeyPair pair = Keys.ISSUER.newKey(3072, Optional.empty());
        assertThat(((java.security.interfaces.RSAKey) pair.getPublic())
                        .getModulus()
                        .bitLength())
                .isEqualTo(3072);
        Pem.text(Keys.P256.getPrivate(), Optional.of(Keys.PASSWORD));
        assertThat(Security.getProvider("BC")).isNull();
    }
}
