package io.github.eicluster.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eicluster.certs.TlsFixture;
import io.github.eicluster.testing.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificateCheckTest {

    @Test
    void aCertificateOfTheClusterForTheNamePasses() throws IOException {
        try (StubNode node = new StubNode("node1", Checks.KEYS.server("ei.wso2.com"))) {
            assertThat(check(node.port("https"), Checks.trust()))
                    .extracting(Result::outcome)
                    .containsOnly(Result.Outcome.PASSED);
        }
    }

    @Test
    void aCertificateForAnotherNameFailsAlthoughItIsTrusted() throws IOException {
        try (StubNode node = new StubNode("node1", Checks.KEYS.server("other.wso2.com"))) {
            List<Result> results = check(node.port("https"), Checks.trust());

            assertThat(results)
                    .extracting(Result::outcome)
                    .containsExactly(Result.Outcome.FAILED, Result.Outcome.PASSED);
            assertThat(results.get(0).message()).contains("is not for ei.wso2.com", "ei.wso2.com found");
            assertThat(results.get(0).rule()).contains("EIC409");
        }
    }

    @Test
    void aCertificateOfSomebodyElseFailsAlthoughItIsForTheName() throws IOException {
        try (StubNode node = new StubNode("node1", new TlsFixture().server("ei.wso2.com"))) {
            List<Result> results = check(node.port("https"), Checks.trust());

            assertThat(results)
                    .extracting(Result::outcome)
                    .containsExactly(Result.Outcome.PASSED, Result.Outcome.FAILED);
            assertThat(results.get(1).message()).contains("nobody vouches");
            assertThat(results.get(1).rule()).contains("EIC406");
        }
    }

    @Test
    void anExpiredCertificateFails() throws IOException {
        TlsFixture old = new TlsFixture(Instant.now().minus(90, ChronoUnit.DAYS));
        Optional<Trust> trust = Optional.of(Trust.ofPem("old", List.of(old.authorityFile())));
        try (StubNode node = new StubNode("node1", old.server("ei.wso2.com"))) {
            List<Result> results = check(node.port("https"), trust);

            assertThat(results)
                    .extracting(Result::outcome)
                    .containsExactly(Result.Outcome.PASSED, Result.Outcome.FAILED);
            assertThat(results.get(1).message()).startsWith("the certificate is not valid today: ");
            assertThat(results.get(1).rule()).contains("EIC402");
        }
    }

    @Test
    void anExpiredCertificateFailsAlsoWhereNoAuthorityIsKnown() throws IOException {
        TlsFixture old = new TlsFixture(Instant.now().minus(90, ChronoUnit.DAYS));
        try (StubNode node = new StubNode("node1", old.server("ei.wso2.com"))) {
            assertThat(check(node.port("https"), Optional.empty()).get(1).outcome())
                    .isEqualTo(Result.Outcome.FAILED);
        }
    }

    @Test
    void withoutKnownAuthoritiesTrustIsNotCheckedAndNeverAPass() throws IOException {
        try (StubNode node = new StubNode("node1", Checks.KEYS.server("ei.wso2.com"))) {
            List<Result> results = check(node.port("https"), Optional.empty());

            assertThat(results)
                    .extracting(Result::outcome)
                    .containsExactly(Result.Outcome.PASSED, Result.Outcome.NOT_CHECKED);
            assertThat(results.get(1).remedy()).contains("-Dei-cluster.smoke-test.trusted");
        }
    }

    @Test
    void aListenerWithoutTlsFails() throws IOException {
        try (StubNode node = new StubNode("node1", Checks.KEYS.server("ei.wso2.com"))) {
            List<Result> results = check(node.port("http"), "ei.wso2.com", Checks.trust(), Duration.ofSeconds(2));

            assertThat(results)
                    .extracting(Result::outcome)
                    .containsExactly(Result.Outcome.FAILED, Result.Outcome.NOT_CHECKED);
            assertThat(results.get(0).message()).contains("there is no TLS connection");
        }
    }

    @Test
    void aListenerThatSaysNothingFails() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Result result = check(silent.getLocalPort(), "ei.wso2.com", Checks.trust(), Duration.ofMillis(200))
                    .get(0);

            assertThat(result.outcome()).isEqualTo(Result.Outcome.FAILED);
            assertThat(result.message()).endsWith(": there is no TLS connection (no answer to the handshake in time)");
        }
    }

    @Test
    void aClosedListenerIsLeftToTheCheckOfThePort() {
        assertThat(check(FreePorts.inARow(1), Checks.trust()))
                .extracting(Result::outcome)
                .containsOnly(Result.Outcome.NOT_CHECKED);
    }

    @Test
    void anAddressInTheCertificateCountsForAnAddressOnly() throws IOException {
        try (StubNode node = new StubNode("node1", Checks.KEYS.server("127.0.0.1"))) {
            assertThat(check(node.port("https"), "127.0.0.1").get(0).outcome()).isEqualTo(Result.Outcome.PASSED);
            assertThat(check(node.port("https"), "ei.wso2.com").get(0).outcome())
                    .isEqualTo(Result.Outcome.FAILED);
        }
    }

    private static List<Result> check(int port, Optional<Trust> trust) {
        return check(port, "ei.wso2.com", trust);
    }

    private static List<Result> check(int port, String name) {
        return check(port, name, Checks.trust());
    }

    private static List<Result> check(int port, String name, Optional<Trust> trust) {
        return check(port, name, trust, Duration.ofSeconds(20));
    }

    private static List<Result> check(int port, String name, Optional<Trust> trust, Duration timeout) {
        return new CertificateCheck("node1", "https", "127.0.0.1", port, name, trust, Checks.NAMES, timeout).run();
    }
}
