package io.github.eicluster.miniature;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Answers requests of one listener from the deployed services. */
final class Endpoint implements HttpHandler {

    private static final Log OWN = Log.of(Endpoint.class.getName());

    private final Services services;
    private final Transport transport;
    private final String host;

    Endpoint(Services services, Transport transport, String host) {
        this.services = services;
        this.transport = transport;
        this.host = host;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        } catch (RuntimeException e) {
            OWN.error("Unexpected error", e);
            send(exchange, 500, "text/plain", "");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<Service> service = services.find(exchange.getRequestMethod(), path);
        boolean wsdl = String.valueOf(exchange.getRequestURI().getQuery()).startsWith("wsdl");
        if (service.isEmpty()) {
            own(exchange, services.knows(path) ? 405 : 404, "text/plain", "");
        } else if (service.get().proxy() && wsdl) {
            own(exchange, 200, "text/xml", Wsdl.of(service.get(), prefix()));
        } else if (service.get().mediators().isEmpty()) {
            own(exchange, 200, "text/xml", "<version>miniature of WSO2 Enterprise Integrator</version>");
        } else {
            mediate(exchange, service.get(), path);
        }
    }

    /** Where clients find services: WSDLEPRPrefix as it is, else this listener. */
    private String prefix() {
        return transport.prefix().orElse(transport.name() + "://" + host + ":" + transport.port());
    }

    private void mediate(HttpExchange exchange, Service service, String path) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Message message = new Message(body, exchange.getRequestHeaders().getFirst("Content-Type"), host);
        exchange.getRequestHeaders().forEach((name, values) -> message.headers.put(name, values.get(0)));
        message.properties.put("To", path);
        new Mediation(message).run(service.mediators());
        if (message.responded) {
            message.responseHeaders.forEach(
                    (name, value) -> exchange.getResponseHeaders().set(name, value));
            send(exchange, message.status(), message.contentType, message.body);
        } else {
            send(exchange, 202, null, "");
        }
    }

    /** An answer of the listener itself, which says what node it is; the answers of artifacts say what they like. */
    private void own(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders()
                .set("X-EI-Node", System.getProperty("ei-cluster.node", host + ":" + transport.port()));
        send(exchange, status, type, body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (type != null && !exchange.getResponseHeaders().containsKey("Content-Type")) {
            exchange.getResponseHeaders().put("Content-Type", List.of(type));
        }
        boolean head = "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(status, bytes.length == 0 || head ? -1 : bytes.length);
        if (bytes.length > 0 && !head) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
