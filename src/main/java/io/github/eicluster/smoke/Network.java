package io.github.eicluster.smoke;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Connections, and sentences about those that fail. */
final class Network {

    private Network() {}

    static void connect(InetSocketAddress address, Duration timeout) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, Math.toIntExact(timeout.toMillis()));
        }
    }

    /** Why there is no answer, as a part of a sentence. */
    static String reason(IOException e) {
        if (e instanceof UnknownHostException) {
            return "the name cannot be resolved on this machine";
        }
        if (e instanceof SocketTimeoutException) {
            return "nothing answers in time";
        }
        if (e instanceof NoRouteToHostException) {
            return "there is no route to the host";
        }
        if (e instanceof ConnectException) {
            return String.valueOf(e.getMessage())
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains("timed out")
                    ? "nothing answers in time"
                    : "the connection is refused";
        }
        if (e instanceof SSLException) {
            return "there is no TLS connection (" + e.getMessage() + ")";
        }
        return "the connection fails (" + e.getMessage() + ")";
    }

    /** Whether something swallows the packets, as a firewall does. */
    static boolean isSilent(IOException e) {
        return reason(e).equals("nothing answers in time");
    }
}
