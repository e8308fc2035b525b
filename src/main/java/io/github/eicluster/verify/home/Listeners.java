package io.github.eicluster.verify.home;

import io.github.eicluster.product.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The ports on which a node listens, with its offset; server-semantics 1.3. */
public final class Listeners {

    private final List<Listener> all = new ArrayList<>();
    private final int offset;

    private Listeners(int offset) {
        this.offset = offset;
    }

    /** What listens. */
    public enum Kind {
        /** Services over HTTP. */
        HTTP("HTTP"),
        /** Services over HTTPS. */
        HTTPS("HTTPS"),
        /** Console over HTTPS. */
        CONSOLE("console"),
        /** Console over HTTP. */
        CONSOLE_HTTP("console over HTTP"),
        /** JMX. */
        JMX("JMX"),
        /** The internal API of EI 6.5 and later. */
        INTERNAL_API("internal API"),
        /** Hazelcast; the offset is never added. */
        MEMBER("Hazelcast"),
        /** An inbound endpoint of an artifact; the offset is not added. */
        INBOUND("inbound endpoint");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** {@return what a person calls it} */
        public String text() {
            return text;
        }
    }

    /**
     * One port.
     *
     * @param kind what listens
     * @param port the port, with offset
     * @param place where the port is set
     */
    public record Listener(Kind kind, int port, Place place) {}

    /**
     * Reads the ports of a node.
     *
     * @param home the node
     * @return its ports
     * @throws CannotCheck if a file that sets ports is missing or not well-formed
     */
    public static Listeners of(NodeHome home) {
        return home.once("listeners", () -> {
            Listeners listeners = new Listeners(offsetOf(home));
            listeners.transports(home);
            listeners.console(home);
            listeners.jmx(home);
            listeners.internalApi(home);
            Clustering.of(home)
                    .filter(Clustering::enabled)
                    .ifPresent(clustering -> listeners.add(
                            Kind.MEMBER,
                            OptionalInt.of(clustering.port()),
                            0,
                            clustering
                                    .parameter("localMemberPort")
                                    .map(Setting::place)
                                    .orElse(clustering.place())));
            Artifacts.of(home)
                    .inboundPorts()
                    .forEach(port -> listeners.add(Kind.INBOUND, port.number(), 0, port.place()));
            return listeners;
        });
    }

    /**
     * The offset that the server uses: a system property wins over {@code carbon.xml}.
     *
     * @param home the node
     * @return the offset; 0 if it is no number
     */
    public static int offsetOf(NodeHome home) {
        Optional<Setting> script = StartScript.of(home).property("portOffset");
        Optional<Setting> file = home.xml(Layout.CARBON).value("Ports", "Offset");
        return script.or(() -> file).map(setting -> setting.number().orElse(0)).orElse(0);
    }

    /** {@return the offset} */
    public int offset() {
        return offset;
    }

    /** {@return all ports} */
    public List<Listener> all() {
        return List.copyOf(all);
    }

    /**
     * Finds a port.
     *
     * @param kind what listens
     * @return the port with offset, or empty
     */
    public OptionalInt port(Kind kind) {
        return all.stream()
                .filter(listener -> listener.kind() == kind)
                .mapToInt(Listener::port)
                .findFirst();
    }

    private void transports(NodeHome home) {
        for (Kind kind : List.of(Kind.HTTP, Kind.HTTPS)) {
            Transports.receiver(home, kind == Kind.HTTP ? "http" : "https")
                    .flatMap(receiver -> Transports.parameter(receiver, "port"))
                    .ifPresent(port -> add(kind, port.number(), offset, port.place()));
        }
    }

    private void console(NodeHome home) {
        for (XmlNode connector : Transports.connectors(home)) {
            Kind kind = Transports.secure(connector) ? Kind.CONSOLE : Kind.CONSOLE_HTTP;
            connector.attribute("port").ifPresent(port -> add(kind, port.number(), offset, port.place()));
        }
    }

    private void jmx(NodeHome home) {
        for (String port : List.of("RMIRegistryPort", "RMIServerPort")) {
            home.xml(Layout.CARBON)
                    .value("Ports", "JMX", port)
                    .ifPresent(setting -> add(Kind.JMX, setting.number(), offset, setting.place()));
        }
    }

    private void internalApi(NodeHome home) {
        Optional<PropertiesFile> synapse = home.properties("conf/synapse.properties");
        for (String scheme : List.of("http", "https")) {
            boolean on = synapse.flatMap(file -> file.get("internal." + scheme + ".api.enabled"))
                    .filter(setting -> setting.is("true"))
                    .isPresent();
            if (on) {
                synapse.flatMap(file -> file.get("internal." + scheme + ".api.port"))
                        .ifPresent(port -> add(Kind.INTERNAL_API, port.number(), offset, port.place()));
            }
        }
    }

    private void add(Kind kind, OptionalInt port, int shift, Place place) {
        port.ifPresent(number -> all.add(new Listener(kind, number + shift, place)));
    }
}
