package io.github.eicluster.node;

import io.github.eicluster.edit.XmlEditor;
import io.github.eicluster.model.ClusterException;
import io.github.eicluster.model.ListenerPorts;
import io.github.eicluster.product.Layout;
import java.util.List;
import java.util.Optional;

/** Reads the ports on which a node will listen from its final files, so that nothing else has to assume them. */
final class ListenerPortsReader {

    /** What the listeners take if the parameter is missing (synapse {@code SourceConfiguration}). */
    private static final String LISTENER_DEFAULT = "8280";

    private static final int HIGHEST = 65535;

    private final NodeFiles files;

    ListenerPortsReader(NodeFiles files) {
        this.files = files;
    }

    /**
     * Reads the ports.
     *
     * @throws ClusterException if a port or the offset is no number, or if a sum is no port
     */
    ListenerPorts read() {
        XmlEditor carbon = files.xml(Layout.CARBON);
        String offsetText = carbon.exists(PortSettings.OFFSET)
                ? carbon.text(PortSettings.OFFSET).orElse("0")
                : "0";
        int offset = number(Layout.CARBON, "Ports/Offset", offsetText);
        TomcatConnectors connectors = new TomcatConnectors(files.xml(Layout.CATALINA));
        return new ListenerPorts(
                receiver(Receivers.HTTP, offset),
                receiver(Receivers.HTTPS, offset),
                connector(connectors.secure(), offset),
                connector(connectors.plain(), offset),
                offset);
    }

    private int receiver(String name, int offset) {
        XmlEditor xml = files.xml(Layout.AXIS2);
        String path = Receivers.path(name);
        if (!xml.exists(path)) {
            return 0;
        }
        String text =
                Axis2Parameters.ofReceiver(xml, path).get(PortSettings.PORT).orElse(LISTENER_DEFAULT);
        return effective(Layout.AXIS2, "the port of the receiver " + name, text, offset);
    }

    private int connector(List<String> paths, int offset) {
        if (paths.isEmpty()) {
            return 0;
        }
        Optional<String> text = files.xml(Layout.CATALINA).attribute(paths.get(0), PortSettings.PORT);
        return effective(Layout.CATALINA, "the port of a connector", text.orElse(""), offset);
    }

    private int effective(String file, String what, String text, int offset) {
        int port = number(file, what, text);
        if (port + offset < 1 || port + offset > HIGHEST) {
            throw new ClusterException(files.label(file) + ": " + what + " is " + port + ", with the offset " + offset
                    + " it is " + (port + offset) + ", which is no port. Choose a sum between 1 and " + HIGHEST + ".");
        }
        return port + offset;
    }

    private int number(String file, String what, String text) {
        String stripped = text.strip();
        if (!stripped.matches("\\d{1,5}")) {
            throw new ClusterException(files.label(file) + ": " + what + " is '" + stripped
                    + "', not a number; upstreams and firewall rules depend on it. Write the number itself.");
        }
        return Integer.parseInt(stripped);
    }
}
