package io.github.eicluster.smoke;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.eicluster.model.ListenerPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * The listeners of a node in this process: the sample application, its WSDL, and a console that remembers sessions. What a
 * path answers can be replaced.
 */
final class StubNode implements AutoCloseable {

    private static final String LOGIN = "<form><input name='username'><input type=\"password\"></form>";

    private final String id;
    private final SSLContext tls;
    private final Map<String, HttpHandler> replaced = new ConcurrentHashMap<>();
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Integer> ports = new ConcurrentHashMap<>();
    private List<HttpServer> servers = List.of();
    private ServerSocket member;

    StubNode(String id, SSLContext tls) throws IOException {
        this.id = id;
        this.tls = tls;
        member = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ports.put("member", member.getLocalPort());
        start();
    }

    /** Listens, after a stop at the same ports as before. */
    void start() throws IOException {
        if (member.isClosed()) {
            member = new ServerSocket(ports.get("member"), 50, InetAddress.getLoopbackAddress());
        }
        servers = List.of(listen("http", false), listen("https", true), listen("console", true));
    }

    private HttpServer listen(String name, boolean secure) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.getOrDefault(name, 0));
        HttpServer server;
        if (secure) {
            HttpsServer https = HttpsServer.create(address, 50);
            https.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = https;
        } else {
            server = HttpServer.create(address, 50);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, id + " " + name);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        ports.put(name, server.getAddress().getPort());
        return server;
    }

    void stop() throws IOException {
        servers.forEach(server -> server.stop(0));
        member.close();
    }

    @Override
    public void close() throws IOException {
        stop();
    }

    /** Lets a path answer something else. */
    StubNode replace(String path, HttpHandler handler) {
        replaced.put(path, handler);
        return this;
    }

    int port(String name) {
        return ports.get(name);
    }

    TestedNode tested(String tlsName) {
        return new TestedNode(
                id,
                Optional.of("127.0.0.1"),
                Optional.of("127.0.0.1"),
                port("member"),
                new ListenerPorts(port("http"), port("https"), port("console"), 0, 0),
                tlsName,
                true);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        HttpHandler handler = replaced.get(path);
        if (handler != null) {
            handler.handle(exchange);
        } else if (path.equals("/health")) {
            exchange.getResponseHeaders().set("X-EI-Node", id);
            send(exchange, 200, "{\"status\": \"UP\", \"node\": \"" + id + "\"}");
        } else if (path.equals("/services/EiClusterSample")) {
            send(exchange, 200, wsdl("http://ei.wso2.com:80/services/EiClusterSample"));
        } else if (path.equals("/carbon/")) {
            redirect(exchange, "admin/login.jsp");
        } else if (path.equals("/carbon/admin/login.jsp")) {
            login(exchange);
        } else {
            send(exchange, 404, "nothing");
        }
    }

    private void login(HttpExchange exchange) throws IOException {
        String cookie = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"))
                .orElse("");
        if (sessions.stream().noneMatch(session -> cookie.contains("JSESSIONID=" + session))) {
            String session = UUID.randomUUID().toString();
            sessions.add(session);
            exchange.getResponseHeaders().set("Set-Cookie", "JSESSIONID=" + session + "; Path=/; HttpOnly");
        }
        send(exchange, 200, LOGIN);
    }

    static String wsdl(String... locations) {
        StringBuilder text = new StringBuilder("<?xml version='1.0'?><wsdl:definitions"
                + " xmlns:wsdl='http://schemas.xmlsoap.org/wsdl/' xmlns:soap='http://schemas.xmlsoap.org/wsdl/soap/'>"
                + "<wsdl:service name='EiClusterSample'>");
        for (String location : locations) {
            text.append("<wsdl:port><soap:address location='").append(location).append("'/></wsdl:port>");
        }
        return text.append("</wsdl:service></wsdl:definitions>").toString();
    }

    static HttpHandler answering(int status, String body) {
        return exchange -> send(exchange, status, body);
    }

    static HttpHandler redirecting(String location) {
        return exchange -> redirect(exchange, location);
    }

    static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        send(exchange, 302, "");
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
