package io.github.eicluster.balancer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A client that calls a name at a port of this machine.
 *
 * @param host the name
 * @param port the port
 * @param tls how it trusts; absent: HTTP
 */
record Caller(String host, int port, Optional<SSLContext> tls) {

    private static final int PATIENCE = 60_000;

    /** As in RFC 6455. */
    private static final String[] WEB_SOCKET = {
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };

    /** Sends a request on a connection of its own, and reads the answer. */
    Exchange send(String method, String path, String body, String... headers) throws IOException {
        try (Socket socket = connect()) {
            write(
                    socket,
                    head(method, path, headers) + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body);
            return Exchange.read(new BufferedInputStream(socket.getInputStream()));
        }
    }

    Exchange get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    /** Upgrades to WebSocket, sends a text, and gives the node and what comes back. */
    List<String> webSocket(String text) throws IOException {
        try (Socket socket = connect()) {
            write(socket, head("GET", "/socket", WEB_SOCKET) + "\r\n");
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            Exchange answer = Exchange.read(in);
            if (answer.status() != 101) {
                return List.of(answer.first());
            }
            write(socket, text);
            return List.of(answer.first(), new String(in.readNBytes(text.length()), StandardCharsets.UTF_8));
        }
    }

    private String head(String method, String path, String... headers) {
        StringBuilder head =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    private Socket connect() throws IOException {
        if (tls.isEmpty()) {
            return patient(new Socket(InetAddress.getLoopbackAddress(), port));
        }
        SSLSocket socket =
                (SSLSocket) tls.get().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        patient(socket);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** A balancer that hangs fails a test, but does not stop the build. */
    private static Socket patient(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
