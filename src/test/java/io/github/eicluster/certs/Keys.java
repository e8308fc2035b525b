package io.github.eicluster.certs;

import io.github.eicluster.model.Secret;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Keys and certificates that many tests use; made once, since RSA keys take time. */
final class Keys {

    /** The real time, in seconds: openssl and TLS compare with the clock of the machine. */
    static final Instant NOW = seconds();

    static final Issuer ISSUER = new Issuer(NOW);
    static final KeyPair RSA = ISSUER.newKey(2048, Optional.empty());
    static final KeyPair OTHER_RSA = ISSUER.newKey(2048, Optional.empty());
    static final KeyPair P256 = ISSUER.newKey(0, Optional.of("P-256"));
    static final KeyPair P384 = ISSUER.newKey(0, Optional.of("P-384"));

    static final KeyEntry CA = self(OTHER_RSA, ISSUER.authority(OTHER_RSA, "test CA", 3650));

    static final List<String> NAMES = List.of(
            "ei.example.com",
            "ui.ei.example.com",
            "localhost",
            "127.0.0.1",
            "10.1.2.3",
            "[2001:db8::17]",
            "*.wild.example.com");

    static final KeyEntry NODE = signed(RSA, NAMES);

    static final Secret PASSWORD = secret("correct horse");
    static final Secret OTHER_PASSWORD = secret("battery staple");

    private Keys() {}

    private static Instant seconds() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    static KeyEntry self(KeyPair pair, X509Certificate certificate) {
        return new KeyEntry(pair.getPrivate(), List.of(certificate));
    }

    /** A TLS key that {@link #CA} signed. */
    static KeyEntry signed(KeyPair pair, List<String> names) {
        X509Certificate certificate = ISSUER.tls(pair, Optional.of(CA), names, 730);
        return new KeyEntry(pair.getPrivate(), List.of(certificate, CA.certificate()));
    }

    /** An issuer of so many days later (or earlier, if negative). */
    static Issuer later(int days) {
        return new Issuer(NOW.plus(Duration.ofDays(days)));
    }

    static Secret secret(String text) {
        return new Secret(text, Secret.Source.GENERATED);
    }
}
