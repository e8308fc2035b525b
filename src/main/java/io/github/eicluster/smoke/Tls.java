package io.github.eicluster.smoke;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** TLS as a client that writes down what it sees. */
final class Tls {

    private Tls() {}

    static SSLContext context(Recorder recorder) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {recorder}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Shakes hands, as a client of a name does that connects to an address.
     *
     * @param address where to connect
     * @param name the name that the server is called by
     * @param trust who may vouch for the server
     * @param timeout how long connecting, and each answer, may take
     * @return what the server presented
     * @throws IOException if there is no connection, or no TLS
     */
    static Recorder shakeHands(InetSocketAddress address, String name, Optional<Trust> trust, Duration timeout)
            throws IOException {
        Recorder recorder = new Recorder(trust);
        int patience = Math.toIntExact(timeout.toMillis());
        try (Socket plain = new Socket()) {
            plain.connect(address, patience);
            plain.setSoTimeout(patience);
            try (SSLSocket socket = (SSLSocket)
                    context(recorder).getSocketFactory().createSocket(plain, name, address.getPort(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                if (!isAddress(name)) {
                    parameters.setServerNames(List.of(new SNIHostName(name)));
                }
                socket.setSSLParameters(parameters);
                handshake(socket);
            }
        }
        return recorder;
    }

    /** Somebody who listens and says nothing, or hangs up, speaks something else than TLS. */
    private static void handshake(SSLSocket socket) throws SSLException {
        try {
            socket.startHandshake();
        } catch (SSLException e) {
            throw e;
        } catch (SocketTimeoutException e) {
            throw new SSLException("no answer to the handshake in time", e);
        } catch (IOException e) {
            throw new SSLException(e.getMessage(), e);
        }
    }

    private static boolean isAddress(String name) {
        return name.contains(":") || name.matches("[0-9.]+");
    }
}
