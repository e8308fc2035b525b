package io.github.eicluster.certs;

import io.github.eicluster.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority with certificates for a load balancer and its nodes, made as the plugin makes them. */
public final class TlsFixture {

    /** Password of the encrypted key. */
    public static final String PASSWORD = "of the key";

    private static final int DAYS = 30;
    private static final char[] NO_PASSWORD = new char[0];

    private final Issuer issuer;
    private final KeyEntry authority;

    /** An authority whose certificates are valid today. */
    public TlsFixture() {
        this(Instant.now());
    }

    /**
     * An authority of another day.
     *
     * @param today when its certificates are issued; they are valid for 30 days
     */
    public TlsFixture(Instant today) {
        issuer = new Issuer(today);
        authority = authority(issuer);
    }

    private static KeyEntry authority(Issuer issuer) {
        KeyPair pair = issuer.newKey(0, Optional.of("P-256"));
        return new KeyEntry(pair.getPrivate(), List.of(issuer.authority(pair, "test authority", DAYS)));
    }

    /**
     * A server's TLS with a certificate for some names.
     *
     * @param names names in the certificate
     * @return a context for server sockets
     */
    public SSLContext server(String... names) {
        try {
            KeyEntry entry = issue(List.of(names));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("node", entry.key(), NO_PASSWORD, entry.chain().toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the certificate of the authority as a PEM file} */
    public byte[] authorityFile() {
        return Pem.text(authority.chain()).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** {@return a client's TLS that trusts the authority} */
    public SSLContext client() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", authority.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes what a balancer needs: {@code server.crt}, {@code server.key}, {@code nodes.crt}.
     *
     * @param folder an existing folder
     * @param encrypted whether the key has a password, which is written to {@code server.pass}
     * @param names names in the balancer's certificate
     */
    public void writeBalancer(Path folder, boolean encrypted, String... names) {
        KeyEntry entry = issue(List.of(names));
        Optional<Secret> password =
                encrypted ? Optional.of(new Secret(PASSWORD, Secret.Source.SETTINGS)) : Optional.empty();
        try {
            Files.writeString(folder.resolve("server.crt"), Pem.text(entry.chain()));
            Files.writeString(folder.resolve("server.key"), Pem.text(entry.key(), password));
            Files.writeString(folder.resolve("nodes.crt"), Pem.text(authority.chain()));
            if (encrypted) {
                Files.writeString(folder.resolve("server.pass"), PASSWORD + "\n");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyEntry issue(List<String> names) {
        KeyPair pair = issuer.newKey(0, Optional.of("P-256"));
        X509Certificate certificate = issuer.tls(pair, Optional.of(authority), names, DAYS);
        return new KeyEntry(pair.getPrivate(), List.of(certificate, authority.certificate()));
    }
}
