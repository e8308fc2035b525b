package io.github.eicluster.balancer;

import io.github.eicluster.model.ListenerPorts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A node with its listeners.
 *
 * @param http services over HTTP
 * @param https services over HTTPS
 * @param console the console
 */
record LiveNode(Backend http, Backend https, Backend console) {

    static LiveNode start(String id, SSLContext tls) throws IOException {
        LiveNode node = new LiveNode(
                new Backend(id, Optional.empty()),
                new Backend(id, Optional.of(tls)),
                new Backend(id + " console", Optional.of(tls)));
        node.start();
        return node;
    }

    void start() throws IOException {
        for (Backend listener : listeners()) {
            listener.start();
        }
    }

    void stop() throws IOException {
        for (Backend listener : listeners()) {
            listener.stop();
        }
    }

    ListenerPorts ports() {
        return new ListenerPorts(http.port(), https.port(), console.port(), 0, 0);
    }

    private List<Backend> listeners() {
        return List.of(http, https, console);
    }
}
