package io.github.eicluster.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A TLS server with a key store that was written here, a client with such a trust store, and names that are checked. */
class TlsTest {

    private static final X509Certificate OTHER_CA = Keys.ISSUER.authority(Keys.P256, "other CA", 10);

    private static SSLContext server(String type, KeyEntry entry) throws Exception {
        char[] password = Keys.PASSWORD.reveal().toCharArray();
        KeyStore store = KeyStore.getInstance(type);
        store.load(new ByteArrayInputStream(StoreFile.keystore(type, "ei-tls", entry, Keys.PASSWORD)), password);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** The trust store is made of one that holds a certificate of the other authority only. */
    private static SSLContext client(String type, Map<String, X509Certificate> trusted) throws Exception {
        char[] password = Keys.PASSWORD.reveal().toCharArray();
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, password);
        store.setCertificateEntry("other", OTHER_CA);
        var bytes = new java.io.ByteArrayOutputStream();
        store.store(bytes, password);
        byte[] content = StoreFile.open(bytes.toByteArray(), Keys.PASSWORD)
                .withTrusted(trusted, Keys.PASSWORD, Optional.empty());
        store.load(new ByteArrayInputStream(content), password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static SSLParameters checkingNames(SSLParameters parameters) {
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void aClientConnects(String host) throws Exception {
        SSLContext context = server("JKS", Keys.NODE);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (SSLServerSocket listening =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0)) {
            Callable<Integer> answer = () -> {
                try (SSLSocket accepted = (SSLSocket) listening.accept()) {
                    int read = accepted.getInputStream().read();
                    accepted.getOutputStream().write(read + 1);
                    return read;
                }
            };
            Future<Integer> served = executor.submit(answer);
            try (SSLSocket socket = (SSLSocket) client("JKS", Map.of("ca", Keys.CA.certificate()))
                    .getSocketFactory()
                    .createSocket(host, listening.getLocalPort())) {
                socket.setSSLParameters(checkingNames(socket.getSSLParameters()));
                socket.getOutputStream().write(41);
                assertThat(socket.getInputStream().read()).isEqualTo(42);
            }
            assertThat(served.get()).isEqualTo(41);
        } finally {
            executor.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ei.example.com",
                "ui.ei.example.com",
                "localhost",
                "127.0.0.1",
                "10.1.2.3",
                "2001:db8::17",
                "any.wild.example.com"
            })
    void everyNameIsProved(String name) throws Exception {
        for (String type : new String[] {"JKS", "PKCS12"}) {
            handshake(server(type, Keys.NODE), client(type, Map.of("ca", Keys.CA.certificate())), name);
        }
    }

    @Test
    void aSelfSignedCertificateIsItsOwnAuthority() throws Exception {
        X509Certificate certificate = Keys.ISSUER.tls(Keys.P384, Optional.empty(), Keys.NAMES, 10);
        handshake(
                server("JKS", Keys.self(Keys.P384, certificate)),
                client("JKS", Map.of("node", certificate)),
                "ei.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.example.com", "10.1.2.4", "2001:db8::18", "a.b.wild.example.com"})
    void anotherNameIsRefused(String name) {
        assertThatThrownBy(() ->
                        handshake(server("JKS", Keys.NODE), client("JKS", Map.of("ca", Keys.CA.certificate())), name))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("subject alternative");
    }

    @Test
    void aClientWithAnotherTrustStoreRefuses() {
        assertThatThrownBy(() -> handshake(server("JKS", Keys.NODE), client("JKS", Map.of()), "ei.example.com"))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("unable to find valid certification path");
    }

    /** Both sides in memory, so that names that nobody resolves can be asked for. */
    private static void handshake(SSLContext server, SSLContext client, String name)
            throws SSLException, GeneralSecurityException {
        SSLEngine asking = client.createSSLEngine(name, 443);
        asking.setSSLParameters(checkingNames(asking.getSSLParameters()));
        asking.setUseClientMode(true);
        SSLEngine answering = server.createSSLEngine();
        answering.setUseClientMode(false);
        ByteBuffer toServer = ByteBuffer.allocate(1 << 16);
        ByteBuffer toClient = ByteBuffer.allocate(1 << 16);
        boolean going = true;
        for (int round = 0; going && round < 100; round++) {
            boolean asked = step(asking, toClient, toServer);
            going = step(answering, toServer, toClient) || asked;
        }
        assertThat(asking.getSession().getPeerCertificates()).hasSizeGreaterThanOrEqualTo(1);
        assertThat(asking.getHandshakeStatus()).isEqualTo(HandshakeStatus.NOT_HANDSHAKING);
    }

    /** One step of one side. @return whether something moved */
    private static boolean step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
        ByteBuffer nothing = ByteBuffer.allocate(1 << 16);
        if (engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
                && engine.getSession().getProtocol().equals("NONE")) {
            engine.beginHandshake();
        }
        switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> {
                for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                    task.run();
                }
                return true;
            }
            case NEED_WRAP -> {
                engine.wrap(ByteBuffer.allocate(0), out);
                return true;
            }
            default -> {
                in.flip();
                int before = in.remaining();
                if (before > 0) {
                    engine.unwrap(in, nothing);
                }
                boolean moved = in.remaining() < before;
                in.compact();
                return moved;
            }
        }
    }
}
