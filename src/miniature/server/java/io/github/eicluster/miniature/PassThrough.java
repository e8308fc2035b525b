package io.github.eicluster.miniature;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** A listener where the real server's pass-through transport has one; the JDK's own HTTP server does the work. */
final class PassThrough implements AutoCloseable {

    private static final String PACKAGE = "org.apache.synapse.transport.";
    private static final Log MANAGER = Log.of(PACKAGE + "passthru.core.PassThroughListeningIOReactorManager");
    private static final Log KEYS = Log.of(PACKAGE + "nhttp.config.ServerConnFactoryBuilder");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private PassThrough(HttpServer server, HttpHandler handler) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    /** Nothing if the port is taken: the real server says so, and goes on. */
    static Optional<PassThrough> start(Transport transport, HttpHandler handler, Optional<SSLContext> tls)
            throws IOException {
        String listener = transport.isSecure() ? "PassThroughHttpSSLListener" : "PassThroughHttpListener";
        String protocol = transport.isSecure() ? "HTTPS" : "HTTP";
        Log.of(PACKAGE + "passthru." + listener).info("Starting Pass-through " + protocol + " Listener...");
        InetSocketAddress address = new InetSocketAddress(transport.address(), transport.port());
        Optional<PassThrough> started = Optional.empty();
        IOException failure = null;
        try {
            HttpServer server = transport.isSecure() ? HttpsServer.create(address, 0) : HttpServer.create(address, 0);
            if (server instanceof HttpsServer https) {
                https.setHttpsConfigurator(configurator(transport, tls.orElseThrow()));
            }
            started = Optional.of(new PassThrough(server, handler));
        } catch (IOException e) {
            failure = e;
        }
        // Said in either case: the real one binds in a thread of its own.
        MANAGER.info(
                "Pass-through " + protocol + " Listener started on " + transport.address() + ":" + transport.port());
        if (failure != null) {
            Log.of(PACKAGE + "passthru." + listener)
                    .warn(
                            "System may be unstable: " + protocol
                                    + " ListeningIOReactor encountered a checked exception : " + failure.getMessage(),
                            failure);
        }
        return started;
    }

    /** The keys of the HTTPS receiver. */
    static SSLContext tls(Transport transport, Home home, Vault vault) throws StartFailure {
        KeyStoreFile keys = KeyStoreFile.first(
                        transport.receiver(), "parameter[@name='keystore']/KeyStore", home, vault)
                .orElseThrow(() -> new StartFailure(
                        "https", new IllegalStateException("No key store parameter on the HTTPS listener")));
        Optional<KeyStoreFile> trusted =
                KeyStoreFile.first(transport.receiver(), "parameter[@name='truststore']/TrustStore", home, vault);
        KeyStoreFile current = keys;
        try {
            KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(keys.load(), keys.keyPassword().toCharArray());
            TrustManagerFactory trustManagers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            if (trusted.isPresent()) {
                current = trusted.get();
                trustManagers.init(trusted.get().load());
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keyManagers.getKeyManagers(), trusted.isPresent() ? trustManagers.getTrustManagers() : null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            String kind = current == keys ? "Key" : "Trust";
            KEYS.error("HTTPS Error opening " + kind + " store : " + current.path(), e);
            throw new StartFailure("https", e);
        }
    }

    private static HttpsConfigurator configurator(Transport transport, SSLContext tls) {
        return new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = tls.getDefaultSSLParameters();
                transport
                        .words("HttpsProtocols")
                        .ifPresent(words -> parameters.setProtocols(words.toArray(String[]::new)));
                transport
                        .words("PreferredCiphers")
                        .ifPresent(words -> parameters.setCipherSuites(words.toArray(String[]::new)));
                String verify =
                        transport.parameter("SSLVerifyClient").orElse("").strip();
                parameters.setNeedClientAuth("require".equals(verify));
                if ("optional".equals(verify)) {
                    parameters.setWantClientAuth(true);
                }
                connection.setSSLParameters(parameters);
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
