package io.github.eicluster.balancer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/**
 * One listener of a node: answers each request with the node's id in {@code X-Node} and the request's head as body,
 * closes the connection at {@code /die} without an answer, and accepts WebSocket, where it sends back what it gets.
 */
final class Backend {

    private final String node;
    private final Optional<SSLContext> tls;
    private final List<Exchange> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket server;
    private int port;

    Backend(String node, Optional<SSLContext> tls) {
        this.node = node;
        this.tls = tls;
    }

    /** Listens, after a stop at the same port as before. */
    void start() throws IOException {
        ServerSocket socket =
                tls.isPresent() ? tls.get().getServerSocketFactory().createServerSocket() : new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        server = socket;
        port = socket.getLocalPort();
        daemon(() -> accept(socket));
    }

    /** Stops listening and ends all connections. */
    void stop() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    int port() {
        return port;
    }

    /** The requests that came in since the start. */
    List<Exchange> requests() {
        return requests;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "backend");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                daemon(() -> serve(socket, connection));
            } catch (IOException e) {
                return; // stopped
            }
        }
    }

    private void serve(ServerSocket listener, Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            while (true) {
                Exchange request = Exchange.read(in);
                if (listener.isClosed()) {
                    return; // accepted at the moment of the stop
                }
                requests.add(request);
                if (request.first().contains(" /die ")) {
                    return;
                }
                if (request.header("upgrade").isPresent()) {
                    write(
                            out,
                            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: " + acceptance(request) + "\r\nX-Node: "
                                    + node + "\r\n\r\n");
                    in.transferTo(out);
                    return;
                }
                byte[] body = (request.first() + "\n" + String.join("\n", request.headers()) + "\n\n" + request.body())
                        .getBytes(StandardCharsets.UTF_8);
                write(out, "HTTP/1.1 200 OK\r\nX-Node: " + node + "\r\nContent-Length: " + body.length + "\r\n\r\n");
                out.write(body);
                out.flush();
            }
        } catch (IOException e) {
            // the other side is gone, or this one was stopped
        } finally {
            connections.remove(connection);
        }
    }

    /** What RFC 6455 wants as an answer to the client's key. */
    private static String acceptance(Exchange request) {
        String key = request.header("Sec-WebSocket-Key").orElse("") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
