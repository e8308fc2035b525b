package io.github.eicluster.balancer;

import io.github.eicluster.certs.TlsFixture;
import io.github.eicluster.model.LoadBalancer;
import io.github.eicluster.model.Node;
import io.github.eicluster.testing.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** A running balancer with the files that are written for it, and its nodes, all on this machine. */
final class LiveBalancer {

    static final TlsFixture KEYS = new TlsFixture();
    static final SSLContext NODE_TLS = KEYS.server("ei.wso2.com", "localhost");

    private final List<LiveNode> nodes = new ArrayList<>();
    private final Path folder;
    private final Balanced cluster;
    private Process process;

    LiveBalancer(LoadBalancer.Type type, Path folder) {
        this.folder = folder;
        cluster = new Balanced(type).keysIn(folder);
        int port = FreePorts.inARow(2);
        cluster.httpPort = OptionalInt.of(port);
        cluster.httpsPort = port + 1;
    }

    LiveBalancer node(SSLContext tls) throws IOException {
        return node(tls, Node.Role.ACTIVE);
    }

    LiveBalancer node(SSLContext tls, Node.Role role) throws IOException {
        LiveNode node = LiveNode.start("node" + (nodes.size() + 1), tls);
        nodes.add(node);
        cluster.node("127.0.0.1", node.ports(), role);
        return this;
    }

    Balanced cluster() {
        return cluster;
    }

    LiveNode get(int index) {
        return nodes.get(index);
    }

    /** Starts the balancer, and returns when it accepts connections. */
    LiveBalancer start() throws IOException, InterruptedException {
        KEYS.writeBalancer(folder, cluster.encrypted, "ei.wso2.com", "ui.ei.wso2.com");
        process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("stdout.txt").toFile())
                .start();
        while (!accepts(cluster.httpsPort)) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("does not start: " + Files.readString(folder.resolve("stdout.txt")));
            }
        }
        Path errors = folder.resolve("error.log");
        if (Files.exists(errors) && Files.readString(errors).contains("[emerg]")) {
            throw new IllegalStateException(
                    "does not start: " + Files.readString(errors)); // who accepts is another one
        }
        return this;
    }

    private String[] command() throws IOException {
        BalancerFiles files = cluster.write();
        if (cluster.type == LoadBalancer.Type.NGINX) {
            NginxPrefix.lay(folder, files.files());
            return NginxPrefix.command(folder);
        }
        Path file = folder.resolve("haproxy.cfg");
        // what only root may do, and the log of the system
        Files.writeString(
                file,
                files.files()
                        .get("haproxy.cfg")
                        .replaceAll("(?m)^    (user|group|chroot|log|option httplog|option tcplog) ?.*\n", ""));
        return new String[] {Commands.installed("haproxy"), "-db", "-f", file.toString()};
    }

    Caller http() {
        return new Caller("ei.wso2.com", cluster.httpPort.getAsInt(), Optional.empty());
    }

    Caller https() {
        return new Caller("ei.wso2.com", cluster.httpsPort, Optional.of(KEYS.client()));
    }

    Caller console() {
        return new Caller("ui.ei.wso2.com", cluster.httpsPort, Optional.of(KEYS.client()));
    }

    void stop() throws IOException, InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        for (LiveNode node : nodes) {
            node.stop();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
